"""Who gains and who loses? (metrics.md §6)"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, Subquery, case, func, literal, or_, select, union_all

from talentdb.metrics import flows
from talentdb.metrics.flows import two_sided
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import narrowed
from talentdb.queries.transitions import counted
from talentdb.schema import organisations


def statement(filter: MoveFilter) -> Select[Any]:
    """In, out and in − out of every organisation over moves of which both sides are known.

    Over all organisations the sum of `net` is 0. `possible` are moves in or out that only may
    lie in the window. The largest gain first.
    """
    move = counted(filter.rule, filter.touched)
    one = _each(move, filter).where(*two_sided(move)).subquery("one")
    sides = union_all(
        _side(one, one.c.to_group, inbound=1), _side(one, one.c.from_group, inbound=0)
    ).subquery("sides")
    inbound = func.sum(sides.c.certain * sides.c.inbound)
    outbound = func.sum(sides.c.certain * (1 - sides.c.inbound))
    rows = (
        select(
            organisations.c.name.label("organisation"),
            inbound.label("inbound"),
            outbound.label("outbound"),
            (inbound - outbound).label("net"),
            func.sum(sides.c.possible).label("possible"),
        )
        .join(organisations, organisations.c.id == sides.c.organisation_id)
        .group_by(organisations.c.id, organisations.c.name)
        .order_by(
            (inbound - outbound).desc(), inbound.desc(), organisations.c.name, organisations.c.id
        )
    )
    if filter.organisation:
        rows = rows.where(organisations.c.id.in_(filter.organisation))
    return rows


def behind(filter: MoveFilter) -> Select[Any]:
    """The moves behind the rows: each is behind two, one that gains and one that loses."""
    return flows.behind(filter)


def _side(one: Any, organisation_id: Any, inbound: int) -> Select[Any]:
    return select(
        organisation_id.label("organisation_id"),
        literal(inbound).label("inbound"),
        one.c.certain,
        one.c.possible,
    )


def _each(move: Subquery, filter: MoveFilter) -> Select[Any]:
    """Every move, or each person once per pair, with `certain` and `possible` as 1 or 0.

    Which organisations are asked about is settled later: a gain of one is a loss of another.
    """
    certain, possible = case((move.c.certain, 1), else_=0), case((move.c.possible, 1), else_=0)
    sides = (move.c.from_group, move.c.to_group)
    if filter.rule.unique_people:
        rows = select(
            *sides, func.max(certain).label("certain"), func.max(possible).label("possible")
        )
        rows = rows.group_by(move.c.person_id, *sides)
    else:
        rows = select(*sides, certain.label("certain"), possible.label("possible"))
    rows = rows.where(or_(move.c.certain, move.c.possible))
    return narrowed(rows, move, replace(filter, organisation=()))
