"""What do the parts of a report share while it is made, and how many rows do its tables hold?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, Select, func

from talentdb.queries.filters import MoveFilter
from talentdb.reports.commands import command
from talentdb.reports.notes import Notes

_PORTION = 500


@dataclass(frozen=True)
class Work:
    """A report on its way. `names` are those of the question, as commands repeat them.

    `limit` is how many rows a table holds at most; None reads and hands on all of them as they
    come, so that a table of any length takes no more memory than one of a few.
    """

    connection: Connection
    filter: MoveFilter
    limit: int | None
    notes: Notes
    names: Sequence[str] = ()

    def command(self, question: str, *words: str) -> str:
        """The command that answers a question of this report in full."""
        return command(question, words, self.filter)

    def rows(self, statement: Select[Any]) -> tuple[int, Iterator[Sequence[Any]]]:
        """How many rows a statement has, and the wanted ones, some at a time."""
        wanted = statement.add_columns(func.count().over().label("of_all"))
        if self.limit is not None:
            wanted = wanted.limit(self.limit)
        found = self.connection.execute(wanted, execution_options={"yield_per": _PORTION})
        portions = found.partitions()
        first = list(islice(portions, 1))
        if not first:
            return 0, iter(())
        return int(first[0][0].of_all), chain(first, portions)
