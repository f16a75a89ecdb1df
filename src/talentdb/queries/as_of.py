"""To which day does the record speak? (metrics.md §1)"""

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, union_all

from talentdb.schema import roles, sources, transitions


def last_days() -> Select[Any]:
    """The greatest finite latest day among what is seen, started, ended, moved or published."""
    days = (roles.c.seen_latest, roles.c.started_latest, roles.c.ended_latest)
    # One pass over the roles finds all three.
    held = select(*(func.max(day).label(day.name) for day in days)).cte("held")
    others = (transitions.c.date_latest, sources.c.published_latest)
    greatest = union_all(
        *(select(day.label("day")) for day in held.c),
        *(select(func.max(day).label("day")) for day in others),
    ).subquery()
    return select(func.max(greatest.c.day))


def as_of_default(last_day: date | None, today: date) -> date:
    """The day that a question is asked about unless it says another; never after today."""
    return today if last_day is None else min(last_day, today)
