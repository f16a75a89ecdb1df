"""How do the roles of tables, and those of the ledger, become columns of the same numbers?"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, func, select

from talentdb.database.bulk import driver_portions, is_empty
from talentdb.database.portions import batches
from talentdb.dates import PartialDate, parse_end
from talentdb.derivation import NEVER_AFTER, NEVER_BEFORE
from talentdb.imports.keys import Numbers, Statements
from talentdb.imports.table import Places, Table
from talentdb.queries.careers import among
from talentdb.schema import roles
from talentdb.writes.roles import folded

_RATHER_ALL = 50_000  # people, from which on a look at every role costs less than many questions
_SELDOM = ("seen", "status", "note")


class Numbering(dict[str | None, int]):
    """Texts as numbers in order of first meeting; 0 stands for none."""

    def __init__(self) -> None:
        super().__init__({None: 0, "": 0})
        self.texts: list[str | None] = [None]

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self.texts)
        self.texts.append(text)
        return number


class Numberings:
    """One numbering for each column, shared by what files state and what the ledger holds."""

    def __init__(self) -> None:
        names = ("title", "kind", "started", "ended", "seen", "status", "note")
        self.of = {name: Numbering() for name in names}
        self._folds, self._folded = Numbering(), [0]
        self._bounds: dict[str, tuple[list[int], list[int]]] = {}

    def folds(self) -> Numbers:
        """By the number of a title, that of the title as it is compared."""
        titles = self.of["title"].texts
        self._folded += (self._folds[folded(title)] for title in titles[len(self._folded) :])
        return np.array(self._folded, dtype=np.int32)

    def bounds(self, name: str) -> tuple[Numbers, Numbers]:
        """By the number of a date its earliest and its latest day, as ordinals."""
        earliest, latest = self._bounds.setdefault(name, ([], []))
        days = [parse_end(text) if text else None for text in self.of[name].texts[len(latest) :]]
        earliest += (_ordinal(day, 1, NEVER_BEFORE) for day in days)
        latest += (_ordinal(day, 2, NEVER_AFTER) for day in days)
        return np.array(earliest, dtype=np.int32), np.array(latest, dtype=np.int32)

    def statements(self, columns: Any, count: int) -> Statements:
        """Statements with these columns, and those that follow from them."""
        begin, until = self.bounds("started")
        follows = {
            "folded": ("title", self.folds()),
            "begin": ("started", begin),
            "until": ("started", until),
            "last": ("ended", self.bounds("ended")[1]),
        }

        def column(name: str) -> Numbers:
            if name not in follows:
                found: Numbers = columns(name)
                return found
            base, by_number = follows[name]
            meant: Numbers = by_number[columns(base)]
            return meant

        return Statements(column, count)


def _ordinal(day: PartialDate | None, bound: int, unbounded: int) -> int:
    known = day[bound] if day else None
    return unbounded if known is None else known.toordinal()  # type: ignore[union-attr]


def numbered(table: Table, numberings: Numberings, name: str) -> Numbers:
    """What every row of a table says of a field, as numbers."""
    numbering = numberings.of[name]
    if name not in table.columns:
        return np.full(len(table), numbering[_text(name, None)], dtype=np.uint8)
    values = table.columns[name].values
    meant = [numbering[_text(name, value)] for value in values]
    return _small(np.array(meant, dtype=np.int32))[table.codes(name)]


def _numbers(column: Sequence[Any], numbering: Numbering | None) -> Numbers:
    """A column of the ledger as numbers."""
    numbers = column if numbering is None else list(map(numbering.__getitem__, column))
    return _small(np.array(numbers, dtype=np.int32))


def _small(numbers: Numbers) -> Numbers:
    """The same numbers, none below 0, in as little memory as they need."""
    return numbers.astype(np.min_scalar_type(numbers.max(initial=0)))


def _in_one(parts: list[Numbers]) -> Numbers:
    """The parts in one piece, of which no more is kept then."""
    whole = np.concatenate([np.zeros(0, dtype=np.uint8), *parts])
    parts.clear()
    return whole


def _text(name: str, value: Any) -> str | None:
    if name == "kind":
        return value or "employment"
    return value.text if isinstance(value, PartialDate) else value


def _blank(connection: Connection) -> set[str]:
    """What no role of the ledger says, of what is said seldom: that need not be read."""
    counts = connection.execute(select(*(func.count(roles.c[name]) for name in _SELDOM))).one()
    return {name for name, count in zip(_SELDOM, counts, strict=True) if not count}


def recorded_roles(
    connection: Connection, numberings: Numberings, person_ids: Places
) -> tuple[Statements, Numbers]:
    """The roles in the ledger of these people, given in order, and their ids."""
    asked = [] if is_empty(connection, roles) else person_ids.tolist()
    blank = _blank(connection) if len(asked) > _RATHER_ALL else set()
    names = (
        "id",
        "person_id",
        "organisation_id",
        *(name for name in numberings.of if name not in blank),
    )
    found: list[list[Numbers]] = [[] for _ in names]
    statement = select(*(roles.c[name] for name in names)).order_by(roles.c.id)
    portions: Iterable[Sequence[int]] = [asked] if len(asked) > _RATHER_ALL else batches(asked)
    for portion in portions if asked else ():
        some = statement
        if len(portion) <= _RATHER_ALL:
            some = statement.where(among(roles.c.person_id, portion))
        for rows in driver_portions(connection, some):
            for place, column in enumerate(zip(*rows, strict=True)):
                found[place].append(_numbers(column, numberings.of.get(names[place])))
    arrays = {name: _in_one(parts) for name, parts in zip(names, found, strict=True)}
    arrays |= {name: np.zeros(len(arrays["id"]), dtype=np.uint8) for name in blank}
    arrays["person"], arrays["organisation"] = arrays["person_id"], arrays["organisation_id"]
    return numberings.statements(arrays.__getitem__, len(arrays["id"])), arrays["id"]
