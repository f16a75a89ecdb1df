-- Recorded moves that leave an organisation and, each leaving the role that the one before led to, come back.
WITH RECURSIVE steps AS (
    SELECT heard.* FROM heard
    WHERE origin_word = 'recorded' AND left_group IS NOT NULL AND joined_group IS NOT NULL
        AND continuity IN (SELECT continuity FROM continuities)
),
ways (home, first, last, here, role, taken, via) AS (
    SELECT left_group, id, id, joined_group, goal_role, ',' || id || ',', ''
    FROM steps WHERE left_group <> joined_group
    UNION ALL
    SELECT home, first, steps.id, joined_group, goal_role, taken || steps.id || ',',
        via || organisations.name || '|'
    FROM ways
    JOIN steps ON steps.origin_role = ways.role AND instr(taken, ',' || steps.id || ',') = 0
    JOIN organisations ON organisations.id = here
    WHERE here <> home
)
SELECT people.name AS person, organisations.name AS organisation, left_step.date_text AS "left",
    back_step.date_text AS returned, home AS bundle,
    first AS left_by, last AS joined_by, via,
    CASE
        WHEN left_step.date_lo > -1e9 AND left_step.date_hi < 1e9
            AND back_step.date_lo > -1e9 AND back_step.date_hi < 1e9
            THEN max(
                0,
                back_step.date_lo + (back_step.date_hi - back_step.date_lo) / 2
                - left_step.date_lo - (left_step.date_hi - left_step.date_lo) / 2
            )
    END AS away_days
FROM ways
JOIN steps AS left_step ON left_step.id = first
JOIN steps AS back_step ON back_step.id = last
JOIN people ON people.id = back_step.person
JOIN organisations ON organisations.id = home
WHERE here = home
    AND (NOT EXISTS (SELECT 1 FROM named) OR home IN (SELECT organisation FROM named))
