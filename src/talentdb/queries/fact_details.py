"""What else is recorded of one role, move or source? (`show`)"""

from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, literal, select, union_all

from talentdb.queries.changes import NOUNS
from talentdb.queries.status import effective_status
from talentdb.schema import (
    CITED,
    citations,
    organisations,
    people,
    roles,
    sources,
    transition_reasons,
    transitions,
)


def evidence(condition: ColumnElement[bool]) -> Select[Any]:
    """The citations that meet the condition, the first published first."""
    via = sources.alias("via")
    return (
        select(
            citations.c.id,
            sources.c.handle.label("source"),
            sources.c.published,
            citations.c.stance,
            citations.c.status,
            citations.c.field,
            citations.c.value,
            citations.c.quote,
            citations.c.locator,
            citations.c.said_by,
            via.c.handle.label("via_source"),
            sources.c.url,
        )
        .join(sources, sources.c.id == citations.c.source_id)
        .outerjoin(via, via.c.id == citations.c.via_source_id)
        .where(condition)
        .order_by(sources.c.published_latest.nulls_last(), sources.c.handle, citations.c.id)
    )


def role_row(role_id: int) -> Select[Any]:
    """A role with the names of its person and organisation, and its effective status."""
    kept = [column for column in roles.c if column.name != "status"]
    return (
        select(
            *kept,
            people.c.name.label("person"),
            organisations.c.name.label("organisation"),
            effective_status(roles, "role_id").label("status"),
        )
        .join(people, people.c.id == roles.c.person_id)
        .join(organisations, organisations.c.id == roles.c.organisation_id)
        .where(roles.c.id == role_id)
    )


def move_row(move_id: int) -> Select[Any]:
    """A move with the names of its person and sides, and its effective status."""
    origin, goal = organisations.alias("origin"), organisations.alias("goal")
    kept = [column for column in transitions.c if column.name != "status"]
    return (
        select(
            *kept,
            people.c.name.label("person"),
            origin.c.name.label("from"),
            goal.c.name.label("to"),
            effective_status(transitions, "transition_id").label("status"),
        )
        .join(people, people.c.id == transitions.c.person_id)
        .outerjoin(origin, origin.c.id == transitions.c.from_organisation_id)
        .outerjoin(goal, goal.c.id == transitions.c.to_organisation_id)
        .where(transitions.c.id == move_id)
    )


def reasons_of(move_id: int) -> Select[Any]:
    """The reasons of a move, in order."""
    reason = transition_reasons.c.reason
    of_move = transition_reasons.c.transition_id == move_id
    return select(reason).where(of_move).order_by(reason)


def source_row(source_id: int) -> Select[Any]:
    """A source as it is stored."""
    return select(sources).where(sources.c.id == source_id)


def facts_of_source(source_id: int) -> Select[Any]:
    """Every fact that a source speaks of, by its id, with what it says."""
    parts = []
    for column in CITED.values():
        home = next(iter(citations.c[column].foreign_keys)).column.table
        fact = literal(f"{NOUNS[home.name]}:", Text) + cast(citations.c[column], Text)
        parts.append(
            select(
                fact.label("fact"),
                citations.c.id,
                citations.c.stance,
                citations.c.status,
                citations.c.field,
                citations.c.value,
                citations.c.quote,
                citations.c.locator,
                citations.c.said_by,
            ).where(citations.c.source_id == source_id, citations.c[column].is_not(None))
        )
    said = union_all(*parts).subquery("said")
    return select(said).order_by(said.c.id)
