"""Which moves, and whose spells, can an answer about some organisations rest on at all?

What stands for what depends on the day, and asking that of every row of a large ledger takes long.
Here the question is asked the wider way, whatever the day, so that an index answers it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import CTE, ColumnElement, CompoundSelect, Select, or_, select, union_all

from talentdb.queries.rollup import ancestry, newest
from talentdb.schema import organisations, spells, transitions

LINKED = ("part-of", "merged-into")


@cache
def _inside() -> CTE:
    """Who was ever part of whom. Always the same one: a statement may not hold two of a name."""
    return ancestry(LINKED, newest(), "inside")


def bodies_within(organisation_ids: Sequence[int]) -> CompoundSelect[Any]:
    """The organisations, and whatever was at any time a part of them, merged into or called them.

    The ids given are those of the newest names.
    """
    names = newest()
    chain = _inside()
    inside = chain.c.ancestor_id.in_(organisation_ids)
    return union_all(
        select(organisations.c.id).where(organisations.c.id.in_(organisation_ids)),
        select(names.c.old).where(names.c.new.in_(organisation_ids)),
        select(chain.c.organisation_id).where(inside),
        select(names.c.old).join(chain, chain.c.organisation_id == names.c.new).where(inside),
    )


def touches(move_id: ColumnElement[int], organisation_ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether a move can have one of the organisations on either side.

    A recorded move takes the side that it does not name from its twin.
    """
    bodies = bodies_within(organisation_ids).cte()
    within = select(bodies.c.id)
    out, into, twin = transitions.alias(), transitions.alias(), transitions.alias()
    either = or_(twin.c.from_organisation_id.in_(within), twin.c.to_organisation_id.in_(within))
    return move_id.in_(
        union_all(
            select(out.c.id).where(out.c.from_organisation_id.in_(within)),
            select(into.c.id).where(into.c.to_organisation_id.in_(within)),
            select(twin.c.twin_of_id).where(either, twin.c.twin_of_id.is_not(None)),
        )
    )


def people_at(organisation_ids: Sequence[int]) -> Select[Any]:
    """The ids of the people with a spell at one of the organisations or a part of it."""
    bodies = bodies_within(organisation_ids).cte()
    there = spells.alias()
    return select(there.c.person_id).where(there.c.organisation_id.in_(select(bodies.c.id)))
