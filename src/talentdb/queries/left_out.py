"""What did an answer leave out, and why?

Counted in three statements: over moves, over roles, over spells. `cli/query/noted.py` puts it into
sentences.
"""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, null, or_, select

from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import narrowed
from talentdb.queries.rule import Rule
from talentdb.queries.touching import bodies_within
from talentdb.queries.transitions import counted, heard_of
from talentdb.schema import roles, spells
from talentdb.schema.words import CONTINUITIES


def moves_left_out(filter: MoveFilter) -> Select[Any]:
    """One row of counts of moves: those that count (`certain`), and those that do not.

    `possible` only may lie in the window; `undated` have no date; `rumoured` and `denied` are not
    of a status that counts, or not sure enough; then one count a continuity, of moves that would
    count with it (with the rule's own continuities: that do count); `one_sided` are counted by
    themselves, since some metrics leave them out.
    """
    move = heard_of(filter.rule, filter.touched)
    heard = move.c.status.in_(filter.rule.statuses)
    met = move.c.continuity.in_(filter.rule.continuities)
    certain = and_(heard, met, move.c.certain)
    one_sided = or_(move.c.from_group.is_(None), move.c.to_group.is_(None))
    counts = {
        "certain": certain,
        "possible": and_(heard, met, move.c.possible),
        "undated": and_(heard, met, move.c.date.is_(None)),
        "one_sided": and_(certain, one_sided),
        "rumoured": and_(~heard, move.c.status == "rumoured", move.c.certain),
        "denied": and_(~heard, move.c.status == "denied", move.c.certain),
        **{word: and_(heard, move.c.certain, move.c.continuity == word) for word in CONTINUITIES},
    }
    selected = select(*(_count(which).label(name) for name, which in counts.items()))
    return narrowed(cast("Select[Any]", selected), move, filter)


def moves_among(filter: MoveFilter, move_ids: Sequence[int]) -> Select[Any]:
    """How many of these moves the question counts."""
    move = counted(filter.rule, filter.touched)
    selected = select(func.count()).where(move.c.certain, move.c.id.in_(move_ids))
    return narrowed(cast("Select[Any]", selected), move, filter)


def roles_left_out(
    rule: Rule, organisation_ids: Sequence[int], person_ids: Sequence[int]
) -> Select[Any]:
    """One row: how many roles make no spell, being of a side kind (`side`), or without a start.

    Of the organisations with their parts and the people; of all where none are given.
    """
    main = roles.c.kind.in_(rule.basis.kinds)
    side, unstarted = _count(~main), _count(and_(main, roles.c.started.is_(None)))
    statement: Any = select(side.label("side"), unstarted.label("unstarted"))
    return _of(statement, roles, organisation_ids, person_ids)


def spells_set_aside(organisation_ids: Sequence[int], person_ids: Sequence[int]) -> Select[Any]:
    """One row: spells set aside, and those of them by start dates too coarse to order (`coarse`).

    Coarse: no spell that lasted longer certainly began before.
    """
    other = spells.alias()
    goes_on = case(
        (other.c.state == "closed", other.c.ended_earliest),
        (other.c.state == "unknown", other.c.presence),
        else_=null(),
    )
    began = func.coalesce(spells.c.started_earliest, spells.c.started_latest)
    longer = select(other.c.id).where(
        other.c.person_id == spells.c.person_id,
        other.c.organisation_id != spells.c.organisation_id,
        other.c.started_latest < began,
        or_(other.c.state == "open", goes_on > spells.c.ended_latest),
    )
    counts: Any = select(
        func.count().label("aside"), _count(not_(longer.exists())).label("coarse")
    ).where(spells.c.aside)
    return _of(counts, spells, organisation_ids, person_ids)


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((which, 1)))


def _of(
    statement: Select[Any],
    table: Any,
    organisation_ids: Sequence[int],
    person_ids: Sequence[int],
) -> Select[Any]:
    if organisation_ids:
        bodies = bodies_within(organisation_ids).cte()
        statement = statement.where(table.c.organisation_id.in_(select(bodies.c.id)))
    if person_ids:
        statement = statement.where(table.c.person_id.in_(person_ids))
    return statement
