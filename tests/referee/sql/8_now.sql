-- Where everybody is as of the day: where a stay runs, or a recorded move led; else a role without dates.
CREATE TABLE done AS
SELECT told.*, CASE WHEN date_text IS NULL THEN NULL WHEN date_lo > -1e9 THEN date_lo ELSE date_hi END AS begin
FROM told JOIN grades ON grades.status = told.status CROSS JOIN rule
WHERE grade >= 2
    AND (date_text IS NULL OR CASE WHEN date_lo > -1e9 THEN date_lo ELSE date_hi END <= as_of);

CREATE TABLE now AS
WITH ways AS (
    SELECT spells.person, spells.place, counted.title, spells.begin, counted.seen_text, counted.seen_hi
    FROM spells
    CROSS JOIN rule
    JOIN counted ON counted.id = spells.last_role
    LEFT JOIN presumed USING (spell)
    WHERE spells.begin <= as_of
        AND (presumed IS NULL OR presumed > as_of)
        AND NOT (state = 'closed' AND as_of >= CASE
            WHEN spells.end_hi = 1e9 THEN spells.end_lo WHEN spells.end_lo = -1e9 THEN spells.end_hi
            ELSE spells.end_lo + (spells.end_hi - spells.end_lo) / 2 END)
        AND spells.spell NOT IN (SELECT spell FROM ended_by JOIN done USING (id))
    UNION ALL
    SELECT person, goal_place, goal_title, begin, NULL, NULL
    FROM done
    WHERE goal_place IS NOT NULL
        AND id NOT IN (SELECT id FROM begun_by)
        AND NOT EXISTS (
            SELECT 1 FROM done AS out
            WHERE out.person = done.person AND out.origin_place = done.goal_place
                AND NOT coalesce(out.date_hi < done.begin, 0)
        )
    UNION ALL
    SELECT roles.person, newest.newest, title, NULL, seen_text, seen_hi
    FROM roles
    JOIN newest ON newest.organisation = roles.organisation
    JOIN grades ON grades.status = roles.status
    WHERE start_text IS NULL AND grade >= 2 AND kind IN ('employment', 'founder', 'academic')
        AND (end_text = '..' OR (end_text IS NULL AND seen_text IS NOT NULL))
        AND NOT EXISTS (
            SELECT 1 FROM done WHERE done.person = roles.person AND done.origin_place = newest.newest
        )
)
SELECT person, place, title, CASE WHEN abs(seen_hi) < 1e9 THEN date_text(seen_hi, seen_hi) END AS seen
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY person
        ORDER BY begin DESC NULLS LAST, CASE WHEN seen_hi < 1e9 THEN seen_hi END DESC NULLS LAST, place, title NULLS LAST
    ) AS number
    FROM ways
)
WHERE number = 1;
