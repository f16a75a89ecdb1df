SELECT people.name AS person, origin.name AS "from", goal.name AS "to", date_text AS date,
    origin_title AS from_title, goal_title AS to_title, continuity, gap_days, origin_word AS origin, status
FROM journeys
JOIN people ON people.id = journeys.person
LEFT JOIN organisations AS origin ON origin.id = left_group
LEFT JOIN organisations AS goal ON goal.id = joined_group
WHERE stands = 'in'
