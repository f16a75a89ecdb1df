"""Where do sources say of a field something else than the record? (`query conflicts`)"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    Table,
    Text,
    cast,
    func,
    literal,
    select,
    union_all,
)

from talentdb.queries.changes import NOUNS
from talentdb.queries.claimed import CLAIMED, SIDES, column_of, reference_to
from talentdb.schema import citations, organisations, sources


def conflicts(*tables: Table) -> Select[Any]:
    """Each disputed field: the record's value (`chosen`), then every other one, with its source.

    Of facts in these tables, or of all.
    `source` of the chosen value is the one that was cited for that very value, if any.
    """
    claims = union_all(
        *(
            _claims(table, reference_to(table), field)
            for table in tables or CLAIMED
            for field in CLAIMED[table]
        )
    ).subquery("claims")
    chosen, rival = _chosen(claims), _rival(claims)
    rows = union_all(chosen, rival).subquery("rows")
    return select(
        (rows.c.noun + literal(":") + cast(rows.c.fact_id, Text)).label("fact"),
        rows.c.field,
        rows.c.value,
        rows.c.chosen,
        rows.c.status,
        rows.c.source,
    ).order_by(
        rows.c.noun,
        rows.c.fact_id,
        rows.c.field,
        rows.c.chosen.desc(),
        rows.c.value.nulls_last(),
        rows.c.source.nulls_last(),
    )


def _is_other(claims: Subquery) -> ColumnElement[bool]:
    return claims.c.value.is_distinct_from(claims.c.recorded)


def _rival(claims: Subquery) -> Select[Any]:
    return select(
        claims.c.noun,
        claims.c.fact_id,
        claims.c.field,
        claims.c.value,
        literal(False).label("chosen"),
        claims.c.status,
        claims.c.source,
    ).where(_is_other(claims))


def _chosen(claims: Subquery) -> Select[Any]:
    place = (claims.c.noun, claims.c.fact_id, claims.c.field)
    disputed = select(*place).where(_is_other(claims)).distinct().subquery("disputed")
    same = [column == disputed.c[column.name] for column in place]
    agreeing = select(func.min(claims.c.source)).where(*same, ~_is_other(claims))
    recorded = select(func.min(claims.c.recorded)).where(*same)
    return select(
        disputed.c.noun,
        disputed.c.fact_id,
        disputed.c.field,
        recorded.correlate(disputed).scalar_subquery().label("value"),
        literal(True).label("chosen"),
        literal(None, Text).label("status"),
        agreeing.correlate(disputed).scalar_subquery().label("source"),
    )


def _claims(table: Table, reference: str, field: str) -> Select[Any]:
    """What sources say of one field of one kind of fact, with what the record holds."""
    return (
        select(
            literal(NOUNS[table.name]).label("noun"),
            table.c.id.label("fact_id"),
            citations.c.field,
            citations.c.value,
            _recorded(table, field).label("recorded"),
            citations.c.status,
            sources.c.handle.label("source"),
        )
        .join(citations, citations.c[reference] == table.c.id)
        .join(sources, sources.c.id == citations.c.source_id)
        .where(citations.c.field == field, citations.c.stance == "supports")
    )


def _recorded(table: Table, field: str) -> ColumnElement[Any]:
    column = column_of(table, field)
    if field in SIDES:
        body = organisations.alias()
        return select(body.c.name).where(body.c.id == column).scalar_subquery()
    return cast(column, Text)
