"""What else is recorded of one person, organisation or move? (`show`)"""

from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, literal, or_, select

from talentdb.queries.names import Noun
from talentdb.schema import (
    citations,
    identifiers,
    organisation_links,
    organisations,
    roles,
    sources,
    tags,
    transitions,
)


def record(noun: Noun, id: int) -> Select[Any]:
    """The row itself."""
    return select(noun.table).where(noun.table.c.id == id)


def other_names(noun: Noun, id: int) -> Select[Any]:
    """Aliases and former names with their dates, by the ids that `edit alias` takes."""
    names = noun.names.c
    named = literal(f"{noun.word}-name:", Text) + cast(names.id, Text)
    return (
        select(named.label("id"), names.name, names.started, names.ended)
        .where(noun.owner == id)
        .order_by(names.started_earliest.nulls_first(), names.name, names.id)
    )


def identifiers_of(noun: Noun, id: int) -> Select[Any]:
    """Identifiers with their ids."""
    return (
        select(identifiers.c.id, identifiers.c.scheme, identifiers.c.value)
        .where(identifiers.c[noun.reference] == id)
        .order_by(identifiers.c.scheme, identifiers.c.value)
    )


def tags_of(noun: Noun, id: int) -> Select[Any]:
    """Tags, in order."""
    return select(tags.c.tag).where(tags.c[noun.reference] == id).order_by(tags.c.tag)


def links_of(organisation_id: int) -> Select[Any]:
    """Links in which the organisation is either side, as sentences."""
    link = organisation_links.c
    first, second = organisations.alias("first"), organisations.alias("second")
    return (
        select(
            link.id,
            first.c.name.label("organisation"),
            link.kind.label("link"),
            second.c.name.label("other"),
            link.started,
            link.ended,
        )
        .join(first, first.c.id == link.organisation_id)
        .join(second, second.c.id == link.other_id)
        .where(or_(link.organisation_id == organisation_id, link.other_id == organisation_id))
        .order_by(link.started_earliest.nulls_first(), first.c.name, second.c.name, link.id)
    )


def sources_of_person(person_id: int) -> Select[Any]:
    """The publications that speak of a person's roles and moves."""
    held = select(roles.c.id).where(roles.c.person_id == person_id)
    moved = select(transitions.c.id).where(transitions.c.person_id == person_id)
    return _publications(or_(citations.c.role_id.in_(held), citations.c.transition_id.in_(moved)))


def sources_of_organisation(organisation_id: int) -> Select[Any]:
    """The publications that speak of an organisation's links, roles and moves."""
    held = select(roles.c.id).where(roles.c.organisation_id == organisation_id)
    sides = (transitions.c.from_organisation_id, transitions.c.to_organisation_id)
    moved = select(transitions.c.id).where(or_(*(side == organisation_id for side in sides)))
    ends = (organisation_links.c.organisation_id, organisation_links.c.other_id)
    linked = select(organisation_links.c.id).where(or_(*(end == organisation_id for end in ends)))
    return _publications(
        or_(
            citations.c.role_id.in_(held),
            citations.c.transition_id.in_(moved),
            citations.c.organisation_link_id.in_(linked),
        )
    )


def _publications(condition: ColumnElement[bool]) -> Select[Any]:
    cited = select(citations.c.source_id).where(condition)
    return (
        select(
            sources.c.id,
            sources.c.handle.label("source"),
            sources.c.title,
            sources.c.publisher,
            sources.c.published,
            sources.c.url,
        )
        .where(sources.c.id.in_(cited))
        .order_by(sources.c.published_latest.nulls_last(), sources.c.handle)
    )
