"""What do sources claim of one field of one fact, the surest and latest first?"""

from typing import Any

from sqlalchemy import Select, Table, func, select

from talentdb.queries.claimed import reference_to
from talentdb.queries.status import rank
from talentdb.schema import citations, sources


def claims_of(table: Table, id: int, field: str) -> Select[Any]:
    """Value, source and status of every claim in support: by status, then the latest published."""
    sure = func.coalesce(citations.c.status, "reported")
    return (
        select(citations.c.value, sources.c.handle.label("source"), sure.label("status"))
        .join(sources, sources.c.id == citations.c.source_id)
        .where(
            citations.c[reference_to(table)] == id,
            citations.c.field == field,
            citations.c.stance == "supports",
        )
        .order_by(
            rank(sure).desc(),
            sources.c.published_latest.desc().nulls_last(),
            sources.c.handle,
            citations.c.id,
        )
    )
