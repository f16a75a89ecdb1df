-- The limits are worked out beside: here are the two counts of each row, and the person-years.
WITH met AS (
    SELECT organisation, counterpart, inbound, outbound, possible FROM exchanges
    WHERE NOT EXISTS (SELECT 1 FROM named) OR organisation IN (SELECT organisation FROM named)
),
whole AS (
    SELECT * FROM met WHERE inbound + outbound > 0
    UNION ALL
    SELECT organisation, NULL, sum(inbound), sum(outbound), sum(possible) FROM met
    GROUP BY organisation HAVING sum(inbound) + sum(outbound) > 0
)
SELECT this.name AS organisation, coalesce(other.name, '(all)') AS counterpart, inbound, outbound, possible,
    (
        SELECT coalesce(sum(years), 0.0) FROM person_years
        WHERE bundle = whole.counterpart OR (
            whole.counterpart IS NULL AND bundle IN (
                SELECT counterpart FROM met WHERE met.organisation = whole.organisation AND inbound + outbound > 0
            )
        )
    ) AS counterpart_years,
    (
        SELECT coalesce(sum(years), 0.0) FROM person_years WHERE bundle = whole.organisation
    ) AS organisation_years
FROM whole
JOIN organisations AS this ON this.id = whole.organisation
LEFT JOIN organisations AS other ON other.id = whole.counterpart
