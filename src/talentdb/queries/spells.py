"""Who joined and who left an organisation, by spells and by recorded moves? (metrics.md §11)

One person's spell and move at one time is one row: a spell knows the recorded move that says how
it began or ended, and the derived one by its first or last role.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    true,
)

from talentdb.database.portable import day, days_between
from talentdb.queries.rollup import Groups
from talentdb.queries.rule import Rule
from talentdb.queries.touching import bodies_within
from talentdb.queries.transitions import sides, two_bodies
from talentdb.schema import roles, spells


class _Side(NamedTuple):
    """Which columns say how a spell began, or how it ended."""

    here: str
    there: str
    stated_by: str
    role: str


ARRIVAL = _Side("to", "from", "joined_by_id", "first_role_id")
DEPARTURE = _Side("from", "to", "left_by_id", "last_role_id")


def arrivals(
    rule: Rule, groups: Groups, touched: Sequence[int] = ()
) -> tuple[Select[Any], Select[Any]]:
    """Spells begun, and recorded moves in that no spell shows.

    Both with columns person_id, organisation_id (the group), day (EDTF) and its bounds, title,
    other_id (where from, if known), continuity, status, role_id and move_id (what tells it).
    """
    moves = sides(rule, groups, touched).cte("moves_in")
    stated = moves.alias()
    dated = (spells.c.started, spells.c.started_earliest, spells.c.started_latest)
    first = func.coalesce(spells.c.started_earliest, spells.c.started_latest)
    begun = _of_spells(ARRIVAL, rule, groups, moves, stated, dated)
    begun = begun.where(or_(first.is_(None), first <= day(rule.as_of)), _at(touched))
    return begun, _moved(ARRIVAL, rule, moves)


def departures(
    rule: Rule, groups: Groups, touched: Sequence[int] = ()
) -> tuple[Select[Any], Select[Any]]:
    """Spells ended or presumed ended, and recorded moves out that no spell shows.

    Columns as of `arrivals`; other_id is where to, if known. A presumed end is by the day on
    which the person had begun elsewhere (metrics.md §8).
    """
    moves = sides(rule, groups, touched).cte("moves_out")
    stated = moves.alias()
    presumed = spells.c.presumed_end
    by_then = literal("[..", Text) + cast(presumed, Text) + literal("]", Text)
    closed = spells.c.state == "closed"
    ended = (
        case((closed, spells.c.ended), else_=func.coalesce(stated.c.date, by_then)),
        case((closed, spells.c.ended_earliest), else_=stated.c.date_earliest),
        case(
            (closed, spells.c.ended_latest),
            (stated.c.date.is_not(None), stated.c.date_latest),
            else_=presumed,
        ),
    )
    left = or_(
        and_(closed, is_over(rule.as_of)),
        and_(spells.c.state == "unknown", presumed <= day(rule.as_of)),
        and_(~closed, stated.c.id.is_not(None), _has_come(rule, stated)),
    )
    gone = _of_spells(DEPARTURE, rule, groups, moves, stated, ended)
    return gone.where(left, _at(touched)), _moved(DEPARTURE, rule, moves)


def _at(organisation_ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether a spell is at one of the organisations or a part, or any spell if none is given."""
    if not organisation_ids:
        return true()
    bodies = bodies_within(organisation_ids).cte()
    return spells.c.organisation_id.in_(select(bodies.c.id))


def _of_spells(
    side: _Side, rule: Rule, groups: Groups, moves: CTE, stated: Any, dated: tuple[Any, Any, Any]
) -> Select[Any]:
    """Every spell with the move, stated or else derived, by which it began or ended."""
    derived, role = moves.alias(), roles.alias("role")
    other = func.coalesce(stated.c[f"{side.there}_group"], derived.c[f"{side.there}_group"])
    group = groups.group(spells.c.organisation_id, dated)
    by_statement = and_(stated.c.id == spells.c[side.stated_by], stated.c.status.in_(rule.statuses))
    by_roles = and_(
        derived.c[f"{side.here}_role_id"] == spells.c[side.role], derived.c.origin == "derived"
    )
    return (
        select(
            spells.c.person_id,
            group.label("organisation_id"),
            *_labelled(dated),
            func.coalesce(role.c.title, stated.c[f"{side.here}_title"]).label("title"),
            other.label("other_id"),
            func.coalesce(stated.c.continuity, derived.c.continuity).label("continuity"),
            func.coalesce(stated.c.status, spells.c.status).label("status"),
            spells.c[side.role].label("role_id"),
            func.coalesce(stated.c.id, derived.c.id).label("move_id"),
        )
        .join(role, role.c.id == spells.c[side.role])
        .outerjoin(stated, by_statement)
        .outerjoin(derived, by_roles)
        .where(two_bodies(other, group))
    )


def _moved(side: _Side, rule: Rule, moves: CTE) -> Select[Any]:
    """Recorded moves on one side that no spell shows already."""
    move, stated_by = moves.alias(), spells.c[side.stated_by]
    return select(
        move.c.person_id,
        move.c[f"{side.here}_group"].label("organisation_id"),
        *_labelled((move.c.date, move.c.date_earliest, move.c.date_latest)),
        move.c[f"{side.here}_title"].label("title"),
        move.c[f"{side.there}_group"].label("other_id"),
        move.c.continuity,
        move.c.status,
        null().label("role_id"),
        move.c.id.label("move_id"),
    ).where(
        move.c.origin == "recorded",
        move.c[f"{side.here}_group"].is_not(None),
        move.c.status.in_(rule.statuses),
        two_bodies(move.c.from_group, move.c.to_group),
        ~move.c.split,
        _has_come(rule, move),
        move.c.id.not_in(select(stated_by).where(stated_by.is_not(None))),
    )


def _labelled(dated: tuple[Any, Any, Any]) -> list[ColumnElement[Any]]:
    names = ("day", "day_earliest", "day_latest")
    return [column.label(name) for column, name in zip(dated, names, strict=True)]


def _has_come(rule: Rule, move: Any) -> ColumnElement[bool]:
    """Whether a move does not begin after the day asked about."""
    begun = func.coalesce(move.c.date_earliest, move.c.date_latest)
    return or_(begun.is_(None), begun <= day(rule.as_of))


def is_over(as_of: date) -> ColumnElement[bool]:
    """Whether the middle day of a closed spell's end is not after a day (metrics.md §8)."""
    last, until = spells.c.ended_latest, day(as_of)
    first = func.coalesce(spells.c.ended_earliest, last)
    # lo + (hi - lo) // 2 <= until, without adding days to a date
    early = days_between(first, last) < 2 * days_between(first, until) + 2
    return or_(and_(last.is_not(None), early), and_(last.is_(None), first <= until))
