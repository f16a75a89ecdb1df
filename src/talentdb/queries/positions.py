"""Where is everybody, as of a day?

A person's position is the spell that runs, or where the latest recorded move led to; without
either, a role without dates that has not ended. One each, the latest begun first.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from talentdb.database.portable import day
from talentdb.queries.rollup import newest, under_newest_name
from talentdb.queries.spells import is_over
from talentdb.queries.status import effective_status
from talentdb.schema import roles, spells, transitions
from talentdb.schema.words import MAIN_ROLE_KINDS

COUNTED = ("reported", "confirmed")


def positions(as_of: date, person_ids: Sequence[int] = ()) -> Subquery:
    """One row a person: person_id, organisation_id, title, started, began, seen.

    Of everybody, or of the people given.
    """
    ways = [_running_spells(as_of), _arrivals(as_of), _undated_roles(as_of)]
    if person_ids:
        ways = [way.where(way.selected_columns.person_id.in_(person_ids)) for way in ways]
    each = union_all(*ways).subquery("each")
    place = func.row_number().over(
        partition_by=each.c.person_id,
        order_by=(
            each.c.began.desc().nulls_last(),
            each.c.seen.desc().nulls_last(),
            each.c.organisation_id,
            each.c.title.nulls_last(),
        ),
    )
    numbered = select(each, place.label("place")).subquery("numbered")
    return (
        select(*(numbered.c[name] for name in _NAMES)).where(numbered.c.place == 1).subquery("now")
    )


_NAMES = ("person_id", "organisation_id", "title", "started", "began", "seen")


def _running_spells(as_of: date) -> Select[Any]:
    last = roles.alias()
    until = day(as_of)
    ended = and_(spells.c.state == "closed", is_over(as_of))
    left = and_(spells.c.state == "unknown", spells.c.presumed_end <= until)
    return (
        select(
            spells.c.person_id,
            spells.c.organisation_id,
            last.c.title,
            spells.c.started,
            func.coalesce(spells.c.started_earliest, spells.c.started_latest).label("began"),
            last.c.seen_latest.label("seen"),
        )
        .join(last, last.c.id == spells.c.last_role_id)
        .where(
            func.coalesce(spells.c.started_earliest, spells.c.started_latest) <= until,
            ~func.coalesce(ended, False),
            ~func.coalesce(left, False),
            ~_left_by_statement(until),
        )
    )


def _left_by_statement(until: ColumnElement[date]) -> ColumnElement[bool]:
    """Whether somebody states that the person has left by then."""
    gone = transitions.alias()
    return (
        select(literal(1)).where(gone.c.id == spells.c.left_by_id, _is_done(gone, until)).exists()
    )


def _is_done(move: Any, until: ColumnElement[date]) -> ColumnElement[bool]:
    """Whether a recorded move is sure enough, and has begun by a day."""
    begun = func.coalesce(move.c.date_earliest, move.c.date_latest)
    status = effective_status(move, "transition_id")
    return and_(or_(begun.is_(None), begun <= until), status.in_(COUNTED))


def _left(
    there: Any, place: ColumnElement[int], until: ColumnElement[date], since: Any = None
) -> Select[Any]:
    """The moves by which whoever was there left by then; names older or newer are one.

    A move out that certainly came before `since`, the day of joining, is of an earlier stay.
    """
    later = transitions.alias()
    moved = select(literal(1)).where(
        later.c.person_id == there.c.person_id,
        later.c.origin == "recorded",
        under_newest_name(later.c.from_organisation_id, newest()) == place,
        _is_done(later, until),
    )
    return (
        moved if since is None else moved.where(~func.coalesce(later.c.date_latest < since, False))
    )


def _arrivals(as_of: date) -> Select[Any]:
    move, until = transitions.alias(), day(as_of)
    place = under_newest_name(move.c.to_organisation_id, newest())
    began = func.coalesce(move.c.date_earliest, move.c.date_latest)
    # The person's own spells, by an index, and not all of the ledger's.
    joined = select(spells.c.joined_by_id).where(
        spells.c.joined_by_id.is_not(None), spells.c.person_id == move.c.person_id
    )
    return select(
        move.c.person_id,
        place,
        move.c.to_title,
        move.c.date,
        began,
        null(),
    ).where(
        move.c.origin == "recorded",
        move.c.to_organisation_id.is_not(None),
        _is_done(move, until),
        move.c.id.not_in(joined),
        ~_left(move, place, until, since=began).exists(),
    )


def _undated_roles(as_of: date) -> Select[Any]:
    status: ColumnElement[str] = effective_status(roles, "role_id")
    place = under_newest_name(roles.c.organisation_id, newest())
    return select(
        roles.c.person_id,
        place,
        roles.c.title,
        roles.c.started,
        roles.c.started_earliest,
        roles.c.seen_latest,
    ).where(
        roles.c.started.is_(None),
        or_(roles.c.ended == "..", and_(roles.c.ended.is_(None), roles.c.seen.is_not(None))),
        roles.c.kind.in_(MAIN_ROLE_KINDS),
        status.in_(COUNTED),
        ~_left(roles, place, day(as_of)).exists(),
    )
