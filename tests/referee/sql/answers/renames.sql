-- metrics.md section 17; a period is the year that holds a move, else the days between which it lies.
WITH moved AS (
    SELECT left_group AS origin, joined_group AS goal, person,
        CASE WHEN period(date_lo, 'year') = period(date_hi, 'year')
            THEN first_of_year(date_lo) ELSE date_lo END AS period_lo,
        CASE WHEN period(date_lo, 'year') = period(date_hi, 'year')
            THEN plus_months(first_of_year(date_lo), 12) - 1 ELSE date_hi END AS period_hi
    FROM journeys
    WHERE stands = 'in' AND left_group IS NOT NULL AND joined_group IS NOT NULL
        AND date_lo > -1e9 AND date_hi < 1e9
),
placed AS (
    SELECT spells.*, bundle FROM spells
    JOIN groups ON groups.organisation = place AND groups.lo = start_lo AND groups.hi = start_hi
),
stayed AS (
    SELECT DISTINCT origin, period_lo, period_hi, person FROM moved
    UNION
    SELECT DISTINCT moved.origin, period_lo, period_hi, placed.person
    FROM moved JOIN placed ON bundle = moved.origin AND begin < period_lo AND reach > period_hi
),
went AS (
    SELECT origin, goal, period_lo, period_hi, count(DISTINCT person) AS people FROM moved
    GROUP BY origin, goal, period_lo, period_hi
),
judged AS (
    SELECT went.*,
        (
            SELECT count(DISTINCT person) FROM moved
            WHERE moved.origin = went.origin AND moved.period_lo = went.period_lo
                AND moved.period_hi = went.period_hi
        ) AS gone,
        (
            SELECT count(*) FROM stayed
            WHERE stayed.origin = went.origin AND stayed.period_lo = went.period_lo
                AND stayed.period_hi = went.period_hi
        ) AS kept
    FROM went
),
best AS (
    SELECT *, row_number() OVER (
        PARTITION BY origin, goal ORDER BY people DESC, kept, period_lo, period_hi
    ) AS place
    FROM judged WHERE gone >= 3 AND 2 * people >= kept
)
SELECT origin.name AS organisation, 'renamed' AS link, goal.name AS other, people, kept
FROM best
JOIN organisations AS origin ON origin.id = best.origin
JOIN organisations AS goal ON goal.id = best.goal
WHERE place = 1
