"""How does a test ask a ledger, and what came out, in one line a row?"""

from datetime import date
from typing import Any

from sqlalchemy import select

from talentdb.dates import read
from talentdb.metrics import flows as flows_metric
from talentdb.metrics import net as net_metric
from talentdb.metrics import ratio as ratio_metric
from talentdb.metrics.arrivals import arrivals as arrivals_metric
from talentdb.metrics.departures import departures as departures_metric
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import moves as moves_query
from talentdb.queries.positions import positions
from talentdb.queries.resolve import by_newest_name
from talentdb.queries.rule import Rule
from talentdb.schema import organisations, people
from tests.builders import Ledger

TODAY = date(2026, 1, 1)
BODIES = ("organisation", "from_", "to", "counterpart")


def asked(ledger: Ledger, **options: Any) -> MoveFilter:
    """The filter that a command line with these options spells; organisations by name."""
    bodies: dict[str, Any] = {
        option: tuple(
            by_newest_name(ledger.connection, ledger.organisation(name))
            for name in options.pop(option, "").split(", ")
            if name
        )
        for option in BODIES
    }
    narrowing: dict[str, Any] = {
        name: options.pop(name) for name in ("possible", "tag") if name in options
    }
    for option in ("since", "until"):
        if options.get(option):
            day = read(options[option])
            options[option] = day.earliest if option == "since" else day.latest
    if "person" in options:
        narrowing["person"] = (ledger.person(options.pop("person")),)
    named = tuple(id for ids in bodies.values() for id in ids)
    options.setdefault("as_of", TODAY)
    return MoveFilter(Rule(named=named, **options), **bodies, **narrowing)


def moves(ledger: Ledger, **options: Any) -> list[str]:
    """`Ada: Acme → Globex 2020`, the latest first."""
    rows = ledger.connection.execute(moves_query(asked(ledger, **options))).mappings()
    return [
        f"{row['person'].split()[0]}: {row['from'] or '?'} → {row['to'] or '?'} "
        f"{row['date'] or '?'}"
        for row in rows
    ]


def details(ledger: Ledger, **options: Any) -> list[dict[str, Any]]:
    """The moves with every field."""
    return list(
        map(dict, ledger.connection.execute(moves_query(asked(ledger, **options))).mappings())
    )


def flows(ledger: Ledger, open_sides: bool = False, **options: Any) -> list[flows_metric.Flow]:
    """Moves from each to each."""
    statement = flows_metric.statement(asked(ledger, **options), open_sides)
    return [flows_metric.Flow(*row) for row in ledger.connection.execute(statement)]


def pairs(ledger: Ledger, **options: Any) -> dict[tuple[str | None, str | None], int]:
    """How many moved from each to each."""
    return {(flow.origin, flow.destination): flow.moves for flow in flows(ledger, **options)}


def net(ledger: Ledger, **options: Any) -> dict[str, tuple[int, int, int, int]]:
    """In, out, net and possible by organisation."""
    rows = ledger.connection.execute(net_metric.statement(asked(ledger, **options)))
    return {row.organisation: (row.inbound, row.outbound, row.net, row.possible) for row in rows}


def ratios(ledger: Ledger, **options: Any) -> list[ratio_metric.Ratio]:
    """Who came for each one that went."""
    top = options.pop("top", None)
    rows = ledger.connection.execute(ratio_metric.statement(asked(ledger, **options)))
    return list(ratio_metric.result((ratio_metric.Counts(*row) for row in rows), top))


def arrivals(ledger: Ledger, **options: Any) -> list[str]:
    """`Ada joined Globex 2020 from Acme`, the latest first."""
    rows = ledger.connection.execute(arrivals_metric(asked(ledger, **options))).mappings()
    return [
        f"{row['person'].split()[0]} joined {row['organisation']} {row['joined'] or '?'} "
        f"from {row['from'] or '?'}"
        for row in rows
    ]


def departures(ledger: Ledger, **options: Any) -> list[str]:
    """`Ada left Acme 2020, now at Globex`, the latest first."""
    rows = ledger.connection.execute(departures_metric(asked(ledger, **options))).mappings()
    return [
        f"{row['person'].split()[0]} left {row['organisation']} {row['left'] or '?'}, "
        f"now at {row['now_at'] or '?'}"
        for row in rows
    ]


def places(ledger: Ledger, as_of: date = TODAY) -> dict[str, str]:
    """Where everybody is on a day."""
    now = positions(as_of)
    statement = (
        select(people.c.name, organisations.c.name)
        .select_from(now)
        .join(people, people.c.id == now.c.person_id)
        .join(organisations, organisations.c.id == now.c.organisation_id)
    )
    return {name.split()[0]: place for name, place in ledger.connection.execute(statement)}
