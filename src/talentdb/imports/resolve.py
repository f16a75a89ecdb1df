"""Whom or what do the cells of a file mean? Looked up in bulk, never a statement a row."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from talentdb.database.bulk import driver_portions, is_empty
from talentdb.database.portions import batches
from talentdb.imports.bearers import Bearers
from talentdb.imports.cells import Identifier
from talentdb.queries.names import Noun
from talentdb.queries.resolve import SPELLINGS, key_of
from talentdb.queries.telling import told_apart
from talentdb.schema import identifiers

_RATHER_ALL = 50_000  # texts, from which on a look at every name costs less than many questions
_ID = re.compile(r"([a-z]+):([0-9]{1,18})\Z")
_IDENTIFIER = re.compile(r"([a-z][a-z0-9-]*):(\S.*)\Z", re.DOTALL)


class Register:
    """The people, or the organisations, that the texts of an import may mean.

    It learns what the import itself adds. `knows_all` is whether each text names somebody.
    """

    def __init__(self, connection: Connection, noun: Noun, texts: Iterable[str]) -> None:
        self.noun = noun
        self._connection = connection
        self._own, self._other = Bearers(), Bearers()
        self._identified: dict[Identifier, int] = {}
        self._keys: dict[str, str] = {}
        self._existing: set[int] = set()
        self._origins: dict[int, str] = {}
        self._many: list[tuple[range, Callable[[int], str]]] = []
        self.knows_all = False
        self._load(texts)

    def ids(self, text: str) -> tuple[int, ...]:
        """All whom a name, another name, an identifier or an id means, in order."""
        found = tuple(self.referred(text)) if ":" in text else ()
        return found or self.called(self.key(text))

    def called(self, key: str) -> tuple[int, ...]:
        """All who have a name, or another name, with this key, in order."""
        if not self._other:
            return self._own.ids(key)
        own, other = self._own.ids(key), self._other.ids(key)
        return tuple(sorted({*own, *other})) if own and other else own or other

    def knows(self, key: str) -> bool:
        """Whether anybody has a name, or another name, with this key."""
        return key in self._own or key in self._other

    def bearing(self, key: str) -> list[int]:
        """All whom a name in the first column of their own file may mean.

        There it is first of all the name of whoever bears it, not another's alias.
        """
        return list(self._own.ids(key) or self._other.ids(key))

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

    def forget_keys(self) -> None:
        """Makes room once every text of very many has been looked up."""
        self._keys.clear()

    def keep_only(self, texts: Iterable[str]) -> None:
        """Makes room: no names but these will be looked up."""
        kept = set(map(self.key, texts))
        self._own, self._other = self._own.only(kept), self._other.only(kept)

    def is_reference(self, text: str) -> bool:
        """Whether the text has the form of an id or an identifier, so that it is no new name."""
        return ":" in text and _IDENTIFIER.match(text) is not None

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
            self._origins[id] = where
        self._existing.add(id)
        for name in names:
            self._own.add(self.key(name), id)
        self._identified.update((identifier, id) for identifier in identifiers)

    def learn_many(self, ids: range, keys: Sequence[str], where: Callable[[int], str]) -> None:
        """Takes in very many whom the import added; `where` says of each where it comes from."""
        self._own.update(zip(keys, ids, strict=True))
        self._many.append((ids, where))

    def first_new(self) -> int | None:
        """From which id on everybody was added by the import; None if it added few or none."""
        return self._many[0][0].start if self._many else None

    def learn_other(self, id: int, name: str) -> None:
        """Takes in another name of somebody."""
        self._other.add(self.key(name), id)

    def candidates(self, ids: Sequence[int]) -> str:
        """The records in one line, with what tells them apart."""
        new = {id: origin for id in ids if (origin := self.origin(id)) is not None}
        told = told_apart(self._connection, self.noun, [id for id in ids if id not in new])
        return "; ".join([*told, *new.values()])

    def origin(self, id: int) -> str | None:
        """Where somebody whom the import added comes from; None for who was there before."""
        for ids, where in self._many:
            if id in ids:
                return where(id - ids.start)
        return self._origins.get(id)

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

    def _load(self, texts: Iterable[str]) -> None:
        table, names, owner = self.noun.table, self.noun.names, self.noun.owner
        marks: dict[str, str] = {}
        keys = set()
        is_new = all(is_empty(self._connection, one) for one in (table, names))
        for text in texts:
            if not is_new:
                keys.add(self.key(text))
            if ":" in text and (match := _IDENTIFIER.match(text)):
                marks[text] = match[2]
        for bearers, name_key, bearer in (
            (self._own, table.c.name_key, table.c.id),
            (self._other, names.c.name_key, owner),
        ):
            bearers.add_all(self._rows(select(name_key, bearer), name_key, keys))
        self.knows_all = not is_new and all(map(self.knows, keys))
        ids = {id for text in marks if (id := self._id_in(text)) is not None}
        self._existing.update(row[0] for row in self._rows(select(table.c.id), table.c.id, ids))
        reference = identifiers.c[self.noun.reference]
        owned = select(identifiers.c.value, identifiers.c.scheme, reference)
        held = owned.where(reference.is_not(None))
        values = set(marks.values())
        for value, scheme, id in self._rows(held, identifiers.c.value, values):
            self._identified[(scheme, value)] = id

    def _rows(self, statement: Select[Any], column: Column[Any], values: set[Any]) -> Iterator[Any]:
        if not values or is_empty(self._connection, column.table):
            return
        if len(values) > _RATHER_ALL:
            for rows in driver_portions(self._connection, statement):
                yield from [row for row in rows if row[0] in values]
            return
        for batch in batches(sorted(values)):
            yield from self._connection.execute(statement.where(column.in_(batch)))
