-- The counts between organisations; the heights are worked out beside.
SELECT left_group AS origin_id, origin.name AS origin, joined_group AS goal_id, goal.name AS goal, moves
FROM pairs
JOIN organisations AS origin ON origin.id = left_group
JOIN organisations AS goal ON goal.id = joined_group
WHERE moves > 0
