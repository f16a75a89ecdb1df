"""What does the derivation read: whose roles count, which moves were stated, what links say?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from talentdb.queries.rule import STANDARD, Basis
from talentdb.queries.status import effective_status
from talentdb.schema import organisation_links, organisations, roles, transitions


def counted_roles(
    person_ids: Sequence[int],
    basis: Basis = STANDARD,
) -> Select[Any]:
    """The roles from which spells follow (metrics.md §1), person by person.

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
            roles.c.started_earliest,
            roles.c.started_latest,
            roles.c.ended,
            roles.c.ended_earliest,
            roles.c.ended_latest,
            roles.c.seen,
            roles.c.seen_earliest,
            roles.c.seen_latest,
            status,
        )
        .join(organisations, organisations.c.id == roles.c.organisation_id)
        .where(
            roles.c.person_id.in_(person_ids),
            roles.c.kind.in_(basis.kinds),
            roles.c.started.is_not(None),
            status.in_(basis.statuses),
        )
        .order_by(roles.c.person_id, roles.c.id)
    )


def stated_moves(person_ids: Sequence[int]) -> Select[Any]:
    """The recorded moves of these people, person by person."""
    return (
        select(
            transitions.c.person_id,
            transitions.c.id,
            transitions.c.from_organisation_id,
            transitions.c.to_organisation_id,
            transitions.c.from_role_id,
            transitions.c.to_role_id,
            transitions.c.date,
            transitions.c.date_earliest,
            transitions.c.date_latest,
        )
        .where(transitions.c.person_id.in_(person_ids), transitions.c.origin == "recorded")
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
