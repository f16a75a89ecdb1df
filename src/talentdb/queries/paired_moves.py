"""Who moved, pair by pair of organisations, the largest pairs first? (`report`)"""

from typing import Any

from sqlalchemy import Select, func, select

from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import moves


def paired_moves(filter: MoveFilter) -> Select[Any]:
    """The rows of `query moves` with the moves of one pair together."""
    one = moves(filter).order_by(None).subquery("one")
    size = func.count().over(partition_by=(one.c.from_id, one.c.to_id))
    return select(one).order_by(
        size.desc(),
        one.c["from"].nulls_last(),
        one.c.to.nulls_last(),
        one.c.from_id.nulls_last(),
        one.c.to_id.nulls_last(),
        one.c.date.desc().nulls_last(),
        one.c.person,
        one.c.id,
    )
