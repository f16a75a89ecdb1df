"""Which publications stand behind the ledger? (`query sources`)"""

from typing import Any

from sqlalchemy import Select, func, select

from talentdb.queries.rule import Rule
from talentdb.queries.transitions import window
from talentdb.schema import CITED, citations, sources


def source_list(rule: Rule) -> Select[Any]:
    """The sources published in the window, the latest first; `facts` are those each speaks of."""
    facts = sum(
        (func.count(citations.c[column].distinct()) for column in CITED.values()),
        start=func.count(citations.c.id) * 0,
    )
    said = (
        select(citations.c.source_id, facts.label("facts"))
        .group_by(citations.c.source_id)
        .subquery("said")
    )
    published = (sources.c.published, sources.c.published_earliest, sources.c.published_latest)
    certain, possible = window(rule, *published)
    return (
        select(
            sources.c.id,
            sources.c.handle.label("source"),
            sources.c.url,
            sources.c.title,
            sources.c.publisher,
            sources.c.published,
            func.coalesce(said.c.facts, 0).label("facts"),
        )
        .outerjoin(said, said.c.source_id == sources.c.id)
        .where(certain | possible)
        .order_by(sources.c.published_latest.desc().nulls_last(), sources.c.handle)
    )
