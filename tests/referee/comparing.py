"""Do a command and the referee answer the same, cell by cell?"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from math import isclose
from typing import Any

from tests.referee.answers import answer
from tests.referee.ledger import Rule, database
from tests.referee.questions import Asked

Facts = dict[str, list[tuple[Any, ...]]]
Row = dict[str, Any]
Cells = tuple[Any, ...]
Numbers = tuple[float, ...]
PEOPLE = re.compile(r"(\d+) of the (\d+) people ")


class Referee:
    """A ledger's facts, from which each rule makes a database once.

    `rows` and `cells` are how many were compared.
    """

    def __init__(self, facts: Facts, today: date) -> None:
        self.facts, self.today = facts, today
        self.databases: dict[Rule, sqlite3.Connection] = {}
        self.rows = self.cells = 0

    def differences(self, asked: Asked, said: list[Row]) -> list[str]:
        """What only the command says, and what only the referee says; none if they agree."""
        if asked.rule not in self.databases:
            self.databases[asked.rule] = database(self.facts, asked.rule, self.today)
        expected = answer(self.databases[asked.rule], asked.answer, **asked.more)
        read = READ.get(asked.answer, dict)
        fields = list(expected[0]) if expected else list(said[0]) if said else []
        self.rows += len(expected)
        self.cells += len(expected) * len(fields)
        ours, theirs = _sorted(map(read, said), fields), _sorted(expected, fields)
        return [
            f"{key}: {ours.get(key, [])} by the command, {theirs.get(key, [])} by the referee"
            for key in ours | theirs
            if not _alike(ours.get(key, []), theirs.get(key, []))
        ]

    def ids(self) -> dict[str, int]:
        """The organisations' ids by name."""
        return {name: id for id, name, _ in self.facts["organisations"]}

    def close(self) -> None:
        for connection in self.databases.values():
            connection.close()


def _sorted(rows: Iterable[Row], fields: list[str]) -> dict[Cells, list[Numbers]]:
    """The numbers of the rows by all their other cells."""
    found: dict[Cells, list[Numbers]] = {}
    for row in rows:
        cells = [row[field] for field in fields]
        exact = tuple(None if isinstance(one, int | float) else _plain(one) for one in cells)
        numbers = tuple(one for one in cells if isinstance(one, int | float))
        found.setdefault(exact, []).append(numbers)
    return {key: sorted(rows) for key, rows in found.items()}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _alike(ours: list[Numbers], theirs: list[Numbers]) -> bool:
    """Whether they are equal but for rounding; scores are printed to nine places."""
    return [len(one) for one in ours] == [len(one) for one in theirs] and all(
        isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
        for row, same in zip(ours, theirs, strict=True)
        for one, other in zip(row, same, strict=True)
    )


def _period(row: Row) -> Row:
    """The number of the period, counted from the year 0."""
    text = row["period"]
    if text is None:
        return row
    year, _, part = text.partition("-")
    if not part:
        return row | {"period": int(year)}
    by_quarter = int(part) > 12
    number = int(year) * 4 + int(part) - 33 if by_quarter else int(year) * 12 + int(part) - 1
    return row | {"period": number}


def _evidence(row: Row) -> Row:
    """How many people went, of how many, as the note says."""
    found = PEOPLE.match(row["note"])
    assert found, row
    return row | {"people": int(found[1]), "kept": int(found[2])}


def _ending(row: Row) -> Row:
    return row | {"as_of": row["as_of"] and date.fromisoformat(row["as_of"]).toordinal()}


READ: dict[str, Callable[[Row], Row]] = {
    "trend": _period,
    "renames": _evidence,
    "retention": _ending,
}
