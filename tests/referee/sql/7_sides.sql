-- metrics.md section 11: which recorded move tells how a spell began, and which how it ended.
CREATE TABLE side_fits AS
WITH last_days AS (
    SELECT spells.*,
        CASE state WHEN 'closed' THEN end_lo ELSE coalesce(presence, -1000000000) END AS from_day,
        CASE state WHEN 'closed' THEN end_hi ELSE coalesce(presumed, 1000000000) END AS to_day
    FROM spells LEFT JOIN presumed USING (spell)
    WHERE state <> 'open'
)
SELECT 'begun' AS side, goal_spell AS spell, id, 0 AS grounds, 0 AS distance FROM twins
UNION ALL
SELECT 'begun', in_spells.spell, told.id, 1, 0 FROM told JOIN in_spells ON in_spells.id = goal_role
UNION ALL
SELECT 'begun', spells.spell, told.id, CASE WHEN told.date_text IS NULL THEN 3 ELSE 2 END,
    coalesce(abs(told.date_lo - start_lo) + abs(told.date_hi - start_hi), 0)
FROM told JOIN spells ON spells.person = told.person
WHERE goal_role IS NULL
    AND (told.goal_place, spells.place) IN related
    AND (told.date_text IS NULL OR (told.date_lo <= start_hi + 92 AND told.date_hi >= start_lo - 92))
UNION ALL
SELECT 'ended', origin_spell, twins.id, 0, 0
FROM twins JOIN derived USING (goal_spell)
UNION ALL
SELECT 'ended', in_spells.spell, told.id, 1, 0 FROM told JOIN in_spells ON in_spells.id = origin_role
UNION ALL
SELECT 'ended', last_days.spell, told.id, CASE WHEN told.date_text IS NULL THEN 3 ELSE 2 END,
    coalesce(abs(told.date_lo - from_day) + abs(told.date_hi - to_day), 0)
FROM told JOIN last_days ON last_days.person = told.person
WHERE origin_role IS NULL
    AND (told.origin_place, last_days.place) IN related
    AND (
        told.date_text IS NULL
        OR (
            told.date_lo <= to_day + 92
            AND told.date_hi >= from_day - CASE state WHEN 'closed' THEN 92 ELSE 0 END
        )
    );

-- The surest and nearest first; no move tells of two beginnings, no spell has two, nor two ends.
CREATE TABLE sides AS
WITH RECURSIVE ranked AS (
    SELECT side_fits.*, spells.person, number, count(*) OVER (PARTITION BY side, id, grounds) AS ways
    FROM side_fits JOIN spells USING (spell)
),
queue AS (
    SELECT *, row_number() OVER (
        PARTITION BY side, person ORDER BY grounds, distance, number, id, spell
    ) AS turn
    FROM ranked WHERE grounds < 3 OR ways = 1
),
chosen (side, person, turn, id, spell, ids, taken) AS (
    SELECT DISTINCT side, person, 0, NULL, NULL, ',', ',' FROM queue
    UNION ALL
    SELECT queue.side, queue.person, queue.turn, queue.id, queue.spell,
        ids || queue.id || ',', taken || queue.spell || ','
    FROM chosen JOIN queue ON queue.side = chosen.side AND queue.person = chosen.person
        AND queue.turn = (
            SELECT min(turn) FROM queue AS next
            WHERE next.side = chosen.side AND next.person = chosen.person
                AND next.turn > chosen.turn
                AND instr(ids, ',' || next.id || ',') = 0
                AND instr(taken, ',' || next.spell || ',') = 0
        )
)
SELECT side, spell, id FROM chosen WHERE turn > 0;

CREATE TABLE begun_by AS SELECT spell, id FROM sides WHERE side = 'begun';
CREATE TABLE ended_by AS SELECT spell, id FROM sides WHERE side = 'ended';

-- Moves of every continuity with the groups of their sides, those inside one group too.
CREATE TABLE heard AS
SELECT moves.*, origin_group.bundle AS left_group, goal_group.bundle AS joined_group
FROM moves
CROSS JOIN rule
LEFT JOIN groups AS origin_group ON origin_group.organisation = moves.origin
    AND origin_group.lo = coalesce(date_lo, as_of) AND origin_group.hi = coalesce(date_hi, as_of)
LEFT JOIN groups AS goal_group ON goal_group.organisation = moves.goal
    AND goal_group.lo = coalesce(date_lo, as_of) AND goal_group.hi = coalesce(date_hi, as_of);
