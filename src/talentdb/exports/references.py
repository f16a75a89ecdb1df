"""By which text does a file mean one person or organisation, and no other?

The text is tried as an import reads it: what an exported file names is found again.
"""

from collections import defaultdict
from functools import cached_property
from itertools import chain, groupby
from shlex import quote

from sqlalchemy import Connection

from talentdb.database.portions import batches
from talentdb.errors import RuleBroken
from talentdb.exports.redaction import Pseudonyms
from talentdb.imports.cells import Identifier
from talentdb.imports.resolve import Register
from talentdb.output.values import joined
from talentdb.queries.exports import identifiers_of, named, owners_of, sharing_names
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.writes.homonyms import mixed_up
from talentdb.writes.names import local_identifier

One = tuple[str, int]
_OTHER = {"person": ORGANISATION, "organisation": PERSON}


class References:
    """The text for everybody; those whom no text means alone are refused once all is known.

    `in_order` holds the ids of each noun by name, homonyms by their identifiers.
    """

    def __init__(self, connection: Connection, pseudonyms: Pseudonyms | None = None) -> None:
        self._connection = connection
        self._pseudonyms = pseudonyms
        self._texts: dict[One, str] = {}
        self._names: dict[One, str] = {}
        self._unclear: set[One] = set()
        self.in_order: dict[str, list[int]] = {}
        for noun in (PERSON, ORGANISATION):
            if pseudonyms is not None and noun is PERSON:
                ids = connection.execute(named(PERSON)).scalars()
                self.in_order[PERSON.word] = sorted(ids, key=pseudonyms.person)
                continue
            self._load(noun)
            self._mark_homonyms(noun)

    def text(self, noun: Noun, id: int) -> str:
        """What means this one among all of its noun: the name, else an identifier."""
        if self._pseudonyms is not None and noun is PERSON:
            return self._pseudonyms.person(id)
        found = self._texts.get((noun.word, id))
        if found is None:
            self._unclear.add((noun.word, id))
        return found or ""

    def anywhere(self, noun: Noun, id: int) -> str:
        """What means this one among people and organisations together."""
        if self._pseudonyms is not None:
            return self.text(noun, id)
        found = self._anywhere.get((noun.word, id))
        if found is None:
            self._unclear.add((noun.word, id))
        return found or ""

    def refuse_unclear(self) -> None:
        """Raises RuleBroken, with what to do, if somebody was asked for whom no text means."""
        if not self._unclear:
            return
        given: dict[str, str] = {}
        for word, id in sorted(self._unclear):
            number, mark = id, ""
            while not mark or mark in given:
                mark = local_identifier(self._connection, self._names[word, id], number)
                number += 1
            given[mark] = f"\n  talentdb add identifier {word}:{id} {quote(mark)}"
        listed = "".join(given.values())
        raise RuleBroken(
            "a name that several have, or a person and an organisation, does not say in a file "
            f"who is meant; nothing was exported. Give each an identifier first:{listed}"
        )

    def _load(self, noun: Noun) -> None:
        names: dict[int, str] = {row[0]: row[1] for row in self._connection.execute(named(noun))}
        places: list[tuple[str, str, int]] = []
        for batch in batches(names):
            marks = marks_of(self._connection, noun, batch)
            texts = {id: [names[id], *written(marks[id])] for id in batch}
            register = Register(self._connection, noun, chain.from_iterable(texts.values()))
            for id in batch:
                self._names[noun.word, id] = names[id]
                places.append((names[id], joined(texts[id][1:]), id))
                clear = [text for text in texts[id] if register.ids(text) == (id,)]
                if clear:
                    self._texts[noun.word, id] = clear[0]
        self.in_order[noun.word] = [id for _, _, id in sorted(places)]

    @cached_property
    def _anywhere(self) -> dict[One, str]:
        """The texts of those who have other names."""
        return {**self._among_all(PERSON), **self._among_all(ORGANISATION)}

    def _among_all(self, noun: Noun) -> dict[One, str]:
        found: dict[One, str] = {}
        ids = list(self._connection.execute(owners_of(noun.names, noun.reference)).scalars())
        for batch in batches(ids):
            marks = marks_of(self._connection, noun, batch)
            texts = {id: [self._names[noun.word, id], *written(marks[id])] for id in batch}
            every = list(chain.from_iterable(texts.values()))
            mine = Register(self._connection, noun, every)
            others = Register(self._connection, _OTHER[noun.word], every)
            for id in batch:
                clear = [t for t in texts[id] if mine.ids(t) == (id,) and not others.ids(t)]
                if clear:
                    found[noun.word, id] = clear[0]
        return found

    def _mark_homonyms(self, noun: Noun) -> None:
        """Finds those of one name whom their identifiers do not keep apart in a file."""
        rows = self._connection.execute(sharing_names(noun)).all()
        for _, group in groupby(rows, key=lambda row: row[0]):
            ids = [row[1] for row in group]
            marks = marks_of(self._connection, noun, ids)
            for id in mixed_up({id: marks[id] for id in ids}):
                self._unclear.add((noun.word, id))


def marks_of(
    connection: Connection, noun: Noun, ids: list[int]
) -> defaultdict[int, list[Identifier]]:
    """The identifiers of each of these, in order."""
    found: defaultdict[int, list[Identifier]] = defaultdict(list)
    for row in connection.execute(identifiers_of(noun, ids)):
        found[row[0]].append((row[1], row[2]))
    return found


def written(marks: list[Identifier]) -> list[str]:
    """Identifiers as files write them."""
    return [":".join(mark) for mark in marks]
