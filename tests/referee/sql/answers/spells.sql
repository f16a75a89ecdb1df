-- What the ledger stores of each spell.
SELECT spells.person, spells.place, spells.spell AS first_role, spells.last_role, start_text AS started, state,
    CASE state WHEN 'closed' THEN end_text WHEN 'open' THEN '..' END AS ended,
    date_text(nullif(start_lo, -1000000000), start_lo) AS started_earliest,
    date_text(nullif(start_hi, 1000000000), start_hi) AS started_latest,
    date_text(nullif(end_lo, -1000000000), end_lo) AS ended_earliest,
    date_text(nullif(end_hi, 1000000000), end_hi) AS ended_latest,
    date_text(nullif(reach, 1000000000), reach) AS evidence,
    date_text(presence, presence) AS presence, date_text(presumed, presumed) AS presumed_end,
    spells.spell NOT IN (SELECT spell FROM stations) AS aside,
    begun_by.id AS joined_by, ended_by.id AS left_by
FROM spells
LEFT JOIN presumed USING (spell)
LEFT JOIN begun_by USING (spell)
LEFT JOIN ended_by USING (spell)
