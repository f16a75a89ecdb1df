"""What do the stages of an import hand on to one another?"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from talentdb.imports.plain_rows import Plain
from talentdb.imports.problems import Problems, Row
from talentdb.imports.resolve import Register
from talentdb.imports.table import Table
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.shelf import Held

# Which columns name whom, in the files that may bring somebody new.
MENTIONS = {
    "links": (("organisation", ORGANISATION), ("other", ORGANISATION)),
    "roles": (("person", PERSON), ("organisation", ORGANISATION)),
    "moves": (("person", PERSON), ("from", ORGANISATION), ("to", ORGANISATION)),
    "roster": (("person", PERSON), ("organisation", ORGANISATION)),
    "offers": (("by", ORGANISATION), ("person", PERSON), ("at", ORGANISATION)),
    "works": (("by", ORGANISATION),),
    "credits": (("person", PERSON), ("by", ORGANISATION)),
    "figures": (("organisation", ORGANISATION), ("counterpart", ORGANISATION)),
}
ROSTERS = {"organisations": ("organisation", ORGANISATION), "people": ("person", PERSON)}
_NAMED_BY_FACTS = {
    "role": ((0, PERSON), (1, ORGANISATION)),
    "move": ((0, PERSON), (1, ORGANISATION), (2, ORGANISATION)),
    "link": ((0, ORGANISATION), (2, ORGANISATION)),
    "name": ((0, PERSON), (0, ORGANISATION)),
    "offer": ((0, ORGANISATION), (1, PERSON), (2, ORGANISATION)),
    "work": ((0, ORGANISATION),),
    "credit": ((0, PERSON), (1, ORGANISATION)),
    "figure": ((0, ORGANISATION), (2, ORGANISATION)),
}


class Mention(NamedTuple):
    """A text that names somebody: how often, and where first (`source` tells it of a `place`)."""

    text: str
    times: int
    source: Callable[[int], str]
    place: int


@dataclass(frozen=True)
class Stated:
    """A fact that a row states: the citation's reference to it, its row to be, and whose it is."""

    row: Row
    reference: str
    held: Held
    person_id: int | None


@dataclass(frozen=True)
class Work:
    """One import on its way: its rows by kind, what is wrong with them, who is known.

    `tables` hold rows of roles; `plain` are those that need no closer look, `outcomes` is what came
    of them. `ties` says who is meant on a line whose person's name several bear.
    """

    change: ChangeSet
    problems: Problems
    rows: dict[str, list[Row]]
    tables: Sequence[Table]
    people: Register
    organisations: Register
    plain: Plain = field(default_factory=Plain)
    outcomes: Counter[str] = field(default_factory=Counter)
    stated: list[Stated] = field(default_factory=list)
    ties: dict[tuple[str, int], int] = field(default_factory=dict)

    def keep_known(self) -> None:
        """Makes room: from now on nobody is looked up but those whom rows by themselves name."""
        sound = {kind: self.sound(kind) for kind in self.rows}
        for noun in (PERSON, ORGANISATION):
            self.register(noun).keep_only(texts_naming(noun, sound, ()))

    def sound(self, kind: str) -> list[Row]:
        """The rows of a kind that have no problem so far."""
        return self.problems.sound(self.rows[kind])

    def register(self, noun: Noun) -> Register:
        """Who is known among people, or among organisations."""
        return self.people if noun is PERSON else self.organisations

    def meant(self, row: Row, column: str, noun: Noun) -> int | None:
        """The one whom a cell names; None if it is blank. Nobody or several are a problem."""
        text = row.values[column]
        if noun is PERSON and (row.file, row.line) in self.ties:
            return self.ties[(row.file, row.line)]
        return None if text is None else self.named(row, column, noun, text)

    def named(self, row: Row, column: str, noun: Noun, text: str) -> int | None:
        """The one whom a text in this cell names; nobody or several are a problem."""
        register = self.register(noun)
        found = register.ids(text)
        if len(found) == 1:
            return found[0]
        if found:
            message = f"several match; name one by its identifier: {register.candidates(found)}"
            self.problems.about(row, column, message)
            return None
        if register.is_id(text):
            self.problems.about(row, column, f"there is no {text}")
        elif self.problems.among(self.rows["people" if noun is PERSON else "organisations"]):
            self.problems.reject(row)
        elif register.is_reference(text):
            file = "people" if noun is PERSON else "organisations"
            message = f"no {noun.word} has this identifier; give it to one in {file}.csv"
            self.problems.about(row, column, message)
        else:
            self.problems.about(row, column, f"there is no {noun.word} called {text!r}")
        return None


def mentions(work: Work, noun: Noun) -> Iterator[Mention]:
    """Every text in links, roles and moves that names somebody of this noun."""
    for table in work.tables:
        rows, where = table.sound(work.problems), table.place
        for text, count, place in table.distinct(noun.word, rows):
            yield Mention(text, count, where, place)
    for kind, columns in MENTIONS.items():
        named = [column for column, other in columns if other is noun]
        for row in work.sound(kind):
            for column in named:
                if row.values[column] is not None:
                    yield Mention(row.values[column], 1, row.place_of, 0)


def texts_naming(noun: Noun, rows: dict[str, list[Row]], tables: Sequence[Table]) -> Iterator[str]:
    """Every text that may name somebody of this noun, identifiers too."""
    yield from (text for table in tables for text in table.columns[noun.word].values if text)
    for kind, columns in MENTIONS.items():
        named = [column for column, other in columns if other is noun]
        for row in rows[kind]:
            yield from (text for column in named if (text := row.values[column]) is not None)
    yield from _in_rosters(noun, rows)
    for row in rows["names"]:
        yield row.values["of"]
    for row in rows["citations"]:
        key = row.values["fact"]
        places = [place for place, other in _NAMED_BY_FACTS[key.noun] if other is noun]
        yield from (key.parts[place] for place in places if key.parts[place])


def _in_rosters(noun: Noun, rows: dict[str, list[Row]]) -> Iterator[str]:
    for kind, (column, other) in ROSTERS.items():
        for row in rows[kind] if other is noun else ():
            yield row.values[column]
            for scheme, value in row.values["identifiers"] or ():
                yield f"{scheme}:{value}"
