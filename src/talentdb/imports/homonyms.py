"""Which rows of people.csv or organisations.csv are about one and the same?

An identifier decides before the name. Two of one name are two if they have different
identifiers of one scheme. The order of rows never matters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from talentdb.errors import NameRefused
from talentdb.imports.cells import Identifier
from talentdb.imports.problems import Problems, Row
from talentdb.imports.resolve import Register
from talentdb.names import named
from talentdb.writes.homonyms import may_be_one

_WHICH = "name the one meant by an identifier that only that one has"


@dataclass(eq=False)
class Entry:
    """One person or organisation: the rows about it, its identifiers, its ids (one at most)."""

    rows: list[Row]
    identifiers: set[Identifier]
    ids: set[int]
    _into: "Entry | None" = None

    @property
    def final(self) -> "Entry":
        """The entry that this one became a part of, or itself."""
        return self if self._into is None else self._into.final

    def absorb(self, other: "Entry") -> None:
        """Takes in another entry about the same one."""
        if other is not self:
            self.rows += other.rows
            self.identifiers |= other.identifiers
            self.ids |= other.ids
            other._into = self

    def may_be(self, other: "Entry") -> bool:
        """Whether both may be one: not two ids, nor two identifiers of one scheme."""
        one_id = len(self.ids | other.ids) <= 1
        return one_id and may_be_one(self.identifiers, other.identifiers)


class Homonyms:
    """The rows of a roster, told apart."""

    def __init__(self, column: str, register: Register, problems: Problems) -> None:
        self._column, self._register, self._problems = column, register, problems
        self._by_mark: dict[Identifier | int, Entry] = {}
        self._by_key: defaultdict[str, list[Entry]] = defaultdict(list)
        self._bare: defaultdict[str, list[Row]] = defaultdict(list)

    def entries(self, rows: Sequence[Row]) -> list[Entry]:
        """One entry for each person or organisation that the rows are about."""
        for row in rows:
            self._take(row)
        self._take_recorded()
        for entry in self._marked():
            if len(entry.ids) > 1:
                self._tell(entry.rows, "identifiers", "they belong to several", [entry])
        fresh = []
        for key in sorted(self._by_key.keys() | self._bare.keys()):
            self._join(_final(self._by_key[key]))
            fresh += self._place(self._bare.get(key, []), _final(self._by_key[key]))
        return [entry for entry in [*self._marked(), *fresh] if self._problems.sound(entry.rows)]

    def _marked(self) -> list[Entry]:
        return _final(self._by_mark.values())

    def _take(self, row: Row) -> None:
        text = row.values[self._column]
        identifiers = set(row.values["identifiers"] or ())
        owners = (self._register.identified(identifier) for identifier in identifiers)
        ids = {id for id in owners if id is not None} | set(self._register.referred(text))
        if self._register.is_id(text) and not ids:
            self._problems.about(row, self._column, f"there is no {text}")
        elif not ids and (why := refusal(text)):
            self._problems.about(row, self._column, why)
        elif identifiers or ids:
            entry = self._mark(Entry([row], identifiers, ids))
            self._by_key[self._register.key(text)].append(entry)
        else:
            self._bare[self._register.key(text)].append(row)

    def _mark(self, entry: Entry) -> Entry:
        marks: list[Identifier | int] = [*entry.identifiers, *entry.ids]
        for mark in marks:
            if mark in self._by_mark:
                entry.absorb(self._by_mark[mark].final)
        self._by_mark.update((mark, entry) for mark in marks)
        return entry

    def _take_recorded(self) -> None:
        """Takes in those in the ledger that bear a name of these rows."""
        keys = self._by_key.keys() | self._bare.keys()
        bearers = {key: self._register.bearing(key) for key in sorted(keys)}
        identifiers = self._register.identifiers_of(set().union(*bearers.values()))
        for key, ids in bearers.items():
            for id in ids:
                entry = Entry([], identifiers.get(id, set()), {id})
                self._by_key[key].append(self._mark(entry))

    def _join(self, alike: list[Entry]) -> None:
        """Makes one of those that certainly are one; what may be either of two is a problem."""
        for group in _groups(alike):
            if all(one.may_be(other) for one, other in combinations(group, 2)):
                for other in group[1:]:
                    group[0].absorb(other)
                continue
            for entry in group:
                if not entry.ids:
                    self._tell(entry.rows, self._column, "it may be any of these", group)

    def _place(self, bare: list[Row], alike: list[Entry]) -> list[Entry]:
        """Gives rows without identifier to the only one of their name, or to a new one."""
        if len(alike) > 1:
            self._tell(bare, self._column, "several match", alike)
        elif alike:
            alike[0].rows += bare
        elif bare:
            return [Entry(bare, set(), set())]
        return []

    def _tell(self, rows: list[Row], column: str, what: str, alike: list[Entry]) -> None:
        described = "; ".join(self._described(entry) for entry in alike)
        for row in rows:
            self._problems.about(row, column, f"{what} ({described}): {_WHICH}")

    def _described(self, entry: Entry) -> str:
        if entry.ids:
            return self._register.candidates(sorted(entry.ids))
        return described(entry.rows[0], self._column, entry.identifiers)


def described(row: Row, column: str, identifiers: Iterable[Identifier]) -> str:
    """Somebody new in a file, as a problem names candidates."""
    marks = ", ".join(f"{scheme}:{value}" for scheme, value in sorted(identifiers))
    return f"{row.texts[column]} of {row.place}" + (f" ({marks})" if marks else "")


def refusal(name: str) -> str | None:
    """Why nobody can have this name; None if somebody can."""
    try:
        named(name)
    except NameRefused as error:
        return error.why
    return None


def _final(entries: Iterable[Entry]) -> list[Entry]:
    return list(dict.fromkeys(entry.final for entry in entries))


def _groups(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Those that hang together because each may be the next."""
    waiting = list(entries)
    while waiting:
        group = [waiting.pop(0)]
        for one in group:
            joined = [other for other in waiting if one.may_be(other)]
            group += joined
            waiting = [other for other in waiting if other not in joined]
        yield group
