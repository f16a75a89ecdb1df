"""How do arrivals and departures change over time? (metrics.md §14)"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import (
    Integer,
    Select,
    and_,
    case,
    cast,
    distinct,
    extract,
    func,
    literal,
    null,
    select,
    union_all,
)

from talentdb.metrics.flows import two_sided
from talentdb.queries.behind import moves_behind
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import narrowed
from talentdb.queries.transitions import counted
from talentdb.schema import organisations

# How many periods of each kind a year has, and the EDTF number of its first one.
PERIODS = {"month": (12, 1), "quarter": (4, 33), "year": (1, 0)}


class Counted(NamedTuple):
    """Moves of one organisation in one period; `period` counts periods from the year 0.

    It is None for moves that do not lie in one period: undated, or too coarse.
    """

    organisation_id: int
    organisation: str
    period: int | None
    inbound: int
    outbound: int


class Trend(NamedTuple):
    """The fields of `query trend`."""

    organisation: str
    period: str | None
    inbound: int
    outbound: int
    net: int


def statement(filter: MoveFilter, by: str) -> Select[Any]:
    """In and out of every organisation, period by period, over moves of which both sides are known.

    Only periods with a move; those that lie in no single period come last. `by` is one of PERIODS.
    """
    move = counted(filter.rule)
    period = _period(move.c.date_earliest, move.c.date_latest, by)
    event = distinct(move.c.person_id) if filter.rule.unique_people else literal(1)
    one = (
        select(move.c.from_group, move.c.to_group, period.label("period"), _count(event))
        .where(move.c.certain, move.c.from_group.is_not(None), move.c.to_group.is_not(None))
        .group_by(move.c.from_group, move.c.to_group, period)
        .subquery("one")
    )
    sides = union_all(
        select(one.c.to_group.label("id"), one.c.period, one.c.moves, literal(1).label("inbound")),
        select(one.c.from_group, one.c.period, one.c.moves, literal(0)),
    ).subquery("sides")
    rows = (
        select(
            organisations.c.id,
            organisations.c.name,
            sides.c.period,
            func.sum(sides.c.moves * sides.c.inbound).label("inbound"),
            func.sum(sides.c.moves * (1 - sides.c.inbound)).label("outbound"),
        )
        .join(sides, sides.c.id == organisations.c.id)
        .group_by(organisations.c.id, organisations.c.name, sides.c.period)
        .order_by(organisations.c.name, organisations.c.id, sides.c.period.nulls_last())
    )
    if filter.organisation:
        rows = rows.where(organisations.c.id.in_(filter.organisation))
    return rows


def behind(filter: MoveFilter, by: str) -> Select[Any]:
    """The moves behind the rows, each with the number of its `period`."""
    move = counted(filter.rule, filter.touched)
    period = _period(move.c.date_earliest, move.c.date_latest, by)
    rows = moves_behind(move).add_columns(period.label("period"))
    return narrowed(rows.where(move.c.certain, *two_sided(move)), move, filter)


def _count(event: Any) -> Any:
    return func.count(event).label("moves")


def _period(earliest: Any, latest: Any, by: str) -> Any:
    """The number of the period that holds the whole date, NULL if none does."""
    number = PERIODS[by][0]

    def of(day: Any) -> Any:
        year = cast(extract("year", day), Integer) * number
        if number == 1:
            return year
        months = 12 // number
        return year + (cast(extract("month", day), Integer) - 1) // literal(months, Integer)

    return case((and_(of(earliest) == of(latest)), of(earliest)), else_=null())


def result(rows: Iterable[Counted], by: str) -> Iterator[Trend]:
    """Every period from an organisation's first move to its last, those without a move too.

    The last row of each organisation has no period: moves that are undated, or dated too coarsely.
    `rows` are given organisation by organisation, in order.
    """
    for (_, organisation), group in groupby(rows, key=lambda row: row[:2]):
        found = {row.period: (int(row.inbound), int(row.outbound)) for row in group}
        rest = found.pop(None, (0, 0))
        known = [period for period in found if period is not None]
        for period in range(min(known), max(known) + 1) if known else ():
            inbound, outbound = found.get(period, (0, 0))
            yield Trend(organisation, named(period, by), inbound, outbound, inbound - outbound)
        yield Trend(organisation, None, *rest, rest[0] - rest[1])


def named(period: int, by: str) -> str:
    """The EDTF text of a period: 2025, 2025-06, or 2025-34 for its second quarter."""
    number, first = PERIODS[by]
    year, part = divmod(period, number)
    return f"{year:04}" if number == 1 else f"{year:04}-{first + part:02}"
