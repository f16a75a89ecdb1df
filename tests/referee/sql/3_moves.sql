-- metrics.md section 3: moves that follow from spells, and those that somebody recorded.
CREATE TABLE stations AS
SELECT *, lag(spell) OVER (PARTITION BY person ORDER BY number) AS previous
FROM spells AS this
WHERE NOT (
    this.state = 'closed'
    AND EXISTS (
        SELECT 1 FROM spells AS other
        WHERE other.person = this.person AND other.place <> this.place
            AND other.begin < this.begin
            AND (
                other.state = 'open'
                OR this.end_hi
                < CASE other.state WHEN 'unknown' THEN other.presence ELSE other.end_lo END
            )
    )
);

CREATE TABLE derived AS
SELECT
    later.spell AS goal_spell, earlier.spell AS origin_spell, later.person,
    earlier.place AS origin, later.place AS goal, earlier.last_role AS origin_role,
    later.spell AS goal_role, left_role.title AS origin_title, joined_role.title AS goal_title,
    later.start_text AS date_text, later.start_lo AS date_lo, later.start_hi AS date_hi,
    CASE
        WHEN earlier.state = 'open' THEN 'overlap'
        WHEN CASE earlier.state WHEN 'unknown' THEN earlier.presence ELSE earlier.end_lo END
            - later.start_hi > 31 THEN 'overlap'
        WHEN earlier.start_lo = later.start_lo AND earlier.start_hi = later.start_hi AND (
            (earlier.state = 'unknown' AND later.state = 'unknown')
            OR (earlier.end_lo = later.end_lo AND earlier.end_hi = later.end_hi)
        ) THEN 'unordered'
        WHEN earlier.state = 'unknown' THEN 'presumed'
        WHEN later.start_lo - earlier.end_hi <= 92 THEN 'direct'
        ELSE 'gap'
    END AS continuity,
    CASE
        WHEN earlier.state = 'closed' AND earlier.end_hi < 1e9 AND later.start_lo > -1e9
            THEN max(0, later.start_lo - earlier.end_hi)
    END AS gap_days,
    (SELECT status FROM grades WHERE grade = min(left_role.surest, joined_role.surest)) AS status
FROM stations AS later
JOIN spells AS earlier ON earlier.spell = later.previous AND earlier.place <> later.place
JOIN counted AS left_role ON left_role.id = earlier.last_role
JOIN counted AS joined_role ON joined_role.id = later.spell;

-- Which organisations are one, or contain one the other, by links of any date.
CREATE TABLE related AS
WITH RECURSIVE up (organisation, here) AS (
    SELECT newest, newest FROM newest
    UNION
    SELECT up.organisation, above.newest
    FROM up
    JOIN newest AS below ON below.newest = up.here
    JOIN links ON links.organisation = below.organisation AND links.kind IN ('part-of', 'merged-into')
    JOIN newest AS above ON above.organisation = links.other
)
SELECT organisation AS one, here AS other FROM up
UNION
SELECT here, organisation FROM up;
CREATE INDEX related_of ON related (one, other);

CREATE TABLE told AS
SELECT recorded.*, origin_newest.newest AS origin_place, goal_newest.newest AS goal_place
FROM recorded
LEFT JOIN newest AS origin_newest ON origin_newest.organisation = recorded.origin
LEFT JOIN newest AS goal_newest ON goal_newest.organisation = recorded.goal;

-- What a recorded move may be the twin of, the surest grounds first.
CREATE TABLE twin_fits AS
WITH fits AS (
    SELECT told.id, derived.goal_spell, 1 AS grounds
    FROM told JOIN derived ON derived.person = told.person
    JOIN in_spells ON in_spells.id = told.goal_role AND in_spells.spell = derived.goal_spell
    UNION ALL
    SELECT told.id, derived.goal_spell, 2
    FROM told JOIN derived ON derived.person = told.person
    JOIN in_spells ON in_spells.id = told.origin_role AND in_spells.spell = derived.origin_spell
    WHERE told.goal_role IS NULL
    UNION ALL
    SELECT told.id, derived.goal_spell, CASE WHEN told.date_text IS NULL THEN 4 ELSE 3 END
    FROM told JOIN derived ON derived.person = told.person
    WHERE told.origin_role IS NULL AND told.goal_role IS NULL
        AND (told.origin_place IS NULL OR (told.origin_place, derived.origin) IN related)
        AND (told.goal_place IS NULL OR (told.goal_place, derived.goal) IN related)
        AND (
            told.date_text IS NULL
            OR (told.date_lo <= derived.date_hi + 92 AND told.date_hi >= derived.date_lo - 92)
        )
)
SELECT fits.*, told.person, spells.number AS place,
    CASE grounds WHEN 3
        THEN abs(told.date_lo - derived.date_lo) + abs(told.date_hi - derived.date_hi) ELSE 0
    END AS distance,
    count(*) OVER (PARTITION BY fits.id, grounds) AS ways
FROM fits
JOIN told ON told.id = fits.id
JOIN derived USING (goal_spell)
JOIN spells ON spells.spell = goal_spell;

-- Nobody is a twin twice.
CREATE TABLE twins AS
WITH RECURSIVE queue AS (
    SELECT *, row_number() OVER (
        PARTITION BY person ORDER BY grounds, distance, place, id, goal_spell
    ) AS turn
    FROM twin_fits WHERE grounds < 4 OR ways = 1
),
chosen (person, turn, id, goal_spell, ids, taken) AS (
    SELECT DISTINCT person, 0, NULL, NULL, ',', ',' FROM queue
    UNION ALL
    SELECT queue.person, queue.turn, queue.id, queue.goal_spell,
        ids || queue.id || ',', taken || queue.goal_spell || ','
    FROM chosen JOIN queue ON queue.person = chosen.person AND queue.turn = (
        SELECT min(turn) FROM queue AS next
        WHERE next.person = chosen.person AND next.turn > chosen.turn
            AND instr(ids, ',' || next.id || ',') = 0
            AND instr(taken, ',' || next.goal_spell || ',') = 0
    )
)
SELECT id, goal_spell FROM chosen WHERE turn > 0;

CREATE TABLE moves AS
WITH hidden AS (
    SELECT twins.goal_spell
    FROM twins JOIN told ON told.id = twins.id JOIN grades ON grades.status = told.status
    CROSS JOIN rule
    WHERE grade = 0 OR grade >= rule.least
)
SELECT
    'derived' AS origin_word, derived.goal_spell AS id, derived.person, origin, goal, origin_role,
    goal_role, origin_title, goal_title, date_text, date_lo, date_hi, continuity, gap_days, status,
    goal_spell, origin_spell
FROM derived
WHERE goal_spell NOT IN (SELECT goal_spell FROM hidden)
UNION ALL
SELECT
    'recorded', told.id, told.person, coalesce(origin_place, derived.origin),
    coalesce(goal_place, derived.goal), told.origin_role, told.goal_role,
    coalesce(told.origin_title, derived.origin_title), coalesce(told.goal_title, derived.goal_title), told.date_text, told.date_lo, told.date_hi,
    coalesce(derived.continuity, CASE WHEN told.date_text IS NULL THEN 'presumed' ELSE 'direct' END),
    derived.gap_days, told.status, derived.goal_spell, derived.origin_spell
FROM told
JOIN grades ON grades.status = told.status
CROSS JOIN rule
LEFT JOIN twins AS twin ON twin.id = told.id
LEFT JOIN derived ON derived.goal_spell = twin.goal_spell
WHERE grade >= rule.least;
