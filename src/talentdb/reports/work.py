"""What do the parts of a report share while it is made, and how many rows do its tables hold?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Select, func

from talentdb.queries.filters import MoveFilter
from talentdb.queries.names import name_of
from talentdb.reports.commands import command
from talentdb.reports.document import Origin
from talentdb.reports.notes import Notes

PORTION = 500


@dataclass(frozen=True)
class Wish:
    """How a report is wanted: its title if not the usual one, rows a table, where it comes from."""

    title: str | None
    limit: int | None
    origin: Origin


@dataclass(frozen=True)
class Work:
    """A report on its way.

    `limit` is how many rows a table holds at most; None reads and hands on all of them as they
    come, so that a table of any length takes no more memory than one of a few.
    """

    connection: Connection
    filter: MoveFilter
    limit: int | None
    notes: Notes

    def command(self, question: str, *words: str) -> str:
        """The command that answers a question of this report in full."""
        return command(question, words, self.filter)

    def rows(self, statement: Select[Any]) -> tuple[int, Iterator[Sequence[Any]]]:
        """How many rows a statement has, and the wanted ones, some at a time."""
        wanted = statement.add_columns(func.count().over().label("of_all"))
        if self.limit is not None:
            # One at least, for how many there are is told by the rows.
            kept = self.connection.execute(wanted.limit(max(1, self.limit))).all()
            return (int(kept[0].of_all), iter([kept[: self.limit]])) if kept else (0, iter(()))
        found = self.connection.execute(wanted, execution_options={"yield_per": PORTION})
        portions = found.partitions()
        first = next(portions, None)
        return (int(first[0].of_all), chain([first], portions)) if first else (0, iter(()))


def as_of_words(filter: MoveFilter) -> str:
    """To which days a report speaks, for the line under its title."""
    rule = filter.rule
    span = ""
    if rule.has_window:
        span = f"{rule.since or 'the beginning'} to {rule.until or 'the end'} · "
    return f"{span}as of {rule.as_of}"


def names_of(connection: Connection, ids: Sequence[int]) -> list[str]:
    """The names of organisations, in the order given."""
    return [str(connection.scalar(name_of(id))) for id in ids]
