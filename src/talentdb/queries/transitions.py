"""Which moves count under a rule, and between which organisations?

`counted` is what every question about moves stands on: `query moves`, flows, net.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    case,
    false,
    func,
    literal,
    or_,
    select,
)

from talentdb.database.portable import DAWN, DUSK, day
from talentdb.queries.rollup import Groups, under_newest_name
from talentdb.queries.rule import Rule
from talentdb.queries.status import effective_status, rank
from talentdb.queries.touching import touches
from talentdb.schema import transitions
from talentdb.schema.words import STATUSES

move = transitions.alias("move")
twin = transitions.alias("twin")
stated = transitions.alias("stated")


def groups_under(rule: Rule) -> Groups:
    """Which organisations stand for which, in one statement."""
    return Groups(rule.rollup, rule.named, rule.exact, rule.as_of, rule.linked)


def sides(rule: Rule, groups: Groups, touched: Sequence[int] = ()) -> Select[Any]:
    """Every visible move with its two groups, whatever its date, status and continuity.

    With `touched` at least those that can have one of these organisations on a side.
    """
    moves = visible(rule, groups)
    if touched:
        moves = moves.where(touches(move.c.id, touched))
    seen = moves.subquery("visible")
    dated = (seen.c.date, seen.c.date_earliest, seen.c.date_latest)
    origin, destination = seen.c.from_organisation_id, seen.c.to_organisation_id
    grouped = select(
        seen,
        groups.group(origin, dated).label("from_group"),
        groups.group(destination, dated).label("to_group"),
    )
    return _with_splits(grouped, groups)


def _with_splits(grouped: Select[Any], groups: Groups) -> Select[Any]:
    """The same with `split`: whether the move only follows a split, of a side or its group."""
    if not groups.splits:
        return grouped.add_columns(false().label("split"))
    one = grouped.subquery("grouped")
    dated = (one.c.date, one.c.date_earliest, one.c.date_latest)
    split = or_(
        groups.is_split(one.c.from_organisation_id, one.c.to_organisation_id, dated),
        groups.is_split(one.c.from_group, one.c.to_group, dated),
    )
    return select(one, split.label("split"))


def visible(rule: Rule, groups: Groups) -> Select[Any]:
    """Every move but the derived ones that a recorded one tells already.

    Organisations are under their newest names. A recorded move takes continuity and gap, and a
    side that it does not name, from its twin.
    """
    presumed = case((move.c.date.is_(None), "presumed"), else_="direct")
    sides = ("from_organisation_id", "to_organisation_id")
    rows = select(
        move.c.id,
        move.c.person_id,
        *(under_newest_name(_told(rule, side), groups.names).label(side) for side in sides),
        move.c.from_role_id,
        move.c.to_role_id,
        _told(rule, "from_title").label("from_title"),
        _told(rule, "to_title").label("to_title"),
        move.c.date,
        move.c.date_earliest,
        move.c.date_latest,
        func.coalesce(_told(rule, "continuity"), presumed).label("continuity"),
        _told(rule, "gap_days").label("gap_days"),
        move.c.origin,
        move.c.manner,
        move.c.change_set_id,
        effective_status(move, "transition_id").label("status"),
    )
    if not rule.twinned:
        return rows
    rows = rows.outerjoin(twin, twin.c.twin_of_id == move.c.id)
    return rows.outerjoin(stated, stated.c.id == move.c.twin_of_id).where(~_hidden(rule))


def counted(rule: Rule, touched: Sequence[int] = ()) -> Subquery:
    """The moves that the rule counts, each with `certain` and `possible` for its window.

    Inside one group, or from a split organisation to its successor, nobody has moved. With
    `touched` at least those that can have one of these organisations on a side.
    """
    side, moves = _between_bodies(rule, touched)
    moves = moves.where(side.c.status.in_(rule.statuses), side.c.continuity.in_(rule.continuities))
    return moves.subquery("counted")


def heard_of(rule: Rule, touched: Sequence[int] = ()) -> Subquery:
    """The same before status and continuity are asked about: what `counted` leaves out too."""
    return _between_bodies(rule, touched)[1].subquery("heard_of")


def _between_bodies(rule: Rule, touched: Sequence[int]) -> tuple[Subquery, Select[Any]]:
    side = sides(rule, groups_under(rule), touched).subquery("side")
    certain, possible = window(rule, side.c.date, side.c.date_earliest, side.c.date_latest)
    moves = select(side, certain.label("certain"), possible.label("possible"))
    return side, moves.where(two_bodies(side.c.from_group, side.c.to_group), ~side.c.split)


def two_bodies(from_group: ColumnElement[Any], to_group: ColumnElement[Any]) -> Any:
    """Whether the sides are not one and the same organisation; an unknown side is another."""
    return or_(from_group.is_(None), to_group.is_(None), from_group != to_group)


def window(
    rule: Rule, text: ColumnElement[Any], earliest: ColumnElement[Any], latest: ColumnElement[Any]
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether a date lies wholly in the rule's window, and whether it only may (metrics.md §4).

    Without a window everything is certain. What is undated is neither.
    """
    if not rule.has_window:
        return literal(True), literal(False)
    since, until = day(rule.since or DAWN), day(rule.until or DUSK)
    first, last = func.coalesce(earliest, day(DAWN)), func.coalesce(latest, day(DUSK))
    bounded: list[ColumnElement[bool]] = [text.is_not(None)]
    if rule.since is not None:
        bounded.append(func.coalesce(earliest >= since, False))
    if rule.until is not None:
        bounded.append(func.coalesce(latest <= until, False))
    inside = and_(*bounded)
    return inside, and_(text.is_not(None), first <= until, last >= since, ~inside)


def _told(rule: Rule, name: str) -> ColumnElement[Any]:
    """What the move says, else its twin, if it can have one. No derived move has a twin here."""
    return func.coalesce(move.c[name], twin.c[name]) if rule.twinned else move.c[name]


def _hidden(rule: Rule) -> ColumnElement[bool]:
    asked = min((STATUSES.index(status) for status in rule.statuses), default=0)
    status = effective_status(stated, "transition_id")
    heard = or_(status == "denied", rank(status) >= asked)
    return and_(move.c.origin == "derived", stated.c.id.is_not(None), heard)
