"""Where is everybody, as of a day?

A person's position is the spell that runs, or where the latest recorded move led to; without
either, a role without dates that has not ended. One each, the latest begun first.
"""

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
from talentdb.queries.status import effective_status
from talentdb.schema import roles, spells, transitions
from talentdb.schema.words import MAIN_ROLE_KINDS

COUNTED = ("reported", "confirmed")


def positions(as_of: date) -> Subquery:
    """One row a person: person_id, organisation_id, title, started, began, seen."""
    each = union_all(_running_spells(as_of), _arrivals(as_of), _undated_roles()).subquery("each")
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
    ended = and_(spells.c.state == "closed", spells.c.ended_latest <= until)
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
    when = func.coalesce(gone.c.date_earliest, gone.c.date_latest)
    return (
        select(literal(1))
        .where(
            gone.c.id == spells.c.left_by_id,
            or_(gone.c.date.is_(None), when <= until),
            effective_status(gone, "transition_id").in_(COUNTED),
        )
        .exists()
    )


def _arrivals(as_of: date) -> Select[Any]:
    move, later = transitions.alias(), transitions.alias()
    began = func.coalesce(move.c.date_earliest, move.c.date_latest)
    status = effective_status(move, "transition_id")
    joined = select(spells.c.joined_by_id).where(spells.c.joined_by_id.is_not(None))
    left = select(literal(1)).where(
        later.c.person_id == move.c.person_id,
        later.c.origin == "recorded",
        later.c.from_organisation_id == move.c.to_organisation_id,
        or_(move.c.date.is_(None), later.c.date_latest >= began),
    )
    return select(
        move.c.person_id,
        move.c.to_organisation_id,
        move.c.to_title,
        move.c.date,
        began,
        null(),
    ).where(
        move.c.origin == "recorded",
        move.c.to_organisation_id.is_not(None),
        or_(move.c.date.is_(None), began <= day(as_of)),
        status.in_(COUNTED),
        move.c.id.not_in(joined),
        ~left.exists(),
    )


def _undated_roles() -> Select[Any]:
    status: ColumnElement[str] = effective_status(roles, "role_id")
    moved = transitions.alias()
    left = select(literal(1)).where(
        moved.c.person_id == roles.c.person_id,
        moved.c.origin == "recorded",
        moved.c.from_organisation_id == roles.c.organisation_id,
    )
    return select(
        roles.c.person_id,
        roles.c.organisation_id,
        roles.c.title,
        roles.c.started,
        roles.c.started_earliest,
        roles.c.seen_latest,
    ).where(
        roles.c.started.is_(None),
        or_(roles.c.ended == "..", and_(roles.c.ended.is_(None), roles.c.seen.is_not(None))),
        roles.c.kind.in_(MAIN_ROLE_KINDS),
        status.in_(COUNTED),
        ~left.exists(),
    )
