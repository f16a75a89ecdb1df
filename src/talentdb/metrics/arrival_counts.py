"""How many joined each organisation? (metrics.md §11)"""

from typing import Any

from sqlalchemy import Select, func, select, union_all

from talentdb.queries.filters import MoveFilter
from talentdb.queries.spells import arrivals
from talentdb.queries.transitions import groups_under, window
from talentdb.schema import organisations


def statement(filter: MoveFilter) -> Select[Any]:
    """The rows of `query arrivals` in the window, counted by organisation; by name."""
    event = union_all(*arrivals(filter.rule, groups_under(filter.rule))).subquery("event")
    certain, _ = window(filter.rule, event.c.day, event.c.day_earliest, event.c.day_latest)
    rows: Select[Any] = (
        select(organisations.c.id, organisations.c.name, func.count().label("arrivals"))
        .join(event, event.c.organisation_id == organisations.c.id)
        .where(certain)
        .group_by(organisations.c.id, organisations.c.name)
        .order_by(organisations.c.name, organisations.c.id)
    )
    if filter.organisation:
        rows = rows.where(event.c.organisation_id.in_(filter.organisation))
    return rows
