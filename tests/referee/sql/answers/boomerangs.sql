-- Two stays at one organisation with one elsewhere running in the hole between: a row a station.
WITH twice AS (
    SELECT stays.*, lead(stay) OVER (PARTITION BY person, bundle ORDER BY number) AS next_stay
    FROM stays
),
dated AS (
    SELECT twice.*, last_spell.spell AS last_spell, presumed, stated.date_text AS stated_text,
        stated.date_lo AS stated_lo, stated.date_hi AS stated_hi, stated.id AS stated_id
    FROM twice
    JOIN in_stays AS last_spell ON last_spell.person = twice.person
        AND last_spell.number = last_number
    LEFT JOIN presumed ON presumed.spell = last_spell.spell
    LEFT JOIN ended_by ON ended_by.spell = last_spell.spell
    LEFT JOIN told AS stated ON stated.id = ended_by.id
),
holes AS (
    SELECT earlier.person, earlier.bundle, earlier.stay, later.stay AS next_stay,
        CASE
            WHEN earlier.state = 'closed' THEN earlier.end_text
            ELSE coalesce(stated_text, '[..' || date_text(presumed, presumed) || ']')
        END AS left_text,
        CASE WHEN earlier.state = 'closed' THEN earlier.end_lo ELSE coalesce(stated_lo, -1000000000) END AS left_lo,
        CASE WHEN earlier.state = 'closed' THEN earlier.end_hi ELSE coalesce(stated_hi, presumed, 1000000000) END AS left_hi,
        later.start_text, later.start_lo, later.start_hi,
        earlier.stated_id AS left_by, earlier.reach + 1 AS hole_lo, later.begin - 1 AS hole_hi
    FROM dated AS earlier JOIN stays AS later ON later.stay = earlier.next_stay
)
SELECT people.name AS person, organisations.name AS organisation, left_text AS "left",
    holes.start_text AS returned,
    CASE
        WHEN left_lo > -1e9 AND left_hi < 1e9 AND holes.start_lo > -1e9 AND holes.start_hi < 1e9
            THEN max(
                0,
                holes.start_lo + (holes.start_hi - holes.start_lo) / 2
                - left_lo - (left_hi - left_lo) / 2
            )
    END AS away_days,
    via.name AS via, other.number AS via_number, holes.stay, holes.bundle, left_by, begun_by.id AS joined_by
FROM holes
JOIN in_stays AS other ON other.person = holes.person AND other.bundle <> holes.bundle
    AND other.begin <= hole_hi
LEFT JOIN presumed ON presumed.spell = other.spell
LEFT JOIN begun_by ON begun_by.spell = holes.next_stay
JOIN people ON people.id = holes.person
JOIN organisations ON organisations.id = holes.bundle
JOIN organisations AS via ON via.id = other.bundle
WHERE hole_lo <= hole_hi
    AND CASE other.state WHEN 'unknown' THEN max(other.reach, coalesce(presumed, other.reach)) ELSE other.reach END >= hole_lo
    AND (NOT EXISTS (SELECT 1 FROM named) OR holes.bundle IN (SELECT organisation FROM named))
ORDER BY holes.stay, via_number
