"""What does a reading command hand over to be shown?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from talentdb.errors import UnknownChoice
from talentdb.output.sparks import Series
from talentdb.output.values import plain, text

Kind = Literal["text", "date", "end", "number", "list", "share", "bar", "shade", "amount"]
# What stands at the right of its column, and is never folded.
NUMERIC: tuple[Kind, ...] = ("number", "share", "bar", "shade", "amount")


@dataclass(frozen=True)
class Column:
    """A field: its name, which is a promise, and how people like to read it.

    Kinds: text; date and end (EDTF text, None unknown); number; list (several texts); share
    (a fraction 0-1, read in percent); bar (a number, drawn as a bar at a terminal); shade (a
    number, shaded there on one scale with all columns of this kind); amount (of money, read in
    groups of three digits). `screen` says whether tables made for people show it unasked; csv,
    tsv, json and ndjson always do.
    """

    name: str
    kind: Kind = "text"
    screen: bool = True


class Total(int):
    """A number that sums others up, and so is never held against them: it is not shaded."""


@dataclass(frozen=True)
class Result:
    """Rows under named columns, the rule by which they were counted, and notes on them.

    `rows` may be a generator: they are read once, so a result is written once. `later` gives the
    notes that are known only when they have been read. `series` are lines to look at, drawn below
    a table at a terminal and nowhere else.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[object]]
    notes: tuple[str, ...] = ()
    rule: str = ""
    series: tuple[Series, ...] = ()
    later: Callable[[], Iterable[str]] = tuple

    def all_notes(self) -> tuple[str, ...]:
        """Every note, once the rows have been read."""
        return (*self.notes, *self.later())

    def only(self, names: Sequence[str]) -> "Result":
        """The named columns in the order given, each once, all of them on screen.

        Raises UnknownChoice for a name that is no column.
        """
        places = [self._place(name) for name in dict.fromkeys(names)]
        columns = tuple(replace(self.columns[place], screen=True) for place in places)
        return replace(self, columns=columns, rows=_picked(self.rows, places))

    def sorted_by(self, specification: str) -> "Result":
        """The rows ordered by columns such as `date,-person`; a minus turns the order round.

        Unknown values come last either way, numbers before text, text in code-point order,
        dates by their text; rows that are equal keep their order. Raises UnknownChoice for a
        name that is no column.
        """
        keys = [key.strip() for key in specification.split(",") if key.strip()]
        orders = [(self._place(key.removeprefix("-")), key.startswith("-")) for key in keys]
        rows = list(self.rows)
        # Stable sorts from the last key to the first are one sort by all of them.
        for place, descending in reversed(orders):
            rows = _sorted(rows, place, descending)
        return replace(self, rows=rows)

    def limited(self, count: int | None) -> "Result":
        """At most `count` rows, with a note that says of how many; None keeps them all.

        Rows that fall away are counted, not kept.
        """
        if count is None:
            return self
        rows = iter(self.rows)
        kept = list(islice(rows, count))
        total = len(kept) + sum(1 for _ in rows)
        if total == len(kept):
            return replace(self, rows=kept)
        note = f"{len(kept)} of {total} rows; -n all shows the rest"
        return replace(self, rows=kept, notes=(*self.notes, note))

    def _place(self, name: str) -> int:
        names = [column.name for column in self.columns]
        if name not in names:
            raise UnknownChoice("column", name, names)
        return names.index(name)


def _picked(rows: Iterable[Sequence[object]], places: list[int]) -> Iterator[Sequence[object]]:
    return ([row[place] for place in places] for row in rows)


def _sorted(rows: list[Sequence[object]], place: int, descending: bool) -> list[Sequence[object]]:
    known = [row for row in rows if plain(row[place]) is not None]
    unknown = [row for row in rows if plain(row[place]) is None]
    return sorted(known, key=lambda row: _order(row[place]), reverse=descending) + unknown


def _order(value: object) -> tuple[int, float, str]:
    known = plain(value)
    if isinstance(known, int | float):
        return (0, known, "")
    return (1, 0, text(known))
