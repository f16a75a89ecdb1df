-- The moves that may be part of a group; the groups are picked from them one by one.
SELECT origin.name AS "from", goal.name AS "to", person, people.name AS name,
    date_text, date_lo, date_hi
FROM journeys
JOIN people ON people.id = journeys.person
JOIN organisations AS origin ON origin.id = left_group
JOIN organisations AS goal ON goal.id = joined_group
WHERE stands = 'in' AND date_lo > -1e9 AND date_hi < 1e9
    AND (
        NOT EXISTS (SELECT 1 FROM named)
        OR left_group IN (SELECT organisation FROM named)
        OR joined_group IN (SELECT organisation FROM named)
    )
ORDER BY left_group, joined_group, date_lo, date_hi
