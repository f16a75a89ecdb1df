SELECT organisations.name AS organisation, sum(sure) AS people, sum(NOT sure) AS possible
FROM running JOIN rule ON running.day = rule.as_of
JOIN organisations ON organisations.id = running.bundle
WHERE NOT EXISTS (SELECT 1 FROM named) OR bundle IN (SELECT organisation FROM named)
GROUP BY bundle
