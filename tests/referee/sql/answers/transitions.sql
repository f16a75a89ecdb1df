-- What the ledger stores of each derived move.
SELECT person, origin, goal, origin_role, goal_role, origin_title, goal_title,
    date_text AS date, continuity, gap_days, status, twins.id AS twin
FROM derived
LEFT JOIN twins USING (goal_spell)
