-- metrics.md section 5: the organisation that stands for another as of an event.
CREATE TABLE days AS SELECT as_of AS day FROM rule;
INSERT INTO days
WITH RECURSIVE months (back) AS (SELECT 1 UNION ALL SELECT back + 1 FROM months WHERE back < 12)
SELECT plus_months(rule.as_of, -back) FROM months CROSS JOIN rule;

CREATE TABLE events AS
SELECT DISTINCT organisation, coalesce(lo, as_of) AS lo, coalesce(hi, as_of) AS hi
FROM (
    SELECT origin AS organisation, date_lo AS lo, date_hi AS hi FROM moves
    UNION ALL SELECT goal, date_lo, date_hi FROM moves
    UNION ALL SELECT place, start_lo, start_hi FROM spells
    UNION ALL SELECT place, end_lo, end_hi FROM spells
    UNION ALL SELECT place, day, day FROM (SELECT DISTINCT place FROM spells) CROSS JOIN days
    UNION ALL SELECT place, presumed, presumed FROM presumed
    UNION ALL SELECT place, -1000000000, presumed FROM presumed
    UNION ALL SELECT spells.place, date_lo, date_hi FROM spells JOIN told ON told.person = spells.person
) CROSS JOIN rule
WHERE organisation IS NOT NULL;

CREATE TABLE rungs AS
SELECT below.newest AS organisation, above.newest AS other, links.kind, links.id,
    coalesce(start_lo, -1000000000) AS since_lo,
    CASE WHEN end_text IS NULL OR end_text = '..' THEN 1000000000 ELSE end_hi END AS until_hi
FROM links
JOIN newest AS below ON below.organisation = links.organisation
JOIN newest AS above ON above.organisation = links.other
WHERE links.kind IN ('part-of', 'merged-into') AND below.newest <> above.newest;

CREATE TABLE climbs AS
WITH RECURSIVE up (organisation, lo, hi, here, height, by_part, since) AS (
    SELECT organisation, lo, hi, organisation, 0, 0, -1000000000 FROM events
    UNION
    SELECT up.organisation, up.lo, up.hi, rungs.other, up.height + 1,
        max(up.by_part, rungs.kind = 'part-of'), max(up.since, rungs.since_lo)
    FROM up
    JOIN rungs ON rungs.organisation = up.here AND since_lo <= up.hi AND until_hi >= up.lo
    CROSS JOIN rule
    WHERE up.height < 20 AND (rungs.kind = 'part-of' OR rule.rollup <> 'none')
)
SELECT * FROM up;

CREATE TABLE groups AS
WITH hit AS (
    SELECT organisation, lo, hi, here AS whole,
        row_number() OVER (PARTITION BY organisation, lo, hi ORDER BY height, climbs.since DESC, here) AS nearest
    FROM climbs CROSS JOIN rule
    WHERE here IN (SELECT organisation FROM named) AND (height = 0 OR NOT rule.exact)
),
top AS (
    SELECT climbs.organisation, climbs.lo, climbs.hi, here AS whole,
        row_number() OVER (
            PARTITION BY climbs.organisation, climbs.lo, climbs.hi
            ORDER BY height DESC, climbs.since DESC, here
        ) AS highest
    FROM climbs CROSS JOIN rule
    WHERE (rule.rollup = 'parents' OR NOT by_part)
        AND NOT (rule.exact AND height > 0 AND here IN (SELECT organisation FROM named))
)
SELECT top.organisation, top.lo, top.hi, coalesce(hit.whole, top.whole) AS bundle
FROM top
LEFT JOIN hit ON hit.organisation = top.organisation AND hit.lo = top.lo AND hit.hi = top.hi
    AND hit.nearest = 1
WHERE top.highest = 1;
CREATE INDEX groups_of ON groups (organisation, lo, hi);

-- Moves of every continuity between groups, each with where it stands to the window.
CREATE TABLE crossings AS
WITH sided AS (
    SELECT moves.*, origin_group.bundle AS left_group, goal_group.bundle AS joined_group
    FROM moves
    CROSS JOIN rule
    LEFT JOIN groups AS origin_group ON origin_group.organisation = moves.origin
        AND origin_group.lo = coalesce(date_lo, as_of) AND origin_group.hi = coalesce(date_hi, as_of)
    LEFT JOIN groups AS goal_group ON goal_group.organisation = moves.goal
        AND goal_group.lo = coalesce(date_lo, as_of) AND goal_group.hi = coalesce(date_hi, as_of)
)
SELECT
    sided.*,
    CASE
        WHEN NOT windowed THEN 'in'
        WHEN date_text IS NULL THEN 'undated'
        WHEN date_lo >= since AND date_hi <= until THEN 'in'
        WHEN date_hi >= since AND date_lo <= until THEN 'may'
        ELSE 'out'
    END AS stands
FROM sided CROSS JOIN rule
WHERE left_group IS NOT joined_group
    AND NOT EXISTS (
        SELECT 1 FROM links
        JOIN newest AS piece ON piece.organisation = links.organisation
        JOIN newest AS whole ON whole.organisation = links.other
        WHERE links.kind = 'split-from'
            AND (
                (piece.newest = sided.goal AND whole.newest = sided.origin)
                OR (piece.newest = sided.joined_group AND whole.newest = sided.left_group)
            )
            AND (sided.date_text IS NULL OR coalesce(links.start_lo, -1000000000) <= sided.date_hi)
    );

CREATE TABLE journeys AS
SELECT * FROM crossings WHERE continuity IN (SELECT continuity FROM continuities);
