SELECT origin.name AS "from", goal.name AS "to", moves, possible,
    (
        SELECT date_text FROM journeys
        WHERE left_group IS pairs.left_group AND joined_group IS pairs.joined_group
            AND stands = 'in' AND date_text IS NOT NULL
        ORDER BY CASE WHEN date_lo > -1e9 THEN date_lo ELSE date_hi END, date_text LIMIT 1
    ) AS first,
    (
        SELECT date_text FROM journeys
        WHERE left_group IS pairs.left_group AND joined_group IS pairs.joined_group
            AND stands = 'in' AND date_text IS NOT NULL
        ORDER BY CASE WHEN date_hi < 1e9 THEN date_hi ELSE date_lo END DESC, date_text DESC LIMIT 1
    ) AS last
FROM pairs
LEFT JOIN organisations AS origin ON origin.id = left_group
LEFT JOIN organisations AS goal ON goal.id = joined_group
WHERE (:open_sides OR (left_group IS NOT NULL AND joined_group IS NOT NULL))
    AND (
        NOT EXISTS (SELECT 1 FROM named)
        OR left_group IN (SELECT organisation FROM named)
        OR joined_group IN (SELECT organisation FROM named)
    )
