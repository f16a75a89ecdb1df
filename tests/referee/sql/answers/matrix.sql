SELECT coalesce(origin.name, '?') AS origin, coalesce(goal.name, '?') AS goal, moves
FROM pairs
LEFT JOIN organisations AS origin ON origin.id = left_group
LEFT JOIN organisations AS goal ON goal.id = joined_group
WHERE moves > 0 AND left_group IS NOT NULL AND joined_group IS NOT NULL
    AND (
        NOT EXISTS (SELECT 1 FROM named)
        OR left_group IN (SELECT organisation FROM named)
        OR joined_group IN (SELECT organisation FROM named)
    )
