"""Which sources stand behind some moves or roles, and what are they called?"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import CompoundSelect, Executable, Select, and_, or_, select, union

from talentdb.schema import citations, credits, sources, transitions

Statement: TypeAlias = Callable[[Sequence[int]], Executable]


def sources_of_moves(move_ids: Sequence[int]) -> CompoundSelect[Any]:
    """Each move with each source that supports it; a derived one rests on those of its roles."""
    its_roles = or_(
        citations.c.role_id == transitions.c.from_role_id,
        citations.c.role_id == transitions.c.to_role_id,
    )
    stated = select(transitions.c.id.label("fact"), citations.c.source_id).join(
        citations, citations.c.transition_id == transitions.c.id
    )
    derived = select(transitions.c.id, citations.c.source_id).join(
        citations, and_(its_roles, transitions.c.origin == "derived")
    )
    both = [
        one.where(transitions.c.id.in_(move_ids), citations.c.stance == "supports")
        for one in (stated, derived)
    ]
    return union(*both).order_by("fact", "source_id")


def sources_of_roles(role_ids: Sequence[int]) -> Select[Any]:
    """Each role with each source that supports it."""
    return (
        select(citations.c.role_id.label("fact"), citations.c.source_id)
        .distinct()
        .where(citations.c.role_id.in_(role_ids), citations.c.stance == "supports")
        .order_by(citations.c.role_id, citations.c.source_id)
    )


def sources_of_works(work_ids: Sequence[int]) -> Select[Any]:
    """Each work with each source that supports one of its credits."""
    return (
        select(credits.c.work_id.label("fact"), citations.c.source_id)
        .distinct()
        .join(citations, citations.c.credit_id == credits.c.id)
        .where(credits.c.work_id.in_(work_ids), citations.c.stance == "supports")
        .order_by(credits.c.work_id, citations.c.source_id)
    )


def sources_of_makers(work_id: int, person_ids: Sequence[int]) -> Select[Any]:
    """Each of these people with each source that credits them with a work."""
    return (
        select(credits.c.person_id.label("fact"), citations.c.source_id)
        .distinct()
        .join(citations, citations.c.credit_id == credits.c.id)
        .where(
            credits.c.work_id == work_id,
            credits.c.person_id.in_(person_ids),
            citations.c.stance == "supports",
        )
        .order_by(credits.c.person_id, citations.c.source_id)
    )


def some_sources(ids: Sequence[int]) -> Select[Any]:
    """These sources, as a list of sources tells them."""
    columns = ("id", "handle", "url", "archive", "title", "publisher", "author", "published")
    return select(*(sources.c[name] for name in columns)).where(sources.c.id.in_(ids))
