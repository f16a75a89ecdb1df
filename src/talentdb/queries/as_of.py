"""To which day does the record speak? (metrics.md §1)"""

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, union_all

from talentdb.schema import roles, sources, transitions


def last_days() -> Select[Any]:
    """The greatest finite latest day among what is seen, started, ended, moved or published."""
    role = select(
        func.max(roles.c.seen_latest).label("seen"),
        func.max(roles.c.started_latest).label("started"),
        func.max(roles.c.ended_latest).label("ended"),
    ).cte("last_of_roles")
    # No index helps here, and roles are many: they are read once.
    greatest = union_all(
        *(select(column.label("day")) for column in role.c),
        select(func.max(transitions.c.date_latest)),
        select(func.max(sources.c.published_latest)),
    ).subquery()
    return select(func.max(greatest.c.day))


def as_of_default(last_day: date | None, today: date) -> date:
    """The day that a question is asked about unless it says another; never after today."""
    return today if last_day is None else min(last_day, today)
