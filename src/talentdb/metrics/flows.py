"""How many moved from where to where? (metrics.md §6)"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, and_, case, cast, distinct, func, literal, or_, select

from talentdb.queries.behind import moves_behind
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO, narrowed
from talentdb.queries.transitions import counted

OTHER = "other"


class Flow(NamedTuple):
    """Moves from one organisation to another: the certain ones, and those that may be in it."""

    origin: str | None
    destination: str | None
    moves: int
    possible: int
    first: str | None
    last: str | None


def statement(filter: MoveFilter, open_sides: bool = False) -> Select[Any]:
    """c(A→B) of every pair with a move that is or may be in the window; the largest first.

    `first` and `last` are the dates (EDTF) of the earliest and latest certain move.
    `open_sides` adds moves of which only one side is known.
    """
    flow = pairs(filter, open_sides).subquery("flow")
    return (
        select(
            FROM.c.name.label("from"),
            TO.c.name.label("to"),
            flow.c.moves,
            flow.c.possible,
            func.substr(flow.c.first, 12).label("first"),
            func.substr(flow.c.last, 12).label("last"),
        )
        .outerjoin(FROM, FROM.c.id == flow.c.from_group)
        .outerjoin(TO, TO.c.id == flow.c.to_group)
        .order_by(
            flow.c.moves.desc(),
            flow.c.possible.desc(),
            FROM.c.name.nulls_last(),
            TO.c.name.nulls_last(),
            flow.c.from_group.nulls_last(),
            flow.c.to_group.nulls_last(),
        )
    )


def behind(filter: MoveFilter, open_sides: bool = False) -> Select[Any]:
    """The moves behind the rows."""
    move = counted(filter.rule, filter.touched)
    rows = narrowed(moves_behind(move), move, filter)
    return rows if open_sides else rows.where(*two_sided(move))


def two_sided(move: Any) -> tuple[Any, Any]:
    """Whether it is known from where and to where."""
    return move.c.from_group.is_not(None), move.c.to_group.is_not(None)


def pairs(filter: MoveFilter, open_sides: bool = False) -> Select[Any]:
    """Each pair of from_group and to_group with its `moves`, `possible`, and stamped dates."""
    move = counted(filter.rule, filter.touched)
    unique = filter.rule.unique_people
    rows: Select[Any] = (
        select(
            move.c.from_group,
            move.c.to_group,
            moves_or_people(move, move.c.certain, unique).label("moves"),
            moves_or_people(move, move.c.possible, unique).label("possible"),
            func.min(_stamped(move, move.c.date_earliest, move.c.date_latest)).label("first"),
            func.max(_stamped(move, move.c.date_latest, move.c.date_earliest)).label("last"),
        )
        .where(or_(move.c.certain, move.c.possible))
        .group_by(move.c.from_group, move.c.to_group)
    )
    if not open_sides:
        rows = rows.where(*two_sided(move))
    return narrowed(rows, move, filter)


def folded(flows: Sequence[Flow], top: int | None) -> list[Flow]:
    """The `top` largest flows and one row `other → other` of all the rest: totals unchanged.

    None keeps them all.
    """
    if top is None or len(flows) <= top:
        return list(flows)
    kept, rest = flows[:top], flows[top:]
    moves, possible = sum(flow.moves for flow in rest), sum(flow.possible for flow in rest)
    return [*kept, Flow(OTHER, OTHER, moves, possible, None, None)]


def matrix(flows: Iterable[Flow], top: int | None = None) -> tuple[list[str], list[list[Any]]]:
    """Origin by destination: the destinations, and a row an origin with its counts and total.

    Origins and destinations by falling totals; the last row holds the destinations' totals.
    With `top` all but the largest of each are folded into `other`.
    """
    listed = [flow for flow in flows if flow.moves]
    origins = _largest(((flow.origin or "?", flow.moves) for flow in listed), top)
    destinations = _largest(((flow.destination or "?", flow.moves) for flow in listed), top)
    cells: dict[tuple[str, str], int] = {}
    for flow in listed:
        origin = (flow.origin or "?") if (flow.origin or "?") in origins else OTHER
        goal = (flow.destination or "?") if (flow.destination or "?") in destinations else OTHER
        cells[origin, goal] = cells.get((origin, goal), 0) + flow.moves
    rows: list[list[Any]] = []
    for origin in origins:
        counts = [cells.get((origin, goal), 0) for goal in destinations]
        rows.append([origin, *counts, sum(counts)])
    totals = [sum(row[place] for row in rows) for place in range(1, len(destinations) + 2)]
    return destinations, [*rows, ["total", *totals]]


def _largest(counts: Iterable[tuple[str, int]], top: int | None) -> list[str]:
    totals: dict[str, int] = {}
    for name, count in counts:
        totals[name] = totals.get(name, 0) + count
    ordered = sorted(totals, key=lambda name: (-totals[name], name))
    if top is None or len(ordered) <= top:
        return ordered
    return [*(name for name in ordered[:top] if name != OTHER), OTHER]


def moves_or_people(move: Any, which: Any, unique: bool) -> Any:
    """How many moves, or with `unique` people, of a group."""
    if unique:
        return func.count(distinct(case((which, move.c.person_id))))
    return func.count(case((which, move.c.id)))


def _stamped(move: Any, day: Any, otherwise: Any) -> Any:
    """The text of a certain date behind its day, so that texts compare by the day."""
    stamp = cast(func.coalesce(day, otherwise), Text) + literal(" ", Text) + move.c.date
    return case((and_(move.c.certain, move.c.date.is_not(None)), stamp))
