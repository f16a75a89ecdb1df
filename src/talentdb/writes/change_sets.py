"""Who writes, and how did every row look before?

Every write of a fact goes through a `ChangeSet`, which keeps the before-image of each row that
it updates or deletes; so whatever is in the ledger can be taken back.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from talentdb.database.bulk import first_free_id, load
from talentdb.database.portions import batches, portions
from talentdb.queries.careers import among
from talentdb.schema import change_sets, changes
from talentdb.writes.images import mark_brought_back, remember
from talentdb.writes.progress import Progress, steps, told, unheard
from talentdb.writes.reach import Reach

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Author:
    """In whose name a command writes: actor, the command as typed, why, and when (UTC)."""

    actor: str
    command: str
    at: datetime
    message: str | None = None


class ChangeSet:
    """The writes of one command, on one connection inside one transaction.

    Its row is made with its first write: a command that changes nothing leaves no trace.
    `people` are those whose roles or moves it touched, for `writes.derive`. `references` says
    which record each name on the command line meant, so that the log need not hold names. With
    `overwrites` a statement that contradicts the record replaces what it says. How far long writes
    are is told to `progress`.
    """

    def __init__(self, connection: Connection, author: Author) -> None:
        self.connection = connection
        self.author = author
        self.created: Counter[str] = Counter()
        self.updated: Counter[str] = Counter()
        self.removed: Counter[str] = Counter()
        self.people: set[int] = set()
        self.references: dict[str, str] = {}
        self.reach = Reach()
        self.undoes_id: int | None = None
        self.overwrites = False
        self.progress: Progress = unheard
        self._id: int | None = None

    @property
    def id(self) -> int:
        """The change set's id; asking for it begins the change set."""
        if self._id is None:
            row = {
                "at": self.author.at.replace(tzinfo=None, microsecond=0),
                "actor": self.author.actor,
                "command": self.author.command,
                "message": self.author.message,
                "undoes_id": self.undoes_id,
            }
            statement = insert(change_sets).values(row).returning(change_sets.c.id)
            self._id = self.connection.execute(statement).scalar_one()
        return self._id

    def tried(self) -> "ChangeSet":
        """Itself so far, for writes that may be taken back."""
        attempt = ChangeSet(self.connection, self.author)
        attempt.take_over(self)
        return attempt

    def take_over(self, attempt: "ChangeSet") -> None:
        """Makes what was tried its own."""
        self.created, self.updated = Counter(attempt.created), Counter(attempt.updated)
        self.removed, self.people = Counter(attempt.removed), set(attempt.people)
        self.references, self.undoes_id = dict(attempt.references), attempt.undoes_id
        self.reach, self.progress = copy(attempt.reach), attempt.progress
        self._id = attempt._id

    def finish(self, command: str) -> None:
        """Keeps how many rows were written, to which day the record then speaks, and the command.

        The command as it may be kept in the log.
        """
        if self._id is None:
            return
        counts = {
            "created": self.created.total(),
            "updated": self.updated.total(),
            "removed": self.removed.total(),
        }
        last_day = self.reach.last_day(self.connection, self._id)
        statement = update(change_sets).where(change_sets.c.id == self._id)
        self.connection.execute(statement.values(command=command, last_day=last_day, **counts))

    @property
    def has_changes(self) -> bool:
        """Whether anything was written."""
        return self._id is not None

    def wrote(self, table: Table, row: Row) -> bool:
        """Whether this change set created a row, or wrote over it."""
        image = select(changes.c.row_id).where(
            changes.c.change_set_id == self.id,
            changes.c.table_name == table.name,
            changes.c.row_id == row["id"],
        )
        return row["change_set_id"] == self.id or self.connection.scalar(image) is not None

    def insert(self, table: Table, rows: Sequence[Row]) -> list[int]:
        """The ids of the new rows, in order."""
        if not rows:
            return []
        given = [{**row, "change_set_id": self.id} for row in rows]
        # Only this connection writes, so the ids are given out one after the other.
        first = first_free_id(self.connection, table)
        for some in steps(portions(given), self.progress, f"writing {table.name}", len(given)):
            self.connection.execute(insert(table), some)
        self.created[table.name] += len(given)
        self.reach.added(table, rows)
        return list(range(first, first + len(given)))

    def load(
        self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]], count: int = 0
    ) -> range:
        """The ids of very many new rows, in order; each a tuple, its days as ISO text.

        `count` is how many they are, where that is known beforehand.
        """
        waiting = told(rows, self.progress, f"writing {table.name}", count)
        first = next(waiting, None)
        if first is None:
            return range(0)
        all_rows = chain([first], waiting)
        ids = load(self.connection, table, columns, all_rows, {"change_set_id": self.id})
        self.created[table.name] += len(ids)
        self.reach.loaded(table, columns)
        return ids

    def insert_one(self, table: Table, **values: Any) -> int:
        """The id of the new row."""
        return self.insert(table, [values])[0]

    def update(self, table: Table, rows: Sequence[Row]) -> None:
        """Sets the given columns of existing rows; each has its `id`, all have the same columns."""
        if not rows:
            return
        remember(self.connection, self.id, table, [row["id"] for row in rows])
        columns = [name for name in rows[0] if name != "id"]
        statement = (
            update(table)
            .where(table.c.id == bindparam("row_id"))
            .values({name: bindparam(f"new_{name}") for name in columns})
        )
        given = [
            {"row_id": row["id"], **{f"new_{name}": row[name] for name in columns}} for row in rows
        ]
        self.connection.execute(statement, given)
        self.updated[table.name] += len(rows)
        self.reach.changed(table)

    def bring_back(self, table: Table, rows: Sequence[Row]) -> None:
        """Puts removed rows back as they were, with their ids and the change set that made them."""
        mark_brought_back(self.connection, self.id, table, rows)
        self.connection.execute(insert(table), rows)
        self.created[table.name] += len(rows)
        self.reach.added(table, rows)

    def delete(self, table: Table, ids: Sequence[int]) -> None:
        """Deletes rows; their before-images stay."""
        if not ids:
            return
        remember(self.connection, self.id, table, ids)
        for batch in batches(sorted(ids)):
            self.connection.execute(delete(table).where(among(table.c.id, batch)))
        self.removed[table.name] += len(ids)
        self.reach.changed(table)
