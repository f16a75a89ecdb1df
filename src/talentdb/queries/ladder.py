"""When did a rumour turn into a report, a confirmation, a denial? (`show`)"""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from talentdb.queries.status import rank
from talentdb.schema import citations, sources


def steps(condition: ColumnElement[bool]) -> Select[Any]:
    """What each dated source says of how sure a fact is, the first published first.

    Of one day the surest comes last: that one counts (design.md §3, status).
    """
    given = func.coalesce(citations.c.status, "reported")
    status = case((citations.c.stance == "disputes", "denied"), else_=given)
    return (
        select(
            sources.c.published,
            status.label("status"),
            sources.c.handle.label("source"),
            citations.c.said_by,
        )
        .join(sources, sources.c.id == citations.c.source_id)
        .where(condition, sources.c.published_latest.is_not(None))
        .order_by(sources.c.published_latest, rank(status), sources.c.handle, citations.c.id)
    )


def ladder(rows: list[Any]) -> list[Any]:
    """The steps at which the status changed."""
    return [
        row for place, row in enumerate(rows) if place == 0 or row.status != rows[place - 1].status
    ]
