"""What was known by a day? (metrics.md §15)

A citation is known by a day if its source, or any source through which that is known, was
published by then; when somebody read it does not count.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select

from talentdb.database.portable import day as as_day
from talentdb.queries.claimed import reference_to
from talentdb.queries.status import rank


def published_by(sources: Table, day: date) -> Select[Any]:
    """The ids of the sources published by a day; undated ones are not."""
    return select(sources.c.id).where(sources.c.published_latest <= as_day(day))


def is_known(citations: Table, sources: Table, day: date) -> ColumnElement[bool]:
    """Whether a citation is known by a day."""
    published = published_by(sources, day)
    reports = select(citations.c.source_id, citations.c.via_source_id.label("via_id")).where(
        citations.c.via_source_id.is_not(None)
    )
    chain = reports.cte("chain_of_reports", recursive=True)
    further = reports.subquery("further")
    chain = chain.union(
        select(chain.c.source_id, further.c.via_id).where(further.c.source_id == chain.c.via_id)
    )
    reported = select(chain.c.source_id).where(chain.c.via_id.in_(published))
    return or_(
        citations.c.source_id.in_(published),
        citations.c.via_source_id.in_(published),
        citations.c.via_source_id.in_(reported),
    )


def cited(fact: Table, citations: Table, known: ColumnElement[bool]) -> Select[Any]:
    """The ids of the facts of a table of which some citation is known."""
    reference = citations.c[reference_to(fact)]
    return select(reference).where(reference.is_not(None), known)


def claims(
    fact: Table, citations: Table, sources: Table, known: ColumnElement[bool]
) -> Select[Any]:
    """Every claim of a field of such facts, the surest, then latest first; and if it is known."""
    reference = citations.c[reference_to(fact)]
    sure = func.coalesce(citations.c.status, "reported")
    return (
        select(
            reference.label("fact_id"),
            citations.c.field,
            citations.c.value,
            known.label("known"),
        )
        .join(sources, sources.c.id == citations.c.source_id)
        .where(and_(reference.is_not(None), citations.c.field.is_not(None)))
        .where(citations.c.stance == "supports")
        .order_by(
            reference,
            citations.c.field,
            rank(sure).desc(),
            sources.c.published_latest.desc().nulls_last(),
            sources.c.handle,
            citations.c.id,
        )
    )
