"""To which day does the record speak? (metrics.md §1)"""

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, union_all

from talentdb.schema import change_sets, roles, sources, transitions

# What tells to which day the record speaks; a derived move is dated by a role.
DATED = (
    roles.c.seen_latest,
    roles.c.started_latest,
    roles.c.ended_latest,
    transitions.c.date_latest,
    sources.c.published_latest,
)


def last_day_kept(before: int | None = None) -> Select[Any]:
    """The last day of the record as the latest change set left it, or the latest before another.

    NULL if that is not known, which it is not after a version of talentdb that did not keep it.
    """
    statement = select(change_sets.c.last_day).order_by(change_sets.c.id.desc()).limit(1)
    return statement if before is None else statement.where(change_sets.c.id < before)


def last_days() -> Select[Any]:
    """The greatest finite latest day among what is seen, started, ended, moved or published."""
    days = [day for day in DATED if day.table is roles]
    # One pass over the roles finds all three.
    held = select(*(func.max(day).label(day.name) for day in days)).cte("held")
    others = [day for day in DATED if day.table is not roles]
    greatest = union_all(
        *(select(day.label("day")) for day in held.c),
        *(select(func.max(day).label("day")) for day in others),
    ).subquery()
    return select(func.max(greatest.c.day))


def as_of_default(last_day: date | None, today: date) -> date:
    """The day that a question is asked about unless it says another; never after today."""
    return today if last_day is None else min(last_day, today)
