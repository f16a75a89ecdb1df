"""Who moved where? (`query moves`)"""

from typing import Any

from sqlalchemy import Select, Subquery, or_, select

from talentdb.database.portable import text_list
from talentdb.queries.evidence import about_move, citations_of, first_source_of
from talentdb.queries.filters import MoveFilter, tagged
from talentdb.queries.transitions import counted
from talentdb.schema import organisations, people, roles, transition_reasons

FROM = organisations.alias("from_organisation")
TO = organisations.alias("to_organisation")


def moves(filter: MoveFilter) -> Select[Any]:
    """The moves that the filter lets through, latest first, each with what stands behind it."""
    move = counted(filter.rule, filter.touched)
    reasons = select(text_list(transition_reasons.c.reason)).where(
        transition_reasons.c.transition_id == move.c.id
    )
    statement = (
        select(
            move.c.id,
            move.c.person_id,
            people.c.name.label("person"),
            FROM.c.id.label("from_id"),
            FROM.c.name.label("from"),
            TO.c.id.label("to_id"),
            TO.c.name.label("to"),
            move.c.date,
            move.c.from_title,
            move.c.to_title,
            move.c.continuity,
            move.c.gap_days,
            move.c.origin,
            move.c.manner,
            reasons.scalar_subquery().label("reasons"),
            move.c.status,
            citations_of(about_move(move)).label("citations"),
            first_source_of(about_move(move)).label("source"),
        )
        .join(people, people.c.id == move.c.person_id)
        .outerjoin(FROM, FROM.c.id == move.c.from_group)
        .outerjoin(TO, TO.c.id == move.c.to_group)
        .order_by(
            move.c.date_latest.desc().nulls_last(),
            move.c.date_earliest.desc().nulls_last(),
            people.c.name,
            move.c.id,
        )
    )
    in_window = or_(move.c.certain, move.c.possible) if filter.possible else move.c.certain
    return narrowed(statement.where(in_window), move, filter)


def narrowed(statement: Select[Any], move: Subquery, filter: MoveFilter) -> Select[Any]:
    """Only the moves that all given options let through."""
    if filter.person:
        statement = statement.where(move.c.person_id.in_(filter.person))
    if filter.organisation:
        statement = statement.where(
            or_(
                move.c.from_group.in_(filter.organisation), move.c.to_group.in_(filter.organisation)
            )
        )
    if filter.from_:
        statement = statement.where(move.c.from_group.in_(filter.from_))
    if filter.to:
        statement = statement.where(move.c.to_group.in_(filter.to))
    if filter.kind:
        of_kind = select(roles.c.id).where(roles.c.kind.in_(filter.kind))
        statement = statement.where(
            or_(move.c.from_role_id.in_(of_kind), move.c.to_role_id.in_(of_kind))
        )
    return _by_record(statement, move, filter)


def _by_record(statement: Select[Any], move: Subquery, filter: MoveFilter) -> Select[Any]:
    if filter.manner:
        statement = statement.where(move.c.manner.in_(filter.manner))
    if filter.origin:
        statement = statement.where(move.c.origin.in_(filter.origin))
    if filter.change:
        statement = statement.where(move.c.change_set_id.in_(filter.change))
    if filter.uncited:
        statement = statement.where(citations_of(about_move(move)) == 0)
    return tagged(statement, filter.tag, move.c.person_id, move.c.from_group, move.c.to_group)
