-- Asked with stays grouped as of their ends; heads are counted at the organisation of each day.
WITH gone AS (
    SELECT bundle, judged = 'closed' AS is_over FROM lengths CROSS JOIN rule
    WHERE (
        judged = 'closed'
        AND stop_day > plus_months(rule.as_of, -12) AND stop_day <= rule.as_of
    ) OR (judged = 'unknown' AND stop_day < rule.as_of)
),
met AS (
    SELECT bundle FROM gone UNION SELECT bundle FROM running
)
SELECT organisations.name AS organisation,
    (SELECT count(*) FROM gone WHERE gone.bundle = met.bundle AND is_over) AS departures,
    (SELECT coalesce(sum(sure), 0) FROM running WHERE running.bundle = met.bundle) / 13.0
        AS average_headcount,
    (SELECT count(*) FROM gone WHERE gone.bundle = met.bundle AND NOT is_over) AS unknown
FROM met JOIN organisations ON organisations.id = met.bundle
WHERE NOT EXISTS (SELECT 1 FROM named) OR met.bundle IN (SELECT organisation FROM named)
