"""How many come for each one that goes? (metrics.md §7)

R = c(X→A) / c(A→X), for each counterpart X of an organisation A, and over all of them. It is not
"so many times as likely": that is the propensity Q, which sets each count against the people who
could have moved, [c(X→A) / PY_X] / [c(A→X) / PY_A], PY being person-years.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    and_,
    cast,
    func,
    or_,
    select,
    union_all,
)

from talentdb.metrics.flows import pairs, two_sided
from talentdb.metrics.intervals import ratio_interval
from talentdb.queries.behind import moves_behind
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import narrowed
from talentdb.queries.transitions import counted
from talentdb.schema import organisations

ALL = "(all)"
FEW = 10
HERE = organisations.alias("here_organisation")
THERE = organisations.alias("there_organisation")


class Counts(NamedTuple):
    """What moved between an organisation and one counterpart, in the order of `statement`."""

    organisation_id: int
    organisation: str
    counterpart_id: int | None
    counterpart: str
    inbound: int
    outbound: int
    possible: int


class Ratio(NamedTuple):
    """One row: `ratio` and `upper` are None where nobody went, `lower` is at least that then."""

    organisation: str
    counterpart: str
    inbound: int
    outbound: int
    ratio: float | None
    lower: float | None
    upper: float | None
    possible: int
    note: str | None


def statement(filter: MoveFilter) -> Select[Any]:
    """Arrivals from and departures to each counterpart, as Counts; by organisation, most first.

    Of the organisations that the filter names, else of all. Moves whose dates only may lie in the
    window are in `possible`, never in the ratio. Two-sided moves only.
    """
    sides = _both_ways(pairs(filter).subquery("pair"))
    most = (sides.c.inbound + sides.c.outbound).desc(), sides.c.possible.desc()
    rows = (
        select(
            sides.c.here,
            HERE.c.name.label("organisation"),
            sides.c.there,
            THERE.c.name.label("counterpart"),
            sides.c.inbound,
            sides.c.outbound,
            sides.c.possible,
        )
        .join(HERE, HERE.c.id == sides.c.here)
        .join(THERE, THERE.c.id == sides.c.there)
        .order_by(HERE.c.name, sides.c.here, *most, THERE.c.name, sides.c.there)
    )
    if filter.organisation:
        rows = rows.where(sides.c.here.in_(filter.organisation))
    if filter.counterpart:
        rows = rows.where(sides.c.there.in_(filter.counterpart))
    return rows


def behind(filter: MoveFilter) -> Select[Any]:
    """The moves behind the rows."""
    move = counted(filter.rule, filter.touched)
    listed = narrowed(moves_behind(move), move, filter).where(*two_sided(move))
    return _between(listed, move, filter)


def _between(rows: Select[Any], move: Subquery, filter: MoveFilter) -> Select[Any]:
    """Only moves between one of the organisations and one of the counterparts."""
    here, there = filter.organisation, filter.counterpart
    if not there:
        return rows
    inbound: ColumnElement[bool] = move.c.from_group.in_(there)
    outbound: ColumnElement[bool] = move.c.to_group.in_(there)
    if here:
        inbound = and_(inbound, move.c.to_group.in_(here))
        outbound = and_(outbound, move.c.from_group.in_(here))
    return rows.where(or_(inbound, outbound))


def _both_ways(pair: Subquery) -> Subquery:
    """Each pair of organisations twice, as each of them sees it: here, there, and the counts."""
    ways = union_all(_seen_from(pair, "to", "from"), _seen_from(pair, "from", "to")).subquery()
    # PostgreSQL adds integers up to a numeric.
    sums = (
        cast(func.sum(ways.c[name]), Integer).label(name)
        for name in ("inbound", "outbound", "possible")
    )
    return select(ways.c.here, ways.c.there, *sums).group_by(ways.c.here, ways.c.there).subquery()


def _seen_from(pair: Subquery, here: str, there: str) -> Select[Any]:
    inbound = here == "to"
    none = pair.c.moves * 0
    return select(
        pair.c[f"{here}_group"].label("here"),
        pair.c[f"{there}_group"].label("there"),
        (pair.c.moves if inbound else none).label("inbound"),
        (none if inbound else pair.c.moves).label("outbound"),
        pair.c.possible,
    )


def result(rows: Iterable[Counts], top: int | None = None) -> Iterator[Ratio]:
    """A row a counterpart, and a last row `(all)` for each organisation."""
    return (ratio_of(row) for row, _ in grouped(rows, top))


def grouped(
    rows: Iterable[Counts], top: int | None = None
) -> Iterator[tuple[Counts, Sequence[Counts]]]:
    """The counts of each row to be printed, with the listed counterparts that are in it.

    Counterparts without a certain move are not listed; `(all)` has their possible moves. `top`
    keeps the N of most moves; the others are one row `other`.
    """
    for _, group in groupby(rows, key=lambda row: row.organisation_id):
        listed = list(group)
        shown = [row for row in listed if row.inbound + row.outbound]
        kept = shown if top is None else shown[:top]
        yield from ((row, (row,)) for row in kept)
        rest = shown[len(kept) :]
        if rest:
            yield together(rest, "other"), rest
        if shown:
            yield together(listed, ALL), shown


def together(rows: Sequence[Counts], called: str) -> Counts:
    """The sum of some rows of one organisation."""
    return Counts(
        rows[0].organisation_id,
        rows[0].organisation,
        None,
        called,
        sum(row.inbound for row in rows),
        sum(row.outbound for row in rows),
        sum(row.possible for row in rows),
    )


def ratio_of(row: Counts) -> Ratio:
    """The ratio of two counts with its interval, and what must be said of it.

    Nothing is added to a count of 0: then the ratio is unbounded (None), and `lower` says at
    least how much it is, or it is 0, and `upper` says at most how much.
    """
    inbound, outbound = row.inbound, row.outbound
    lower, upper = ratio_interval(inbound, outbound)
    notes = []
    if not outbound and lower is not None:
        digits = ".2f" if lower >= 0.1 else ".3g"  # as the column beside it shows them
        notes.append(f"{inbound}:0, at least {lower:{digits}}")
    if inbound + outbound < FEW:
        notes.append("few")
    return Ratio(
        row.organisation,
        row.counterpart,
        inbound,
        outbound,
        inbound / outbound if outbound else None,
        lower,
        upper,
        row.possible,
        "; ".join(notes) or None,
    )
