"""What is counted in a row? (`--explain`)

A metric whose rows count moves offers `behind(filter)`: `moves_behind` over the moves that it
counts, narrowed as its own statement is. One whose rows are made of several moves hands their ids
to `moves_called`, one whose rows count spells those of their roles to `sources_of_roles`. Facts are
called as `show` takes them, so that `show move:12` is the next step, to the sentence of a source.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, case, func, literal, select

from talentdb.database.portable import texts
from talentdb.queries.evidence import about_move, called, sources_of
from talentdb.queries.moves import FROM, TO
from talentdb.queries.rule import Rule
from talentdb.queries.status import effective_status
from talentdb.queries.transitions import counted
from talentdb.schema import citations, credits, people, sources

FIELDS = (
    "of",
    "counted",
    "facts",
    "person",
    "from",
    "to",
    "date",
    "continuity",
    "status",
    "sources",
)


FIELDS_OF_MAKERS = ("of", "counted", "facts", "person", "now_at", "now_title", "sources")
FIELDS_OF_STAYS = (
    "of",
    "counted",
    "facts",
    "person",
    "organisation",
    "started",
    "ended",
    "sources",
)


def moves_behind(move: Any) -> Select[Any]:
    """The moves of a subquery made by `counted`, with FIELDS, row by row of the metric.

    `of` names the row as origin → destination; `counted` is `certain`, or `possible` for a move
    that only may lie in the window. A derived move that only this question makes is called by
    its roles alone.
    """
    roles = (
        case((move.c.origin == "derived", move.c.from_role_id)),
        case((move.c.origin == "derived", move.c.to_role_id)),
    )
    facts = called("move", move.c.id), *(called("role", role) for role in roles)
    return (
        select(
            _pair().label("of"),
            case((move.c.certain, "certain"), else_="possible").label("counted"),
            texts(*facts).label("facts"),
            people.c.name.label("person"),
            FROM.c.name.label("from"),
            TO.c.name.label("to"),
            move.c.date,
            move.c.continuity,
            move.c.status,
            sources_of(about_move(move)).label("sources"),
        )
        .join(people, people.c.id == move.c.person_id)
        .outerjoin(FROM, FROM.c.id == move.c.from_group)
        .outerjoin(TO, TO.c.id == move.c.to_group)
        .where(move.c.certain | move.c.possible)
        .order_by(
            FROM.c.name.nulls_last(),
            TO.c.name.nulls_last(),
            move.c.possible,
            move.c.date_latest.desc().nulls_last(),
            move.c.date_earliest.desc().nulls_last(),
            people.c.name,
            move.c.id,
        )
    )


def moves_called(rule: Rule, ids: Sequence[int]) -> Select[Any]:
    """The moves of these ids as `moves_behind` has them, each with its `id`."""
    move = counted(rule)
    return moves_behind(move).add_columns(move.c.id).where(move.c.id.in_(ids))


def credits_behind(work_ids: Sequence[int], statuses: Sequence[str]) -> Select[Any]:
    """Each credit of these statuses for one of the works: work_id, person_id, fact, sources."""
    return (
        select(
            credits.c.work_id,
            credits.c.person_id,
            called("credit", credits.c.id).label("fact"),
            sources_of(citations.c.credit_id == credits.c.id).label("sources"),
        )
        .where(
            credits.c.work_id.in_(work_ids),
            effective_status(credits, "credit_id").in_(statuses),
        )
        .order_by(credits.c.work_id, credits.c.person_id, credits.c.id)
    )


def sources_of_roles(role_ids: Sequence[int]) -> Select[Any]:
    """The handle of each source that supports one of the roles: id, source."""
    return _sources_by(citations.c.role_id, role_ids)


def sources_of_recorded(move_ids: Sequence[int]) -> Select[Any]:
    """The handle of each source that supports one of the recorded moves: id, source."""
    return _sources_by(citations.c.transition_id, move_ids)


def _sources_by(fact_id: Any, ids: Sequence[int]) -> Select[Any]:
    return (
        select(fact_id.label("id"), sources.c.handle.label("source"))
        .join(sources, sources.c.id == citations.c.source_id)
        .where(fact_id.in_(ids), citations.c.stance == "supports")
        .distinct()
        .order_by(fact_id, sources.c.handle)
    )


def _pair() -> ColumnElement[str]:
    unknown = literal("?", Text)
    arrow = literal(" → ", Text)
    return func.coalesce(FROM.c.name, unknown) + arrow + func.coalesce(TO.c.name, unknown)
