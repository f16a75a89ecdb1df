-- metrics.md section 1 and 2: which roles, and what spells they make.
CREATE TABLE newest AS
WITH RECURSIVE later (organisation, here) AS (
    SELECT id, id FROM organisations
    UNION
    SELECT later.organisation, links.other
    FROM later JOIN links ON links.organisation = later.here AND links.kind = 'renamed'
)
SELECT organisation, max(here) AS newest
FROM later
WHERE here NOT IN (SELECT organisation FROM links WHERE kind = 'renamed')
GROUP BY organisation;
CREATE INDEX newest_of ON newest (organisation);

CREATE TABLE counted AS
WITH bounded AS (
    SELECT
        roles.*, newest.newest AS place, organisations.name_key, grade,
        CASE WHEN start_lo > -1e9 THEN start_lo ELSE start_hi END AS begin,
        coalesce(end_text = '..', 0) AS is_open,
        end_text IS NULL AS is_unknown,
        end_text IS NULL OR end_text = '..' AS endless,
        CASE
            WHEN end_text IS NULL THEN max(start_hi, coalesce(seen_hi, start_hi))
            WHEN end_text = '..' THEN 1000000000
            ELSE end_hi
        END AS reach
    FROM roles
    JOIN newest ON newest.organisation = roles.organisation
    JOIN organisations ON organisations.id = newest.newest
    JOIN grades ON grades.status = roles.status
    CROSS JOIN rule
    WHERE start_text IS NOT NULL AND kind IN (SELECT kind FROM kinds) AND grade >= rule.least
)
SELECT
    *,
    row_number() OVER (
        PARTITION BY person
        ORDER BY
            begin, endless, CASE WHEN NOT endless THEN end_hi END, name_key, coalesce(title, ''),
            start_hi, CASE WHEN NOT endless THEN end_lo END, start_text, coalesce(end_text, ''), id
    ) AS number
FROM (
    SELECT
        *, row_number() OVER same AS copy,
        max(grade) OVER (
            PARTITION BY person, place, title, start_text, end_text
        ) AS surest
    FROM bounded
    WINDOW same AS (PARTITION BY person, place, title, start_text, end_text ORDER BY id)
)
WHERE copy = 1;
CREATE INDEX counted_of ON counted (id);

CREATE TABLE in_spells AS
WITH before AS (
    SELECT
        *,
        lag(place) OVER career AS previous_place,
        lag(is_unknown) OVER career AS previous_unknown,
        max(reach) OVER (
            PARTITION BY person, place ORDER BY number
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS reached
    FROM counted
    WINDOW career AS (PARTITION BY person ORDER BY number)
),
begun AS (
    SELECT
        before.*,
        CASE
            WHEN begin <= reached + rule.bridge THEN 0
            WHEN previous_place = place AND previous_unknown THEN 0
            ELSE 1
        END AS fresh
    FROM before CROSS JOIN rule
)
SELECT
    *,
    first_value(id) OVER (PARTITION BY person, place, part ORDER BY number) AS spell
FROM (SELECT *, sum(fresh) OVER (PARTITION BY person, place ORDER BY number) AS part FROM begun);

CREATE INDEX in_spells_by ON in_spells (spell);

CREATE TABLE spells AS
WITH ranked AS (
    SELECT
        *,
        rank() OVER (PARTITION BY spell ORDER BY begin DESC, start_hi DESC) AS from_last,
        last_value(id) OVER (
            PARTITION BY spell ORDER BY number
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS last_role
    FROM in_spells
),
summed AS (
    SELECT
        spell, person, place, last_role, min(number) AS number,
        max(is_open) AS is_open,
        max(CASE WHEN from_last = 1 THEN is_unknown ELSE 0 END) AS hangs,
        max(CASE WHEN NOT is_open AND NOT is_unknown THEN end_lo END) AS end_lo,
        max(CASE WHEN NOT is_open AND NOT is_unknown THEN end_hi END) AS end_hi,
        max(reach) AS reach,
        nullif(max(max(
            start_lo,
            CASE WHEN is_open OR is_unknown THEN -1000000000 ELSE end_lo END,
            coalesce(seen_lo, -1000000000)
        )), -1000000000) AS presence
    FROM ranked
    GROUP BY spell, person, place, last_role
)
SELECT *, row_number() OVER (
    PARTITION BY person
    ORDER BY
        begin, state <> 'closed', end_hi, name_key, coalesce(title, ''), start_hi, end_lo,
        start_text, coalesce(end_text, ''), spell
) AS number
FROM (SELECT
    summed.spell, summed.person, summed.place, summed.last_role, first.name_key, first.title, first.begin, first.start_text, first.start_lo, first.start_hi,
    CASE WHEN summed.is_open THEN 'open' WHEN hangs THEN 'unknown' ELSE 'closed' END AS state,
    CASE WHEN NOT summed.is_open AND NOT hangs THEN summed.end_lo END AS end_lo,
    CASE WHEN NOT summed.is_open AND NOT hangs THEN summed.end_hi END AS end_hi,
    CASE WHEN NOT summed.is_open AND NOT hangs THEN coalesce(
        (
            SELECT role.end_text FROM in_spells AS role
            WHERE role.spell = summed.spell AND NOT role.is_open AND NOT role.is_unknown
                AND role.end_lo = summed.end_lo AND role.end_hi = summed.end_hi
            ORDER BY role.end_text LIMIT 1
        ),
        date_text(summed.end_lo, summed.end_hi)
    ) END AS end_text,
    summed.reach, summed.presence
FROM summed JOIN counted AS first ON first.id = summed.spell);
CREATE INDEX spells_of ON spells (person, number);
CREATE INDEX in_spells_of ON in_spells (id);
