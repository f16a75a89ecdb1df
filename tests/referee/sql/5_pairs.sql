-- metrics.md sections 4 and 6: two-sided journeys counted by pair.
CREATE TABLE pairs AS
WITH once AS (
    SELECT left_group, joined_group, stands, date_text, date_lo, date_hi,
        CASE WHEN unique_people THEN 'person ' || person ELSE origin_word || ' ' || id END AS unit,
        min(CASE stands WHEN 'in' THEN 0 ELSE 1 END) OVER (
            PARTITION BY left_group, joined_group,
                CASE WHEN unique_people THEN 'person ' || person ELSE origin_word || ' ' || id END
        ) AS surest
    FROM journeys CROSS JOIN rule
    WHERE stands IN ('in', 'may')
)
SELECT left_group, joined_group,
    count(DISTINCT CASE stands WHEN 'in' THEN unit END) AS moves,
    count(DISTINCT CASE WHEN surest = 1 THEN unit END) AS possible,
    min(CASE stands WHEN 'in' THEN nullif(date_lo, -1000000000) END) AS earliest
FROM once
GROUP BY left_group, joined_group;

-- Each count as seen by both sides.
CREATE TABLE exchanges AS
SELECT organisation, counterpart, sum(inbound) AS inbound, sum(outbound) AS outbound,
    sum(possible) AS possible
FROM (
    SELECT joined_group AS organisation, left_group AS counterpart, moves AS inbound, 0 AS outbound, possible
    FROM pairs WHERE left_group IS NOT NULL AND joined_group IS NOT NULL
    UNION ALL
    SELECT left_group, joined_group, 0, moves, possible
    FROM pairs WHERE left_group IS NOT NULL AND joined_group IS NOT NULL
)
GROUP BY organisation, counterpart;
