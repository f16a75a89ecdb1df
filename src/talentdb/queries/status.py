"""How sure is a fact? (design.md §3, Tables: status)"""

from typing import Any

from sqlalchemy import ColumnElement, Table, case, func, select

from talentdb.schema import citations, sources


def effective_status(fact: Any, cited_by: str) -> ColumnElement[str]:
    """What was set by hand, else what the citations give, else `reported`.

    `fact` is the table (or alias) of the fact, `cited_by` the citation's reference to it.
    """
    return func.coalesce(fact.c.status, status_from_citations(fact.c.id, cited_by), "reported")


def status_from_citations(fact_id: ColumnElement[int], cited_by: str) -> ColumnElement[Any]:
    """The status that the latest dated citation gives, or `denied` if that one disputes.

    Where no source is dated: the strongest status in support. NULL without a citation.
    """
    said = citations.alias()
    source = sources.alias()
    given = func.coalesce(said.c.status, "reported")
    status = case((said.c.stance == "disputes", "denied"), else_=given)
    dated = source.c.published_latest
    speaks = (said.c.stance == "supports") | dated.is_not(None)
    return (
        select(status)
        .select_from(said.join(source, source.c.id == said.c.source_id))
        .where(said.c[cited_by] == fact_id, speaks)
        .order_by(dated.desc().nulls_last(), rank(status).desc())
        .limit(1)
        .correlate(_table_of(fact_id))
        .scalar_subquery()
    )


def rank(status: ColumnElement[Any]) -> ColumnElement[int]:
    """From 0 (denied) over 1 (rumoured) and 2 (reported) to 3 (confirmed)."""
    return case({"denied": 0, "rumoured": 1, "reported": 2, "confirmed": 3}, value=status)


def _table_of(column: ColumnElement[Any]) -> Any:
    table: Table = column.table
    return table
