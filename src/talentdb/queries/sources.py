"""Which publications stand behind the ledger? (`query sources`)"""

from typing import Any, cast

from sqlalchemy import CompoundSelect, Select, Table, func, literal, select, true, union_all

from talentdb.queries.changes import NOUNS
from talentdb.queries.claimed import reference_to
from talentdb.queries.rule import Rule
from talentdb.queries.transitions import window
from talentdb.schema import (
    CITED,
    citations,
    credits,
    figures,
    offers,
    organisation_links,
    roles,
    sources,
    transitions,
    works,
)

# What somebody states. Other names of somebody may be cited, but seldom need to be.
STATED = (roles, transitions, organisation_links, offers, works, credits, figures)


def source_list(rule: Rule) -> Select[Any]:
    """The sources published in the window, the latest first; `facts` are those each speaks of.

    By what was known on a day: those published by then, and those then known through another one.
    """
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
    day = rule.basis.known_by
    known = true() if day is None else (published[2] <= day) | said.c.facts.is_not(None)
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
        .where(certain | possible, known)
        .order_by(sources.c.published_latest.desc().nulls_last(), sources.c.handle)
    )


def facts_and_uncited() -> CompoundSelect[Any]:
    """How many facts of each kind are recorded (`word`, `facts`), and how many without a source.

    A derived move is none: it rests on its roles.
    """
    return union_all(*(_counted(table) for table in STATED))


def _counted(table: Table) -> Select[Any]:
    reference = citations.c[reference_to(table)]
    backed = select(literal(1)).where(reference == table.c.id, citations.c.stance == "supports")
    facts, uncited = func.count(), func.count().filter(~backed.exists())
    statement: Any = select(
        literal(NOUNS[table.name]).label("word"), facts.label("facts"), uncited.label("uncited")
    ).select_from(table)
    if table is transitions:
        statement = statement.where(table.c.origin == "recorded")
    return cast("Select[Any]", statement)
