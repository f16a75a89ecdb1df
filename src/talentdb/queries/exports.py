"""What is recorded by hand of some people or organisations, row by row? (`export`)"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Table, func, select

from talentdb.queries.names import Noun
from talentdb.schema import (
    CITED,
    citations,
    identifiers,
    sources,
    tags,
    transition_reasons,
    transitions,
    works,
)


def named(noun: Noun) -> Select[Any]:
    """Everybody with their names."""
    return select(noun.table.c.id, noun.table.c.name).order_by(noun.table.c.id)


def sharing_names(noun: Noun) -> Select[Any]:
    """Those whose own name is another's own name too, together with these others."""
    key = noun.table.c.name_key
    shared = select(key).group_by(key).having(func.count() > 1)
    columns = (key, noun.table.c.id, noun.table.c.name)
    return select(*columns).where(key.in_(shared)).order_by(key, noun.table.c.id)


def owners_of(table: Table, column: str) -> Select[Any]:
    """Those to whom rows of a table belong that are not derived."""
    statement = select(table.c[column]).distinct().order_by(table.c[column])
    return statement.where(table.c.origin == "recorded") if table is transitions else statement


def identifiers_of(noun: Noun, ids: Sequence[int]) -> Select[Any]:
    """The identifiers of these, each with its owner, in code-point order."""
    owner = identifiers.c[noun.reference]
    return (
        select(owner, identifiers.c.scheme, identifiers.c.value)
        .where(owner.in_(ids))
        .order_by(identifiers.c.scheme, identifiers.c.value)
    )


def tags_of(noun: Noun, ids: Sequence[int]) -> Select[Any]:
    """The tags of these, each with its owner, in code-point order."""
    owner = tags.c[noun.reference]
    return select(owner, tags.c.tag).where(owner.in_(ids)).order_by(tags.c.tag)


def rows_of(table: Table, column: str, ids: Sequence[int]) -> Select[Any]:
    """The rows of a table that belong to these, but for those that are derived."""
    statement = select(table).where(table.c[column].in_(ids)).order_by(table.c.id)
    return statement.where(table.c.origin == "recorded") if table is transitions else statement


def reasons_of(person_ids: Sequence[int]) -> Select[Any]:
    """The reasons of the moves of these people, in code-point order."""
    return (
        select(transition_reasons.c.transition_id, transition_reasons.c.reason)
        .join(transitions, transitions.c.id == transition_reasons.c.transition_id)
        .where(transitions.c.person_id.in_(person_ids))
        .order_by(transition_reasons.c.reason)
    )


def every_work() -> Select[Any]:
    """Every work with its name and where it was made."""
    return select(works.c.id, works.c.name, works.c.organisation_id).order_by(works.c.id)


def every_source() -> Select[Any]:
    """Every source by its handle."""
    return select(sources).order_by(sources.c.handle)


def citations_of(word: str, table: Table, column: str, ids: Sequence[int]) -> Select[Any]:
    """What sources say of the facts of these; `word` is one of `CITED`."""
    via = sources.alias("via")
    reference = citations.c[CITED[word]]
    return (
        select(
            citations,
            reference.label("fact_id"),
            sources.c.handle.label("source"),
            via.c.handle.label("via"),
        )
        .join(table, table.c.id == reference)
        .join(sources, sources.c.id == citations.c.source_id)
        .outerjoin(via, via.c.id == citations.c.via_source_id)
        .where(table.c[column].in_(ids))
        .order_by(citations.c.id)
    )


def name_keys(noun: Noun) -> tuple[Select[Any], Select[Any]]:
    """The match keys of all names, and of all other names."""
    return select(noun.table.c.name_key), select(noun.names.c.name_key)
