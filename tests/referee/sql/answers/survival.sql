-- S after so many years, under three readings of unknown ends; null if nobody was followed as long.
WITH asked AS (SELECT :years * 365.25 AS days),
readings AS (SELECT DISTINCT reading, bundle FROM survival WHERE reading <> 'all'),
reached AS (
    SELECT readings.*,
        (
            SELECT row_number FROM numbered
            WHERE numbered.reading = readings.reading AND numbered.bundle = readings.bundle
                AND numbered.days <= asked.days
            ORDER BY days DESC LIMIT 1
        ) AS place,
        (
            SELECT max(numbered.days) FROM numbered
            WHERE numbered.reading = readings.reading AND numbered.bundle = readings.bundle
        ) AS longest,
        asked.days AS asked
    FROM readings CROSS JOIN asked
),
numbered AS (
    SELECT *, row_number() OVER (PARTITION BY reading, bundle ORDER BY days) AS row_number FROM bands
),
found AS (
    SELECT reached.reading, reached.bundle,
        CASE WHEN asked <= longest OR numbered.share = 0 THEN coalesce(numbered.share, 1.0) END AS share,
        CASE WHEN asked <= longest THEN numbered.low END AS low,
        CASE WHEN asked <= longest THEN numbered.high END AS high
    FROM reached
    LEFT JOIN numbered ON numbered.reading = reached.reading
        AND numbered.bundle = reached.bundle AND numbered.row_number = reached.place
)
SELECT organisations.name AS organisation, 'survival' AS definition,
    (SELECT count(*) FROM lengths WHERE lengths.bundle = first.bundle AND time = 1) AS eligible,
    NULL AS retained, first.share AS retention, first.low AS lower, first.high AS upper,
    (
        SELECT count(*) FROM lengths
        WHERE lengths.bundle = first.bundle AND time = 1 AND judged = 'unknown'
    ) AS unknown,
    (SELECT share FROM found WHERE reading = 'if left' AND bundle = first.bundle) AS if_left,
    (SELECT share FROM found WHERE reading = 'if stayed' AND bundle = first.bundle) AS if_stayed
FROM found AS first JOIN organisations ON organisations.id = first.bundle
WHERE first.reading = 'first'
    AND (NOT EXISTS (SELECT 1 FROM named) OR first.bundle IN (SELECT organisation FROM named))
