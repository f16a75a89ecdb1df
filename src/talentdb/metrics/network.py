"""Which organisations exchange people, as a network of counted flows? (`export -o FILE.graphml`)"""

from typing import Any

from sqlalchemy import Select, func, select, union

from talentdb.metrics.flows import pairs
from talentdb.queries.filters import MoveFilter
from talentdb.schema import organisations


def edges(filter: MoveFilter) -> Select[Any]:
    """The flows of `query flows` by the ids of the organisations, in their order.

    Columns from_id, to_id, moves, possible, first and last (EDTF, of certain moves).
    """
    flow = pairs(filter, open_sides=False).subquery("flow")
    return select(
        flow.c.from_group.label("from_id"),
        flow.c.to_group.label("to_id"),
        flow.c.moves,
        flow.c.possible,
        func.substr(flow.c.first, 12).label("first"),
        func.substr(flow.c.last, 12).label("last"),
    ).order_by(flow.c.from_group, flow.c.to_group)


def nodes(filter: MoveFilter) -> Select[Any]:
    """Every organisation at an end of a flow: id, organisation, kind, country."""
    flow = pairs(filter, open_sides=False).subquery("flow")
    ends = union(select(flow.c.from_group.label("id")), select(flow.c.to_group)).subquery("ends")
    columns = (organisations.c.kind, organisations.c.country)
    return (
        select(organisations.c.id, organisations.c.name.label("organisation"), *columns)
        .join(ends, ends.c.id == organisations.c.id)
        .order_by(organisations.c.id)
    )
