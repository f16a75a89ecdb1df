SELECT organisations.name AS organisation, sum(inbound) AS inbound, sum(outbound) AS outbound,
    sum(inbound) - sum(outbound) AS net, sum(possible) AS possible
FROM exchanges JOIN organisations ON organisations.id = exchanges.organisation
WHERE NOT EXISTS (SELECT 1 FROM named) OR organisation IN (SELECT organisation FROM named)
GROUP BY exchanges.organisation
