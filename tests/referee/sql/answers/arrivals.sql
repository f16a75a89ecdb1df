WITH begun AS (
    SELECT spells.person, start_group.bundle, spells.start_text AS day,
        coalesce(counted.title, stated.goal_title) AS title,
        coalesce(stated.left_group, followed.left_group) AS other,
        coalesce(stated.continuity, followed.continuity) AS continuity
    FROM spells
    CROSS JOIN rule
    JOIN counted ON counted.id = spells.spell
    JOIN groups AS start_group ON start_group.organisation = spells.place
        AND start_group.lo = spells.start_lo AND start_group.hi = spells.start_hi
    LEFT JOIN begun_by USING (spell)
    LEFT JOIN heard AS stated ON stated.origin_word = 'recorded' AND stated.id = begun_by.id
    LEFT JOIN heard AS followed ON followed.origin_word = 'derived' AND followed.id = spells.spell
    WHERE spells.begin <= as_of
    UNION ALL
    SELECT person, joined_group, date_text, goal_title, left_group, continuity
    FROM crossings CROSS JOIN rule
    WHERE origin_word = 'recorded' AND joined_group IS NOT NULL
        AND id NOT IN (SELECT id FROM begun_by)
        AND (date_text IS NULL OR CASE WHEN date_lo > -1e9 THEN date_lo ELSE date_hi END <= as_of)
)
SELECT people.name AS person, organisations.name AS organisation, day AS joined, title,
    origin.name AS "from", continuity
FROM begun
JOIN people ON people.id = begun.person
JOIN organisations ON organisations.id = begun.bundle
LEFT JOIN organisations AS origin ON origin.id = begun.other
WHERE other IS NOT bundle
    AND (NOT EXISTS (SELECT 1 FROM named) OR bundle IN (SELECT organisation FROM named))
