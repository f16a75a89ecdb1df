"""How many moved from where to where? (metrics.md §6)"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, and_, case, cast, distinct, func, literal, or_, select

from talentdb.database.portable import by_itself
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
    origin_id: int | None = None
    destination_id: int | None = None


def statement(filter: MoveFilter, open_sides: bool = False) -> Select[Any]:
    """c(A→B) of every pair with a move that is or may be in the window; the largest first.

    `first` and `last` are the dates (EDTF) of the earliest and latest certain move.
    `open_sides` adds moves of which only one side is known. The ids tell organisations of one name
    apart.
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
            flow.c.from_group.label("from_id"),
            flow.c.to_group.label("to_id"),
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
    sides = by_itself(move.c.from_group), by_itself(move.c.to_group)
    rows: Select[Any] = (
        select(
            sides[0].label("from_group"),
            sides[1].label("to_group"),
            moves_or_people(move, move.c.certain, unique).label("moves"),
            moves_or_people(move, move.c.possible, unique).label("possible"),
            func.min(_stamped(move, move.c.date_earliest, move.c.date_latest)).label("first"),
            func.max(_stamped(move, move.c.date_latest, move.c.date_earliest)).label("last"),
        )
        .where(or_(move.c.certain, move.c.possible))
        .group_by(*sides)
    )
    if not open_sides:
        rows = rows.where(*two_sided(move))
    return narrowed(rows, move, filter)


def in_all(filter: MoveFilter, open_sides: bool = False) -> Select[Any]:
    """One row: the certain and the possible moves of all pairs together.

    Not for `unique_people`: who moved twice may be one of a pair, or of two.
    """
    move = counted(filter.rule, filter.touched)
    sums: list[Any] = [
        func.count(case((which, move.c.id))) for which in (move.c.certain, move.c.possible)
    ]
    rows = select(*sums).where(*(() if open_sides else two_sided(move)))
    return narrowed(rows, move, filter)


def folded(
    flows: Sequence[Flow], top: int | None, all_in_all: tuple[int, int] | None = None
) -> list[Flow]:
    """The `top` largest flows and one row `other → other` of all the rest: totals unchanged.

    None keeps them all. `all_in_all` are the moves and the possible ones of all flows, where one
    more than the largest is given to stand for the rest.
    """
    if top is None or len(flows) <= top:
        return list(flows)
    kept = flows[:top]
    moves, possible = all_in_all or _sums(flows)
    fewer, unlikelier = _sums(kept)
    return [*kept, Flow(OTHER, OTHER, moves - fewer, possible - unlikelier, None, None)]


def _sums(flows: Sequence[Flow]) -> tuple[int, int]:
    return sum(flow.moves for flow in flows), sum(flow.possible for flow in flows)


def moves_or_people(move: Any, which: Any, unique: bool) -> Any:
    """How many moves, or with `unique` people, of a group."""
    if unique:
        return func.count(distinct(case((which, move.c.person_id))))
    return func.count(case((which, move.c.id)))


def _stamped(move: Any, day: Any, otherwise: Any) -> Any:
    """The text of a certain date behind its day, so that texts compare by the day."""
    stamp = cast(func.coalesce(day, otherwise), Text) + literal(" ", Text) + move.c.date
    return case((and_(move.c.certain, move.c.date.is_not(None)), stamp))
