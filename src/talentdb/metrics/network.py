"""Which organisations exchange people, as a network of counted flows? (`export -o FILE.graphml`)"""

from typing import Any

from sqlalchemy import Select, func, select, union

from talentdb.metrics.flows import pairs
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO
from talentdb.schema import organisations


def edges(filter: MoveFilter, open_sides: bool = False) -> Select[Any]:
    """The flows of `query flows` with the ids of the organisations, the largest first.

    Columns from_id, from, to_id, to, moves, possible, first and last (EDTF, of certain moves).
    """
    flow = pairs(filter, open_sides).subquery("flow")
    return (
        select(
            flow.c.from_group.label("from_id"),
            FROM.c.name.label("from"),
            flow.c.to_group.label("to_id"),
            TO.c.name.label("to"),
            flow.c.moves,
            flow.c.possible,
            func.substr(flow.c.first, 12).label("first"),
            func.substr(flow.c.last, 12).label("last"),
        )
        .outerjoin(FROM, FROM.c.id == flow.c.from_group)
        .outerjoin(TO, TO.c.id == flow.c.to_group)
        .order_by(
            flow.c.moves.desc(),
            flow.c.possible.desc(),
            FROM.c.name.nulls_last(),
            TO.c.name.nulls_last(),
            flow.c.from_group.nulls_last(),
            flow.c.to_group.nulls_last(),
        )
    )


def nodes(filter: MoveFilter) -> Select[Any]:
    """Every organisation at an end of a flow: id, organisation, kind, country."""
    flow = pairs(filter).subquery("flow")
    ends = union(select(flow.c.from_group.label("id")), select(flow.c.to_group)).subquery("ends")
    columns = (organisations.c.kind, organisations.c.country)
    return (
        select(organisations.c.id, organisations.c.name.label("organisation"), *columns)
        .join(ends, ends.c.id == organisations.c.id)
        .order_by(organisations.c.id)
    )
