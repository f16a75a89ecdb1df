"""What do other sources say of facts than the record does, wherever these are used?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Table, Text, and_, cast, func, literal, or_, select, union_all

from talentdb.queries.changes import NOUNS
from talentdb.queries.claimed import reference_to
from talentdb.queries.conflicts import conflicts
from talentdb.schema import citations, sources, transitions


def is_disputed() -> Select[Any]:
    """One row if any source says a value, or disputes a fact: else there is no dissent."""
    claims = or_(citations.c.field.is_not(None), citations.c.stance == "disputes")
    return select(citations.c.id).where(claims).limit(1)


def dissent(tables: Sequence[Table]) -> Select[Any]:
    """Fact by fact each value that is not the record's (`held`), and each dispute of all of it.

    `field` is NULL where a source disputes the fact as such.
    """
    rows = conflicts(*tables).order_by(None).subquery("rows")
    other = rows.alias("other")
    held = (
        select(func.min(other.c.value))
        .where(other.c.fact == rows.c.fact, other.c.field == rows.c.field, other.c.chosen)
        .scalar_subquery()
    )
    rivals = select(
        rows.c.fact, rows.c.field, rows.c.value, held.label("held"), rows.c.status, rows.c.source
    ).where(~rows.c.chosen)
    every = union_all(rivals, *(_disputes(table) for table in tables)).subquery("every")
    return select(every).order_by(
        every.c.fact, every.c.field.nulls_first(), every.c.value.nulls_last(), every.c.source
    )


def resting_on(role_ids: Sequence[int]) -> Select[Any]:
    """The derived moves that lead from or to one of these roles: id, from_role_id, to_role_id."""
    sides = transitions.c.from_role_id, transitions.c.to_role_id
    return (
        select(transitions.c.id, *sides)
        .where(transitions.c.origin == "derived", or_(*(side.in_(role_ids) for side in sides)))
        .order_by(transitions.c.id)
    )


def _disputes(table: Table) -> Select[Any]:
    fact = citations.c[reference_to(table)]
    return (
        select(
            (literal(f"{NOUNS[table.name]}:") + cast(fact, Text)).label("fact"),
            citations.c.field,
            citations.c.value,
            literal(None, Text).label("held"),
            citations.c.status,
            sources.c.handle.label("source"),
        )
        .join(sources, sources.c.id == citations.c.source_id)
        .where(and_(fact.is_not(None), citations.c.stance == "disputes"))
    )
