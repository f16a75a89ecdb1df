"""What is counted in a row? (`--explain`)

A metric whose rows count moves offers `behind(filter)`: `moves_behind` over the moves that it
counts, narrowed as its own statement is. One whose rows count spells hands the ids of their roles
to `sources_of_roles`. Facts are called as `show` takes them, so that `show move:12` is the next
step, to the sentence of a source.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, case, func, literal, select

from talentdb.database.portable import texts
from talentdb.queries.evidence import about_move, called, sources_of
from talentdb.queries.moves import FROM, TO
from talentdb.schema import citations, people, sources

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


def sources_of_roles(role_ids: Sequence[int]) -> Select[Any]:
    """The handle of each source that supports one of the roles: role_id, source."""
    return (
        select(citations.c.role_id, sources.c.handle.label("source"))
        .join(sources, sources.c.id == citations.c.source_id)
        .where(citations.c.role_id.in_(role_ids), citations.c.stance == "supports")
        .distinct()
        .order_by(citations.c.role_id, sources.c.handle)
    )


def _pair() -> ColumnElement[str]:
    unknown = literal("?", Text)
    arrow = literal(" → ", Text)
    return func.coalesce(FROM.c.name, unknown) + arrow + func.coalesce(TO.c.name, unknown)
