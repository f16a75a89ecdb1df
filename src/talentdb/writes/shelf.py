"""Which rows are there, and which are to be written together at the end?

A file may state one fact in several rows, so what a row says is compared with rows that are
written and with rows that are only about to be.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from talentdb.writes.change_sets import ChangeSet


@dataclass(eq=False)
class Held:
    """A row as it will be. `id` is None until it is written."""

    values: dict[str, Any]
    id: int | None = None
    changed: set[str] = field(default_factory=set)

    @property
    def key(self) -> int:
        """The id, once it is written."""
        assert self.id is not None, "not written yet"
        return self.id


class Shelf:
    """The rows of one table that a command adds or changes, written in two statements or so."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._added: list[Held] = []
        self._changed: list[Held] = []

    def add(self, values: dict[str, Any]) -> Held:
        """A new row, to be written."""
        held = Held(values)
        self._added.append(held)
        return held

    def change(self, held: Held, values: Mapping[str, Any]) -> bool:
        """Gives a row new values; False if it has them already."""
        different = {name for name, value in values.items() if held.values.get(name) != value}
        if not different:
            return False
        held.values.update(values)
        if held.id is not None:
            if not held.changed:
                self._changed.append(held)
            held.changed |= different
        return True

    def write(self, change: ChangeSet) -> None:
        """Writes what was added and changed; each added row then has its id."""
        ids = change.insert(self.table, [held.values for held in self._added])
        for held, id in zip(self._added, ids, strict=True):
            held.id = id
        alike: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for held in self._changed:
            names = tuple(sorted(held.changed))
            alike[names].append({"id": held.id, **{name: held.values[name] for name in names}})
            held.changed.clear()
        for rows in alike.values():
            change.update(self.table, rows)
        self._added, self._changed = [], []
