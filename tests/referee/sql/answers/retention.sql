-- Shares of three definitions; the fourth, survival, is worked out from lengths.
WITH firsts AS (
    SELECT lengths.*, plus_months(start_day, 12 * :years) AS anniversary,
        plus_months(lengths.as_of, -12 * :years) AS joined_by,
        plus_months(plus_months(lengths.as_of, -12 * :years), -12) AS joined_after
    FROM lengths CROSS JOIN rule WHERE time = 1
),
cases AS (
    SELECT 'anniversary' AS definition, bundle, anniversary AS asked, judged, stop_day
    FROM firsts WHERE anniversary <= as_of
    UNION ALL
    SELECT 'cohort', bundle, as_of, judged, stop_day
    FROM firsts WHERE start_day > joined_after AND start_day <= joined_by
    UNION ALL
    SELECT 'recent', bundle, as_of, judged, stop_day
    FROM firsts WHERE start_day > joined_by AND start_day <= as_of
)
SELECT organisations.name AS organisation, :definition AS definition, as_of,
    coalesce(sum(judged = 'closed' OR stop_day >= asked), 0) AS eligible,
    coalesce(sum(CASE judged WHEN 'closed' THEN stop_day > asked ELSE stop_day >= asked END), 0) AS retained,
    coalesce(sum(judged = 'unknown' AND stop_day < asked), 0) AS unknown
FROM (SELECT DISTINCT bundle FROM lengths) AS met
JOIN organisations ON organisations.id = met.bundle
CROSS JOIN (SELECT as_of FROM rule)
LEFT JOIN cases ON cases.bundle = met.bundle AND cases.definition = :definition
WHERE NOT EXISTS (SELECT 1 FROM named) OR met.bundle IN (SELECT organisation FROM named)
GROUP BY met.bundle
