"""Which spells does a question about how long people stay rest on? (metrics.md §8)

`metrics/stays.py` makes stays of them.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy import cast as sql_cast

from talentdb.database.portable import day
from talentdb.queries.filters import MoveFilter
from talentdb.queries.touching import people_at
from talentdb.queries.transitions import groups_under
from talentdb.schema import organisations, people, spells

BEGIN = func.coalesce(spells.c.started_earliest, spells.c.started_latest)


def spells_of_those_at(
    filter: MoveFilter, organisation_ids: Sequence[int], at_end: bool = False
) -> Select[Any]:
    """All spells of whoever had one at these organisations or a part; of everybody if none.

    `group_id` is the organisation that stands for the spell's on the day it began, or with
    `at_end` on the day it ended (unless that is known, on the day asked about). Spells that begin
    after the day asked about are left out. Person by person.
    """
    dated = _ended(filter.rule.as_of) if at_end else _STARTED
    group = groups_under(filter.rule).group(spells.c.organisation_id, dated)
    statement = _described(group).where(day(filter.rule.as_of) >= BEGIN)
    if organisation_ids:
        statement = statement.where(spells.c.person_id.in_(people_at(organisation_ids)))
    return statement.order_by(spells.c.person_id, spells.c.first_role_id)


def spells_on_days(filter: MoveFilter, days: Sequence[date]) -> Select[Any]:
    """Each spell that may run on one of the days, once for each such day (`day`).

    `group_id` is the organisation that stands for the spell's on that day. A `presumed_end` is
    NULL if only spells that begin after the day asked about speak of it.
    """
    asked = union_all(*(select(day(each).label("day")) for each in days)).cte("days")
    on = literal("on", Text), asked.c.day, asked.c.day
    group = groups_under(filter.rule).group(spells.c.organisation_id, on)
    presumed = case((_speaks_by(filter.rule.as_of), spells.c.presumed_end))
    statement = _described(group, presumed).add_columns(asked.c.day)
    statement = statement.where(
        day(filter.rule.as_of) >= BEGIN,
        or_(spells.c.started_earliest.is_(None), spells.c.started_earliest <= asked.c.day),
    )
    if filter.organisation:
        statement = statement.where(group.in_(filter.organisation))
        statement = statement.where(spells.c.person_id.in_(people_at(filter.organisation)))
    return statement.order_by(group, asked.c.day, spells.c.person_id, spells.c.first_role_id)


def names_of(organisation_ids: Sequence[int]) -> Select[Any]:
    """The id and name of each organisation, by name."""
    return (
        select(organisations.c.id, organisations.c.name)
        .where(organisations.c.id.in_(organisation_ids))
        .order_by(organisations.c.name, organisations.c.id)
    )


_STARTED = (spells.c.started, spells.c.started_earliest, spells.c.started_latest)


def _ended(as_of: date) -> tuple[Any, Any, Any]:
    closed, presumed = spells.c.state == "closed", spells.c.presumed_end
    text = case((closed, spells.c.ended), else_=sql_cast(presumed, Text))
    return (
        text,
        case((closed, spells.c.ended_earliest), else_=presumed),
        case((closed, spells.c.ended_latest), else_=presumed),
    )


def _speaks_by(as_of: date) -> ColumnElement[bool]:
    other = spells.alias()
    began = func.coalesce(other.c.started_earliest, other.c.started_latest)
    elsewhere = select(other.c.id).where(
        other.c.person_id == spells.c.person_id,
        other.c.organisation_id != spells.c.organisation_id,
        began > spells.c.presence,
        began <= day(as_of),
    )
    return and_(
        spells.c.presumed_end.is_not(None),
        or_(spells.c.presumed_end <= day(as_of), elsewhere.exists()),
    )


def _described(group: ColumnElement[Any], presumed: Any = None) -> Select[Any]:
    return select(
        spells.c.person_id,
        people.c.name.label("person"),
        spells.c.organisation_id,
        group.label("group_id"),
        spells.c.first_role_id,
        spells.c.last_role_id,
        *_STARTED,
        spells.c.state,
        spells.c.ended,
        spells.c.ended_earliest,
        spells.c.ended_latest,
        spells.c.evidence,
        spells.c.presence,
        (null() if presumed is None else presumed).label("presumed_end"),
        spells.c.left_by_id,
    ).join(people, people.c.id == spells.c.person_id)
