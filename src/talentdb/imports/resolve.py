"""Whom or what do the cells of a file mean? Looked up in bulk, never a statement a row."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from talentdb.imports.cells import Identifier
from talentdb.queries.names import Noun
from talentdb.queries.resolve import SPELLINGS, key_of
from talentdb.queries.telling import told_apart
from talentdb.schema import identifiers
from talentdb.writes.change_sets import batches

_ID = re.compile(r"([a-z]+):([0-9]{1,18})\Z")
_IDENTIFIER = re.compile(r"([a-z][a-z0-9-]*):(\S.*)\Z", re.DOTALL)


class Register:
    """The people, or the organisations, that the texts of an import may mean.

    It learns what the import itself adds. `new` says where those come from, by id.
    """

    def __init__(self, connection: Connection, noun: Noun, texts: Iterable[str]) -> None:
        self.noun = noun
        self.new: dict[int, str] = {}
        self._connection = connection
        self._own: defaultdict[str, set[int]] = defaultdict(set)
        self._other: defaultdict[str, set[int]] = defaultdict(set)
        self._identified: dict[Identifier, int] = {}
        self._existing: set[int] = set()
        self._keys: dict[str, str] = {}
        self._load(set(texts))

    def ids(self, text: str) -> list[int]:
        """All whom a name, another name, an identifier or an id means, in order."""
        return self.referred(text) or sorted(
            self._own.get(self.key(text), set()) | self._other.get(self.key(text), set())
        )

    def bearing(self, key: str) -> list[int]:
        """All whom a name in the first column of their own file may mean.

        There it is first of all the name of whoever bears it, not another's alias.
        """
        return sorted(self._own.get(key) or self._other.get(key) or ())

    def referred(self, text: str) -> list[int]:
        """The one whom an id or a known identifier means; nobody for any other text."""
        id = self._id_in(text)
        if id is not None:
            return [id] if id in self._existing else []
        match = _IDENTIFIER.match(text)
        owner = self._identified.get((match[1], match[2])) if match else None
        return [] if owner is None else [owner]

    def identified(self, identifier: Identifier) -> int | None:
        """Who has this identifier."""
        return self._identified.get(identifier)

    def key(self, text: str) -> str:
        """The match key of a name of this noun."""
        key = self._keys.get(text)
        if key is None:
            key = self._keys[text] = key_of(self.noun, text)
        return key

    def is_reference(self, text: str) -> bool:
        """Whether the text has the form of an id or an identifier, so that it is no new name."""
        return _IDENTIFIER.match(text) is not None

    def is_id(self, text: str) -> bool:
        """Whether the text has the form of the ledger's own id of such a record."""
        return self._id_in(text) is not None

    def learn(
        self,
        id: int,
        names: Iterable[str],
        identifiers: Iterable[Identifier] = (),
        where: str | None = None,
    ) -> None:
        """Takes in whom the import added, or a name or identifier that it gave somebody."""
        if where is not None:
            self.new[id] = where
        self._existing.add(id)
        for name in names:
            self._own[self.key(name)].add(id)
        self._identified.update((identifier, id) for identifier in identifiers)

    def learn_other(self, id: int, name: str) -> None:
        """Takes in another name of somebody."""
        self._other[self.key(name)].add(id)

    def candidates(self, ids: Sequence[int]) -> str:
        """The records in one line, with what tells them apart."""
        recorded = [id for id in ids if id not in self.new]
        told = told_apart(self._connection, self.noun, recorded)
        return "; ".join([*told, *(self.new[id] for id in ids if id in self.new)])

    def identifiers_of(self, ids: Iterable[int]) -> dict[int, set[Identifier]]:
        """The recorded identifiers of each of these."""
        owner = identifiers.c[self.noun.reference]
        found: defaultdict[int, set[Identifier]] = defaultdict(set)
        for batch in batches(sorted(ids)):
            statement = select(owner, identifiers.c.scheme, identifiers.c.value)
            for row in self._connection.execute(statement.where(owner.in_(batch))):
                found[row[0]].add((row[1], row[2]))
        return found

    def _id_in(self, text: str) -> int | None:
        match = _ID.match(text)
        if match and match[1] in (self.noun.word, *SPELLINGS.get(self.noun.word, ())):
            return int(match[2])
        return None

    def _load(self, texts: set[str]) -> None:
        table, names, owner = self.noun.table, self.noun.names, self.noun.owner
        keys = {self.key(text) for text in texts}
        own = select(table.c.name_key, table.c.id)
        for key, id in self._rows(own, table.c.name_key, keys):
            self._own[key].add(id)
        other = select(names.c.name_key, owner)
        for key, id in self._rows(other, names.c.name_key, keys):
            self._other[key].add(id)
        ids = {id for text in texts if (id := self._id_in(text)) is not None}
        self._existing.update(row[0] for row in self._rows(select(table.c.id), table.c.id, ids))
        values = {match[2] for text in texts if (match := _IDENTIFIER.match(text))}
        reference = identifiers.c[self.noun.reference]
        owned = select(identifiers.c.scheme, identifiers.c.value, reference)
        held = owned.where(reference.is_not(None))
        for scheme, value, id in self._rows(held, identifiers.c.value, values):
            self._identified[(scheme, value)] = id

    def _rows(self, statement: Select[Any], column: Column[Any], values: set[Any]) -> Iterator[Any]:
        for batch in batches(sorted(values)):
            yield from self._connection.execute(statement.where(column.in_(batch)))
