"""What does the derivation read: whose roles count, which moves were stated, what links say?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, select

from talentdb.database.bulk import as_text
from talentdb.queries.status import effective_status
from talentdb.schema import citations, organisation_links, organisations, roles, transitions


def among(column: Column[int], ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether a column holds one of these ids, given in order and each once."""
    if ids and ids[-1] - ids[0] + 1 == len(ids):
        return column.between(ids[0], ids[-1])
    return column.in_(ids)


def dated_roles(person_ids: Sequence[int], kinds: Sequence[str]) -> Select[Any]:
    """The roles of these kinds that have a start, person by person, their days as ISO text.

    `status` is what was set by hand; what sources say of the rest is in `cited_statuses`.
    """
    return (
        select(
            roles.c.person_id,
            roles.c.id,
            roles.c.organisation_id,
            roles.c.title,
            roles.c.started,
            as_text(roles.c.started_earliest),
            as_text(roles.c.started_latest),
            roles.c.ended,
            as_text(roles.c.ended_earliest),
            as_text(roles.c.ended_latest),
            roles.c.seen,
            as_text(roles.c.seen_earliest),
            as_text(roles.c.seen_latest),
            roles.c.status,
        )
        .where(
            among(roles.c.person_id, person_ids),
            roles.c.kind.in_(kinds),
            roles.c.started.is_not(None),
        )
        .order_by(roles.c.person_id, roles.c.id)
    )


def cited_statuses(person_ids: Sequence[int]) -> Select[Any]:
    """The effective status of those roles of these people that sources speak of."""
    cited = select(citations.c.role_id).where(citations.c.role_id == roles.c.id).exists()
    return select(roles.c.id, effective_status(roles, "role_id")).where(
        among(roles.c.person_id, person_ids), cited
    )


def match_keys(organisation_ids: Sequence[int]) -> Select[Any]:
    """The match keys of organisations, by id."""
    return select(organisations.c.id, organisations.c.name_key).where(
        organisations.c.id.in_(organisation_ids)
    )


def stated_moves(person_ids: Sequence[int]) -> Select[Any]:
    """The recorded moves of these people, person by person, days as ISO text."""
    return (
        select(
            transitions.c.person_id,
            transitions.c.id,
            transitions.c.from_organisation_id,
            transitions.c.to_organisation_id,
            transitions.c.from_role_id,
            transitions.c.to_role_id,
            transitions.c.date,
            as_text(transitions.c.date_earliest).label("date_earliest"),
            as_text(transitions.c.date_latest).label("date_latest"),
        )
        .where(among(transitions.c.person_id, person_ids), transitions.c.origin == "recorded")
        .order_by(transitions.c.person_id, transitions.c.id)
    )


def links_between() -> Select[Any]:
    """Every link with the match key of its second organisation."""
    return (
        select(
            organisation_links.c.id,
            organisation_links.c.organisation_id,
            organisation_links.c.kind,
            organisation_links.c.other_id,
            organisations.c.name_key,
        )
        .join(organisations, organisations.c.id == organisation_links.c.other_id)
        .order_by(organisation_links.c.id)
    )
