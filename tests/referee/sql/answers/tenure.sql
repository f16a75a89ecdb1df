WITH completed AS (
    SELECT bundle, days,
        row_number() OVER (PARTITION BY bundle ORDER BY days, stay) AS place,
        count(*) OVER (PARTITION BY bundle) AS among
    FROM lengths WHERE judged = 'closed'
),
middles AS (
    SELECT bundle, avg(days) AS days FROM completed
    WHERE place IN ((among + 1) / 2, among / 2 + 1) GROUP BY bundle
)
SELECT organisations.name AS organisation, count(*) AS spells,
    sum(judged = 'closed') AS completed, sum(judged = 'open') AS open, sum(judged = 'unknown') AS unknown,
    (SELECT days FROM middles WHERE middles.bundle = lengths.bundle) AS completed_median_days,
    (
        SELECT min(days) FROM bands
        WHERE reading = 'all' AND bands.bundle = lengths.bundle AND share <= 0.5 + 1e-12
    ) AS survival_median_days,
    (
        SELECT min(days) FROM bands
        WHERE reading = 'all' AND bands.bundle = lengths.bundle AND low <= 0.5 + 1e-12
    ) AS survival_lower_days,
    (
        SELECT min(days) FROM bands
        WHERE reading = 'all' AND bands.bundle = lengths.bundle AND high <= 0.5 + 1e-12
    ) AS survival_upper_days
FROM lengths JOIN organisations ON organisations.id = bundle
WHERE NOT EXISTS (SELECT 1 FROM named) OR bundle IN (SELECT organisation FROM named)
GROUP BY bundle
