"""What does the derivation read: whose roles count, which moves were stated, what links say?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, select

from talentdb.database.bulk import as_text
from talentdb.queries.rule import STANDARD, Basis
from talentdb.queries.status import effective_status
from talentdb.schema import organisation_links, organisations, roles, transitions


def among(column: Column[int], ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether a column holds one of these ids, given in order and each once."""
    if ids and ids[-1] - ids[0] + 1 == len(ids):
        return column.between(ids[0], ids[-1])
    return column.in_(ids)


def counted_roles(
    person_ids: Sequence[int],
    basis: Basis = STANDARD,
) -> Select[Any]:
    """The roles from which spells follow (metrics.md §1), person by person, days as ISO text.

    A role without a start takes no part.
    """
    status = effective_status(roles, "role_id").label("effective_status")
    return (
        select(
            roles.c.person_id,
            roles.c.id,
            roles.c.organisation_id,
            organisations.c.name_key,
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
            status,
        )
        .join(organisations, organisations.c.id == roles.c.organisation_id)
        .where(
            among(roles.c.person_id, person_ids),
            roles.c.kind.in_(basis.kinds),
            roles.c.started.is_not(None),
            status.in_(basis.statuses),
        )
        .order_by(roles.c.person_id, roles.c.id)
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
