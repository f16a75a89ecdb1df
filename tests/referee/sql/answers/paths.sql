WITH RECURSIVE steps AS (
    SELECT *, origin_word || id AS name,
        CASE WHEN date_text IS NOT NULL THEN dense_rank() OVER (
            PARTITION BY person, date_text IS NULL
            ORDER BY CASE WHEN date_lo > -1e9 THEN date_lo ELSE date_hi END
        ) END AS day
    FROM journeys
    WHERE stands = 'in' AND left_group IS NOT NULL AND joined_group IS NOT NULL
),
ways (person, name, day, here, role, path, moves, taken) AS (
    SELECT person, steps.name, day, joined_group, goal_role, origin.name || ' → ' || goal.name, 1,
        ',' || steps.name || ','
    FROM steps
    JOIN organisations AS origin ON origin.id = left_group
    JOIN organisations AS goal ON goal.id = joined_group
    WHERE left_group = :from_organisation
    UNION
    SELECT steps.person, steps.name, steps.day, joined_group, goal_role,
        path || ' → ' || goal.name, moves + 1, taken || steps.name || ','
    FROM ways
    JOIN steps ON steps.person = ways.person
        AND (
            (steps.day IN (ways.day, ways.day + 1) AND steps.left_group = ways.here)
            OR steps.origin_role = ways.role
        )
    JOIN organisations AS goal ON goal.id = joined_group
    WHERE moves < 4 AND ways.here <> :to_organisation AND left_group <> :from_organisation
        AND instr(taken, ',' || steps.name || ',') = 0
)
SELECT path, count(DISTINCT person) AS people FROM ways WHERE here = :to_organisation GROUP BY path
