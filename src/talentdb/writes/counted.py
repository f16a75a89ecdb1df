"""Which roles of some people make spells, as the derivation takes them?"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection

from talentdb.database.bulk import driver_rows
from talentdb.derivation import NEVER_AFTER, NEVER_BEFORE, Role
from talentdb.queries.careers import cited_statuses, dated_roles
from talentdb.queries.rule import Basis
from talentdb.schema.words import STATUSES
from talentdb.writes.linked import Linked

RANK = {status: rank for rank, status in enumerate(STATUSES)}


class _Ordinals(dict[Any, int]):
    """Days as ordinals; filled as days are met."""

    def __missing__(self, day: str) -> int:
        ordinal = self[day] = date.fromisoformat(day).toordinal()
        return ordinal


EARLIEST, LATEST = _Ordinals({None: NEVER_BEFORE}), _Ordinals({None: NEVER_AFTER})


Row: TypeAlias = tuple[Any, ...]


def counted_rows(
    connection: Connection, person_ids: Sequence[int], linked: Linked, basis: Basis
) -> list[Row]:
    """The roles of these people that count, as `dated_roles` gives them, with effective status."""
    rows = driver_rows(connection, dated_roles(person_ids, basis.kinds))
    linked.learn_keys({row[2] for row in rows})
    statuses: dict[int, str] = {}
    if linked.has_cited_roles:
        statuses = dict(driver_rows(connection, cited_statuses(person_ids)))
    counts = frozenset(basis.statuses)
    said = ((*row[:-1], row[-1] or statuses.get(row[1], "reported")) for row in rows)
    return [row for row in said if row[-1] in counts]


def roles_of(career: Iterable[Row], linked: Linked) -> list[Role]:
    """The roles of one person, each organisation under its newest name."""
    first, last, rank, keys = EARLIEST, LATEST, RANK, linked.keys
    newest = linked.newest if linked.has_renames else int
    return [
        Role(
            id,
            newest(organisation_id),
            keys[newest(organisation_id)],
            title or "",
            started,
            first[start_earliest],
            last[start_latest],
            ended,
            first[end_earliest],
            last[end_latest],
            first[seen_earliest],
            NEVER_BEFORE if seen is None else last[seen_latest],
            rank[status],
        )
        for (
            _,
            id,
            organisation_id,
            title,
            started,
            start_earliest,
            start_latest,
            ended,
            end_earliest,
            end_latest,
            seen,
            seen_earliest,
            seen_latest,
            status,
        ) in career
    ]
