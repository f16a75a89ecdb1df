-- metrics.md section 8: an unknown end that must lie before another spell.
CREATE TABLE presumed AS
WITH elsewhere AS (
    SELECT this.spell, other.begin, CASE WHEN other.start_hi < 1e9 THEN other.start_hi ELSE other.start_lo END AS day,
        row_number() OVER (PARTITION BY this.spell ORDER BY other.number) AS nearest
    FROM spells AS this
    JOIN spells AS other ON other.person = this.person AND other.place <> this.place
        AND other.number > this.number AND other.begin > coalesce(this.presence, -1000000000)
    WHERE this.state = 'unknown'
)
SELECT elsewhere.spell, spells.place, elsewhere.begin, day AS presumed
FROM elsewhere JOIN spells ON spells.spell = elsewhere.spell WHERE nearest = 1;
CREATE INDEX presumed_of ON presumed (spell);
