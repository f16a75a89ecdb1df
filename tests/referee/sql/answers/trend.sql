WITH periods AS (
    SELECT left_group, joined_group,
        CASE WHEN period(date_lo, :by) = period(date_hi, :by) THEN period(date_lo, :by) END AS period,
        CASE WHEN unique_people THEN 'person ' || person ELSE origin_word || ' ' || id END AS unit
    FROM journeys CROSS JOIN rule
    WHERE stands = 'in' AND left_group IS NOT NULL AND joined_group IS NOT NULL
),
dated AS (
    SELECT left_group, joined_group, period, count(DISTINCT unit) AS moves FROM periods
    GROUP BY left_group, joined_group, period
),
sides AS (
    SELECT joined_group AS organisation, period, moves AS inbound, 0 AS outbound FROM dated
    UNION ALL
    SELECT left_group, period, 0, moves FROM dated
)
SELECT organisations.name AS organisation, period, sum(inbound) AS inbound, sum(outbound) AS outbound,
    sum(inbound) - sum(outbound) AS net
FROM sides JOIN organisations ON organisations.id = organisation
WHERE NOT EXISTS (SELECT 1 FROM named) OR organisation IN (SELECT organisation FROM named)
GROUP BY sides.organisation, period
ORDER BY organisations.name, organisations.id
