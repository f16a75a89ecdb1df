"""For which reasons did people move from where to where? (missionaries or mercenaries)"""

from typing import Any

from sqlalchemy import Select, Subquery, distinct, func, select

from talentdb.queries.behind import moves_behind
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO, narrowed
from talentdb.queries.transitions import counted
from talentdb.schema import transition_reasons


def reasons(filter: MoveFilter) -> Select[Any]:
    """For each pair of organisations how many moves state each reason, `of` how many.

    A move may state several reasons, or none (`reason` is NULL): shares do not add up to 1. Only
    moves that certainly lie in the window count.
    """
    each, all_of = _counted(filter)
    return (
        select(
            FROM.c.name.label("from"),
            TO.c.name.label("to"),
            each.c.reason,
            each.c.moves,
            all_of.c.moves.label("of"),
        )
        .join(
            all_of,
            each.c.from_group.is_not_distinct_from(all_of.c.from_group)
            & each.c.to_group.is_not_distinct_from(all_of.c.to_group),
        )
        .outerjoin(FROM, FROM.c.id == each.c.from_group)
        .outerjoin(TO, TO.c.id == each.c.to_group)
        .order_by(
            all_of.c.moves.desc(),
            FROM.c.name.nulls_last(),
            TO.c.name.nulls_last(),
            each.c.from_group.nulls_last(),
            each.c.to_group.nulls_last(),
            each.c.moves.desc(),
            each.c.reason.nulls_last(),
        )
    )


def behind(filter: MoveFilter) -> Select[Any]:
    """The moves behind the rows, once for each `reason` that they state."""
    move = counted(filter.rule)
    said = transition_reasons.c.reason
    rows = (
        moves_behind(move)
        .add_columns(said)
        .outerjoin(transition_reasons, transition_reasons.c.transition_id == move.c.id)
        .where(move.c.certain)
        .order_by(said.nulls_last())
    )
    return narrowed(rows, move, filter)


def _counted(filter: MoveFilter) -> tuple[Subquery, Subquery]:
    """How many moves state each reason, and how many there are, by pair."""
    move = counted(filter.rule)
    said = transition_reasons.c.reason
    flow: Select[Any] = (
        select(
            move.c.from_group,
            move.c.to_group,
            said.label("reason"),
            func.count(distinct(move.c.id)).label("moves"),
        )
        .outerjoin(transition_reasons, transition_reasons.c.transition_id == move.c.id)
        .where(move.c.certain)
        .group_by(move.c.from_group, move.c.to_group, said)
    )
    whole: Select[Any] = (
        select(move.c.from_group, move.c.to_group, func.count(move.c.id).label("moves"))
        .where(move.c.certain)
        .group_by(move.c.from_group, move.c.to_group)
    )
    return (
        narrowed(flow, move, filter).subquery("each_reason"),
        narrowed(whole, move, filter).subquery("all_moves"),
    )
