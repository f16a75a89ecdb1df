"""How much stands behind a fact, and which source was first?"""

from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, func, literal, or_, select

from talentdb.database.portable import text_list
from talentdb.schema import CITED, citations, sources


def citations_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many citations meet the condition (a count within a statement)."""
    return select(func.count(citations.c.id)).where(condition).scalar_subquery()


def first_source_of(condition: ColumnElement[bool], named: bool = False) -> ColumnElement[Any]:
    """The handle of the source that was published first; undated ones come last.

    `named` for who published it, else its title, as a sentence attributes it.
    """
    whose = func.coalesce(sources.c.publisher, sources.c.title, sources.c.handle)
    return (
        select(whose if named else sources.c.handle)
        .join(citations, citations.c.source_id == sources.c.id)
        .where(condition, citations.c.stance == "supports")
        .order_by(sources.c.published_latest.nulls_last(), sources.c.handle)
        .limit(1)
        .scalar_subquery()
    )


def sources_of(condition: ColumnElement[bool]) -> ColumnElement[list[str]]:
    """The handles of the sources that support it."""
    return (
        select(text_list(sources.c.handle))
        .join(citations, citations.c.source_id == sources.c.id)
        .where(condition, citations.c.stance == "supports")
        .scalar_subquery()
    )


def called(noun: str, id: ColumnElement[Any]) -> ColumnElement[Any]:
    """`move:12`, as `show` takes it; NULL for what has no id in the ledger."""
    return case((id > 0, literal(f"{noun}:", Text) + cast(id, Text)))


def about(word: str, fact_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Citations of one fact; `word` is one of `CITED`."""
    return citations.c[CITED[word]] == fact_id


def about_role(role_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Citations of one role."""
    return citations.c.role_id == role_id


def about_move(move: Any) -> ColumnElement[bool]:
    """Citations of a move; a derived one rests on those of its two roles."""
    its_roles = citations.c.role_id.in_([move.c.from_role_id, move.c.to_role_id])
    derived = and_(move.c.origin == "derived", its_roles)
    return or_(citations.c.transition_id == move.c.id, derived)
