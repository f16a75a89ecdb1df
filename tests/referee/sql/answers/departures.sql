WITH over AS (
    SELECT spells.*, stated.id AS stated_id, presumed,
        CASE WHEN state = 'closed' THEN end_text ELSE coalesce(stated.date_text, '[..' || date_text(presumed, presumed) || ']') END AS day,
        CASE
            WHEN state = 'closed' THEN end_lo
            WHEN stated.date_text IS NOT NULL THEN stated.date_lo
            WHEN presumed IS NOT NULL THEN -1000000000
            ELSE as_of
        END AS lo,
        CASE
            WHEN state = 'closed' THEN end_hi
            WHEN stated.date_text IS NOT NULL THEN stated.date_hi
            ELSE coalesce(presumed, as_of)
        END AS hi,
        stated.joined_group AS stated_group, stated.continuity AS stated_continuity, stated.origin_title
    FROM spells
    CROSS JOIN rule
    LEFT JOIN presumed USING (spell)
    LEFT JOIN ended_by USING (spell)
    LEFT JOIN heard AS stated ON stated.origin_word = 'recorded' AND stated.id = ended_by.id
    WHERE (state = 'closed' AND as_of >= CASE
            WHEN end_hi = 1e9 THEN end_lo WHEN end_lo = -1e9 THEN end_hi
            ELSE end_lo + (end_hi - end_lo) / 2 END)
        OR (state = 'unknown' AND presumed <= as_of)
        OR (state <> 'closed' AND stated.id IS NOT NULL AND (
            stated.date_text IS NULL
            OR CASE WHEN stated.date_lo > -1e9 THEN stated.date_lo ELSE stated.date_hi END <= as_of
        ))
),
gone AS (
    SELECT over.person, end_group.bundle, over.day, coalesce(counted.title, over.origin_title) AS title,
        coalesce(stated_group, followed.joined_group) AS other,
        coalesce(stated_continuity, followed.continuity) AS continuity
    FROM over
    JOIN counted ON counted.id = over.last_role
    LEFT JOIN groups AS end_group ON end_group.organisation = over.place
        AND end_group.lo = over.lo AND end_group.hi = over.hi
    LEFT JOIN heard AS followed ON followed.origin_word = 'derived' AND followed.origin_role = over.last_role
    UNION ALL
    SELECT person, left_group, date_text, origin_title, joined_group, continuity
    FROM crossings CROSS JOIN rule
    WHERE origin_word = 'recorded' AND left_group IS NOT NULL
        AND id NOT IN (SELECT id FROM ended_by)
        AND (date_text IS NULL OR CASE WHEN date_lo > -1e9 THEN date_lo ELSE date_hi END <= as_of)
)
SELECT people.name AS person, organisations.name AS organisation, day AS "left", continuity, gone.title AS last_title,
    place.name AS now_at, now.title AS now_title, now.seen
FROM gone
LEFT JOIN now ON now.person = gone.person
LEFT JOIN organisations AS place ON place.id = now.place
JOIN people ON people.id = gone.person
JOIN organisations ON organisations.id = gone.bundle
WHERE other IS NOT bundle
    AND (NOT EXISTS (SELECT 1 FROM named) OR bundle IN (SELECT organisation FROM named))
