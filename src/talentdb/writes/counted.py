"""Which roles of some people make spells, as the derivation takes them?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from talentdb.database.bulk import driver_rows
from talentdb.derivation import NEVER_AFTER, NEVER_BEFORE, Role
from talentdb.queries.careers import cited_statuses, dated_roles
from talentdb.queries.rule import Basis
from talentdb.schema.words import STATUSES
from talentdb.writes.linked import Linked

_RANK = {status: rank for rank, status in enumerate(STATUSES)}


class _Ordinals(dict[Any, int]):
    """Days as ordinals; filled as days are met."""

    def __missing__(self, day: str) -> int:
        ordinal = self[day] = date.fromisoformat(day).toordinal()
        return ordinal


EARLIEST, LATEST = _Ordinals({None: NEVER_BEFORE}), _Ordinals({None: NEVER_AFTER})


def counted_roles(
    connection: Connection, person_ids: Sequence[int], linked: Linked, basis: Basis
) -> Iterator[tuple[int, list[Role]]]:
    """Each of these people, given in order, who has a role that counts; and those roles."""
    rows = driver_rows(connection, dated_roles(person_ids, basis.kinds))
    cited = linked.has_cited_roles and dict(driver_rows(connection, cited_statuses(person_ids)))
    statuses = cited or {}
    linked.learn_keys({row[2] for row in rows})
    ranks = {rank for status, rank in _RANK.items() if status in basis.statuses}
    everything = _roles(rows, statuses, linked)
    counted = (pair for pair in everything if pair[1].status_rank in ranks)
    for person_id, pairs in groupby(counted, key=itemgetter(0)):
        yield person_id, [role for _, role in pairs]


def _roles(
    rows: Iterable[Any], statuses: dict[int, str], linked: Linked
) -> Iterator[tuple[int, Role]]:
    """The roles, each organisation under its newest name, with whose they are."""
    first, last, rank, keys, newest = EARLIEST, LATEST, _RANK, linked.keys, linked.newest
    for (
        person_id,
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
    ) in rows:
        organisation = newest(organisation_id) if linked.has_renames else organisation_id
        yield (
            person_id,
            Role(
                id,
                organisation,
                keys[organisation],
                title or "",
                started,
                first[start_earliest],
                last[start_latest],
                ended,
                first[end_earliest],
                last[end_latest],
                first[seen_earliest],
                NEVER_BEFORE if seen is None else last[seen_latest],
                rank[status or statuses.get(id, "reported")],
            ),
        )
