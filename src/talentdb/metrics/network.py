"""Which organisations exchange people? The nodes of the network whose edges are flows."""

from typing import Any

from sqlalchemy import Select, select, union

from talentdb.metrics.flows import pairs
from talentdb.queries.filters import MoveFilter
from talentdb.schema import organisations


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
