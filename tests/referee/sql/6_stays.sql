-- metrics.md section 8: how long, as of a day. A stay is a spell or several in one group.
CREATE TABLE grouped AS
WITH dated AS (
    SELECT spells.*, as_of,
        CASE
            WHEN NOT at_end THEN start_lo
            WHEN state = 'closed' THEN end_lo ELSE coalesce(presumed, as_of)
        END AS lo,
        CASE
            WHEN NOT at_end THEN start_hi
            WHEN state = 'closed' THEN end_hi ELSE coalesce(presumed, as_of)
        END AS hi
    FROM spells CROSS JOIN rule LEFT JOIN presumed USING (spell)
)
SELECT spell, person, place, last_role, begin, dated.start_text, dated.start_lo, dated.start_hi,
    state, end_lo, end_hi, end_text, reach, presence, bundle, number AS spell_number,
    -- The order of section 2, as if a group were one organisation.
    row_number() OVER (
        PARTITION BY person
        ORDER BY begin, state <> 'closed', end_hi, bundle, start_hi, end_lo, start_text, end_text, spell
    ) AS number
FROM dated JOIN groups ON organisation = place AND groups.lo = dated.lo AND groups.hi = dated.hi
WHERE dated.begin <= as_of;

CREATE TABLE in_stays AS
WITH before AS (
    SELECT *,
        lag(place) OVER career AS previous_place, lag(bundle) OVER career AS previous_bundle, lag(state) OVER career AS previous_state,
        max(reach) OVER (
            PARTITION BY person, bundle ORDER BY number
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS reached,
        count(*) OVER (PARTITION BY person, bundle, place ORDER BY number) AS times_here
    FROM grouped
    WINDOW career AS (PARTITION BY person ORDER BY number)
),
begun AS (
    SELECT before.*,
        CASE
            WHEN begin <= reached + rule.bridge THEN 0
            WHEN previous_bundle = bundle AND previous_state = 'unknown' AND previous_place <> place
                THEN 0
            ELSE 1
        END AS fresh
    FROM before CROSS JOIN rule
)
SELECT *, first_value(spell) OVER (PARTITION BY person, bundle, part ORDER BY number) AS stay
FROM (SELECT *, sum(fresh) OVER (PARTITION BY person, bundle ORDER BY number) AS part FROM begun);

CREATE INDEX in_stays_by ON in_stays (stay);

CREATE TABLE stays AS
WITH ranked AS (
    SELECT *, rank() OVER (PARTITION BY stay ORDER BY begin DESC, start_hi DESC) AS from_last
    FROM in_stays
)
SELECT stay, ranked.person, ranked.bundle, min(ranked.number) AS number,
    max(ranked.number) AS last_number,
    first.begin, first.start_text, first.start_lo, first.start_hi,
    CASE
        WHEN max(ranked.state = 'open') THEN 'open'
        WHEN max(from_last = 1 AND ranked.state = 'unknown') THEN 'unknown'
        ELSE 'closed'
    END AS state,
    max(ranked.end_lo) AS end_lo, max(ranked.end_hi) AS end_hi, max(ranked.reach) AS reach,
    max(ranked.presence) AS presence,
    (
        SELECT end_text FROM in_stays AS part WHERE part.stay = ranked.stay AND part.state = 'closed'
        ORDER BY end_hi DESC, end_lo DESC, number DESC LIMIT 1
    ) AS end_text,
    (
        SELECT last_role FROM in_stays AS part WHERE part.stay = ranked.stay
        ORDER BY number DESC LIMIT 1
    ) AS last_role
FROM ranked JOIN spells AS first ON first.spell = ranked.stay
GROUP BY stay;

-- The day by which a stay with an unknown end was over, since another one elsewhere had begun.
CREATE TABLE overtaken AS
SELECT stay, day FROM (
    SELECT this.stay,
        CASE WHEN other.start_hi < 1e9 THEN other.start_hi ELSE other.start_lo END AS day,
        row_number() OVER (PARTITION BY this.stay ORDER BY other.number) AS nearest
    FROM stays AS this
    JOIN in_stays AS other ON other.person = this.person AND other.bundle <> this.bundle
        AND other.number > this.number AND other.begin > coalesce(this.presence, -1000000000)
    WHERE this.state = 'unknown'
) WHERE nearest = 1;

CREATE TABLE lengths AS
WITH ends AS (
    SELECT stays.*,
        CASE WHEN start_lo > -1e9 THEN start_lo ELSE start_hi END AS out_start,
        CASE WHEN start_hi < 1e9 THEN start_hi ELSE start_lo END AS in_start,
        CASE WHEN overtaken.day IS NOT NULL THEN overtaken.day WHEN end_hi < 1e9 THEN end_hi ELSE end_lo END AS out_end,
        CASE WHEN overtaken.day IS NOT NULL THEN overtaken.day WHEN end_lo > -1e9 THEN end_lo ELSE end_hi END AS in_end,
        overtaken.day IS NOT NULL AS is_presumed
    FROM stays LEFT JOIN overtaken USING (stay)
),
middles AS (
    SELECT ends.*,
        CASE WHEN start_lo = -1e9 OR start_hi = 1e9 THEN out_start ELSE start_lo + (start_hi - start_lo) / 2 END AS mid_start,
        in_end + (out_end - in_end) / 2 AS mid_end
    FROM ends
),
chosen AS (
    SELECT middles.*, as_of, unknown_end, coalesce(rule.dates, 'middle') AS reading,
        CASE rule.dates WHEN 'outer' THEN out_start WHEN 'inner' THEN in_start ELSE mid_start END AS start_day,
        CASE rule.dates WHEN 'outer' THEN out_end WHEN 'inner' THEN in_end ELSE mid_end END AS end_day,
        CASE WHEN reach < 1e9 THEN reach ELSE presence END AS evidence
    FROM middles CROSS JOIN rule
),
judged AS (
    SELECT *,
        CASE
            WHEN state = 'open' OR mid_end > as_of THEN 'open'
            WHEN state = 'closed' OR is_presumed THEN 'closed'
            WHEN unknown_end = 'left' AND evidence > as_of THEN 'open'
            ELSE unknown_end
        END AS judged
    FROM chosen
),
stopped AS (
    SELECT *,
        CASE judged WHEN 'open' THEN as_of WHEN 'closed' THEN end_day WHEN 'left' THEN evidence ELSE min(evidence, as_of) END AS stop_day,
        CASE judged WHEN 'open' THEN as_of WHEN 'closed' THEN out_end WHEN 'left' THEN evidence ELSE min(evidence, as_of) END AS last_day
    FROM judged
)
SELECT stay, person, bundle, number, last_number, is_presumed, start_day, stop_day, as_of,
    CASE judged WHEN 'left' THEN 'closed' ELSE judged END AS judged,
    CASE
        WHEN reading = 'middle' AND stop_day < start_day THEN max(0, last_day - out_start)
        ELSE max(0, stop_day - start_day)
    END AS days,
    CASE
        WHEN reading = 'middle' AND as_of < start_day THEN max(0, as_of - out_start)
        ELSE max(0, as_of - start_day)
    END AS days_to_date,
    CASE WHEN stop_day < start_day THEN out_start ELSE start_day END AS years_from,
    CASE WHEN stop_day < start_day THEN last_day ELSE stop_day END AS years_to,
    row_number() OVER (PARTITION BY person, bundle ORDER BY number) AS time
FROM stopped;

-- Running on a day, for sure or perhaps, at the organisation that counts on that day.
CREATE TABLE running AS
WITH bounded AS (
    SELECT spells.*, presumed, unknown_end, as_of, CASE WHEN at_end THEN 'outer' ELSE coalesce(rule.dates, 'outer') END AS reading,
        CASE WHEN presumed IS NOT NULL THEN presumed ELSE end_lo END AS low,
        CASE WHEN presumed IS NOT NULL THEN presumed ELSE end_hi END AS high,
        state = 'unknown' AND presumed IS NULL AND unknown_end = 'unknown' AS hangs
    FROM spells
    CROSS JOIN rule
    LEFT JOIN presumed ON presumed.spell = spells.spell AND presumed.begin <= as_of
    WHERE spells.begin <= as_of
),
present AS (
    SELECT person, place, start_lo, hangs,
        CASE
            WHEN start_lo = -1e9 THEN start_hi
            WHEN reading = 'outer' OR start_hi = 1e9 THEN start_lo
            WHEN reading = 'inner' THEN start_hi
            ELSE start_lo + (start_hi - start_lo) / 2
        END AS start_day,
        CASE
            WHEN state = 'open' OR presumed > as_of THEN 1000000000
            WHEN state = 'unknown' AND presumed IS NULL AND unknown_end = 'open' THEN 1000000000
            WHEN state = 'unknown' AND presumed IS NULL THEN CASE WHEN reach < 1e9 THEN reach ELSE presence END
            WHEN high = 1e9 THEN low
            WHEN low = -1e9 OR reading = 'outer' THEN high
            WHEN reading = 'inner' THEN low
            ELSE low + (high - low) / 2
        END AS end_day,
        state <> 'open' AND presumed IS NULL AND high = 1e9 AS no_latest
    FROM bounded
),
on_days AS (
    SELECT day, person, place,
        CASE
            WHEN day BETWEEN start_day AND end_day THEN 1
            WHEN day < start_day AND start_lo = -1e9 THEN 0
            WHEN day > end_day AND (hangs OR no_latest) THEN 0
        END AS sure
    FROM present CROSS JOIN days
)
SELECT day, person, bundle, max(sure) AS sure
FROM on_days JOIN groups ON groups.organisation = place AND groups.lo = day AND groups.hi = day
WHERE sure IS NOT NULL
GROUP BY day, person, bundle;

CREATE TABLE person_years AS
SELECT bundle, sum(max(0, min(years_to, min(until, rule.as_of)) - max(years_from, since))) / 365.25 AS years
FROM lengths CROSS JOIN rule
GROUP BY bundle;

-- Kaplan-Meier's inputs: at each length how many ended there, and how many lasted at least so long.
CREATE TABLE followed AS
SELECT 'all' AS reading, bundle, days, judged = 'closed' AS ended FROM lengths
UNION ALL SELECT 'first', bundle, days, judged = 'closed' FROM lengths WHERE time = 1
UNION ALL SELECT 'if left', bundle, days, judged <> 'open' FROM lengths WHERE time = 1
UNION ALL
SELECT 'if stayed', bundle, CASE judged WHEN 'unknown' THEN days_to_date ELSE days END,
    judged = 'closed'
FROM lengths WHERE time = 1;

CREATE TABLE at_risk AS
SELECT reading, bundle, days, sum(ended) AS ended,
    sum(count(*)) OVER (
        PARTITION BY reading, bundle ORDER BY days DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS at_risk
FROM followed
GROUP BY reading, bundle, days;

-- S by lengths, with the sum in Greenwood's formula.
CREATE TABLE survival AS
SELECT reading, bundle, days, ended, at_risk,
    CASE
        WHEN min(at_risk - ended) OVER past = 0 THEN 0.0
        ELSE exp(sum(ln(1.0 * (at_risk - ended) / at_risk)) OVER past)
    END AS share,
    sum(CASE WHEN at_risk > ended THEN 1.0 * ended / (at_risk * (at_risk - ended)) END) OVER past AS greenwood
FROM at_risk
WINDOW past AS (PARTITION BY reading, bundle ORDER BY days);

CREATE TABLE bands AS
SELECT survival.*,
    CASE WHEN share = 0 THEN 0.0 WHEN share < 1 THEN pow(share, exp(1.959963984540054 * sqrt(greenwood) / -ln(share))) END AS low,
    CASE WHEN share > 0 AND share < 1 THEN pow(share, exp(-1.959963984540054 * sqrt(greenwood) / -ln(share))) END AS high
FROM survival;
