"""Who held which role where? (`query roles`)"""

from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from talentdb.queries.evidence import about_role, citations_of
from talentdb.queries.filters import MoveFilter, tagged
from talentdb.queries.people import people_list
from talentdb.queries.status import effective_status
from talentdb.queries.transitions import groups_under, window
from talentdb.schema import organisations, people, roles


def role_list(filter: MoveFilter) -> Select[Any]:
    """The roles that the filter lets through, latest start first.

    A named organisation has the roles at its parts too. The window is the start's; `--possible`
    adds those that only may have started in it.
    """
    status = effective_status(roles, "role_id")
    groups = groups_under(filter.rule)
    dated = (roles.c.started, roles.c.started_earliest, roles.c.started_latest)
    certain, possible = window(filter.rule, *dated)
    statement = (
        _described(status)
        .where(or_(certain, possible) if filter.possible else certain)
        .where(status.in_(filter.rule.statuses))
        .order_by(
            roles.c.started_latest.desc().nulls_last(),
            roles.c.started_earliest.desc().nulls_last(),
            people.c.name,
            organisations.c.name,
            roles.c.id,
        )
    )
    if filter.organisation:
        group = groups.group(groups.newest_of(roles.c.organisation_id), dated)
        statement = statement.where(group.in_(filter.organisation))
    return _narrowed(statement, filter)


def careers(filter: MoveFilter) -> Select[Any]:
    """The roles of everybody whom `query people` lists, person by person, the earliest first."""
    status = effective_status(roles, "role_id")
    listed = people_list(filter).with_only_columns(people.c.id).order_by(None)
    return (
        _described(status)
        .where(roles.c.person_id.in_(listed), status.in_(filter.rule.statuses))
        .order_by(
            people.c.name,
            roles.c.person_id,
            roles.c.started_earliest.nulls_last(),
            roles.c.started_latest.nulls_last(),
            organisations.c.name,
            roles.c.id,
        )
    )


def _described(status: ColumnElement[str]) -> Select[Any]:
    return (
        select(
            roles.c.id,
            roles.c.person_id,
            people.c.name.label("person"),
            roles.c.organisation_id,
            organisations.c.name.label("organisation"),
            roles.c.title,
            roles.c.kind,
            roles.c.started,
            roles.c.ended,
            roles.c.seen,
            status.label("status"),
            citations_of(about_role(roles.c.id)).label("citations"),
        )
        .join(people, people.c.id == roles.c.person_id)
        .join(organisations, organisations.c.id == roles.c.organisation_id)
    )


def _narrowed(statement: Select[Any], filter: MoveFilter) -> Select[Any]:
    if filter.person:
        statement = statement.where(roles.c.person_id.in_(filter.person))
    if filter.kind:
        statement = statement.where(roles.c.kind.in_(filter.kind))
    if filter.change:
        statement = statement.where(roles.c.change_set_id.in_(filter.change))
    return tagged(statement, filter.tag, roles.c.person_id, roles.c.organisation_id)
