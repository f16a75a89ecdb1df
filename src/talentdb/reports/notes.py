"""Which number has a source in the list of sources, and which sources has a row?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from talentdb.database.portions import batches
from talentdb.queries.footnotes import (
    Statement,
    some_sources,
    sources_of_makers,
    sources_of_moves,
    sources_of_roles,
)
from talentdb.reports.document import Source


class Notes:
    """Numbers for sources in the order in which the rows of a report first cite them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[int, int] = {}

    def of_moves(self, ids: Sequence[int]) -> dict[int, list[int]]:
        """The numbers of the sources of each of these moves."""
        return self._numbered(ids, sources_of_moves)

    def of_roles(self, ids: Sequence[int]) -> dict[int, list[int]]:
        """The numbers of the sources of each of these roles."""
        return self._numbered(ids, sources_of_roles)

    def of_makers(self, work_id: int, ids: Sequence[int]) -> dict[int, list[int]]:
        """The numbers of the sources that credit each of these people with a work."""
        return self._numbered(ids, lambda batch: sources_of_makers(work_id, batch))

    def listed(self) -> Iterator[Source]:
        """The sources cited so far, by their numbers."""
        for batch in batches(list(self._numbers)):
            rows = {row.id: row for row in self._connection.execute(some_sources(batch))}
            for id in batch:
                yield Source(self._numbers[id], *rows[id][1:])

    def _numbered(self, ids: Sequence[int], statement: Statement) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for batch in batches(ids):
            cited: defaultdict[int, list[int]] = defaultdict(list)
            for fact, source_id in self._connection.execute(statement(batch)):
                cited[fact].append(source_id)
            for fact in batch:
                for source_id in cited[fact]:
                    number = self._numbers.setdefault(source_id, len(self._numbers) + 1)
                    found[fact].append(number)
        return found
