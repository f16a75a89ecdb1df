"""Which moves may link into chains, from organisation to organisation? (metrics.md §12, §14)"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import FromClause, Select, func, select

from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO
from talentdb.queries.transitions import counted, groups_under, sides, window
from talentdb.schema import people, transitions


def recorded_steps(filter: MoveFilter) -> Select[Any]:
    """The recorded moves that count, of people who have several, even inside one organisation.

    A chain of roles may lead through a move from one part of an organisation to another.
    """
    rule = filter.rule
    side = sides(rule, groups_under(rule)).subquery("side")
    certain, possible = window(rule, side.c.date, side.c.date_earliest, side.c.date_latest)
    move = (
        select(side, certain.label("certain"), possible.label("possible"))
        .where(
            side.c.origin == "recorded",
            side.c.status.in_(rule.statuses),
            side.c.continuity.in_(rule.continuities),
        )
        .subquery("move")
    )
    several = select(transitions.c.person_id).where(transitions.c.origin == "recorded")
    several = several.group_by(transitions.c.person_id).having(func.count() > 1)
    return _steps(move).where(move.c.person_id.in_(several))


def steps_between(
    filter: MoveFilter, origins: Sequence[int], destinations: Sequence[int]
) -> Select[Any]:
    """All moves that count in the window, of those who left an origin and joined a destination."""
    move = select(counted(filter.rule)).cte("moves_counted")
    left, joined = move.alias("left_moves"), move.alias("joined_moves")
    return _steps(move).where(
        move.c.certain,
        move.c.person_id.in_(select(left.c.person_id).where(left.c.from_group.in_(origins))),
        move.c.person_id.in_(select(joined.c.person_id).where(joined.c.to_group.in_(destinations))),
    )


def _steps(move: FromClause) -> Select[Any]:
    """Columns as of `chains.Step`, person by person."""
    return (
        select(
            move.c.id,
            move.c.person_id,
            people.c.name.label("person"),
            FROM.c.id.label("origin_id"),
            FROM.c.name.label("origin"),
            TO.c.id.label("destination_id"),
            TO.c.name.label("destination"),
            move.c.from_role_id,
            move.c.to_role_id,
            move.c.date,
            move.c.date_earliest.label("earliest"),
            move.c.date_latest.label("latest"),
            move.c.certain,
            move.c.possible,
        )
        .join(people, people.c.id == move.c.person_id)
        .join(FROM, FROM.c.id == move.c.from_group)
        .join(TO, TO.c.id == move.c.to_group)
        .order_by(move.c.person_id, move.c.id)
    )
