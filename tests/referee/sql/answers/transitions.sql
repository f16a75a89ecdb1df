-- What the ledger stores of each derived move.
SELECT person, origin, goal, origin_role, goal_role, origin_title, goal_title,
    date_text AS date, continuity, gap_days, status, twin
FROM derived
LEFT JOIN (SELECT goal_spell, min(id) AS twin FROM twins GROUP BY goal_spell) USING (goal_spell)
