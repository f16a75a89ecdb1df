"""Which record does a word at the command line or in a file mean?

The one reading that executes its statements, because its answer decides an error: a name is one
record, several (`NameIsAmbiguous`) or none (`NameNotFound`).
"""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from talentdb.errors import NameIsAmbiguous, NameNotFound, RecordNotFound
from talentdb.likeness import near
from talentdb.names import cleaned, name_key, organisation_key, search_key
from talentdb.queries.names import ORGANISATION, PERSON, Noun, called, identified, suggestions
from talentdb.queries.rollup import newest
from talentdb.queries.telling import told_apart
from talentdb.schema import identifiers, sources
from talentdb.urls import is_url, url_key

_ID = re.compile(r"(?a:([a-z]+):(\d{1,18}))\Z")
LARGEST_ID = 2**31 - 1  # PostgreSQL refuses to compare an id with more
# Likeness of names, of 100: worth a suggestion; and so near that it may be a slip.
SUGGESTED, NEAR_MISS = 75.0, 86.0
_IDENTIFIER = re.compile(r"([a-z][a-z0-9-]*):(\S.*)\Z", re.DOTALL)


def person(connection: Connection, text: str) -> int:
    """The id of the one person meant by a name, alias, identifier or `person:12`."""
    return one(connection, PERSON, text)


def organisation(connection: Connection, text: str) -> int:
    """The id of the one organisation meant by a name, alias, identifier or `organisation:12`."""
    return one(connection, ORGANISATION, text)


def anybody(connection: Connection, text: str) -> tuple[Noun, int]:
    """The person or the organisation meant, and which of the two it is."""
    found = [
        (noun, id)
        for noun in (PERSON, ORGANISATION)
        if not (_is_id(text) and not _is_id_of(noun, text))
        for id in all_called(connection, noun, text)
    ]
    if len(found) > 1:
        lines = [line for noun, id in found for line in told_apart(connection, noun, [id])]
        raise NameIsAmbiguous("person or organisation", text, lines)
    if not found:
        near = [
            name for noun in (PERSON, ORGANISATION) for name in near_names(connection, noun, text)
        ]
        raise NameNotFound("person or organisation", text, near)
    return found[0]


def _is_id(text: str) -> bool:
    return any(_is_id_of(noun, text) for noun in (PERSON, ORGANISATION))


def _is_id_of(noun: Noun, text: str) -> bool:
    by_id = _ID.match(text)
    return by_id is not None and by_id[1] in (noun.word, *SPELLINGS.get(noun.word, ()))


def one(connection: Connection, noun: Noun, text: str) -> int:
    """The id of the one record meant; several or none is an error that says what is near."""
    found = all_called(connection, noun, text)
    if len(found) > 1:
        raise NameIsAmbiguous(noun.word, text, told_apart(connection, noun, found))
    if not found:
        raise NameNotFound(noun.word, text, near_names(connection, noun, text))
    return found[0]


def all_called(connection: Connection, noun: Noun, text: str) -> Sequence[int]:
    """The ids of all records that the text may mean, in order; none if it is unknown."""
    text = cleaned(text)
    by_id = _ID.match(text)
    if by_id and by_id[1] in (noun.word, *SPELLINGS.get(noun.word, ())):
        return [existing(connection, noun.word, noun.table, int(by_id[2]))]
    by_identifier = _IDENTIFIER.match(text)
    if by_identifier:
        statement = identified(noun, by_identifier[1], by_identifier[2])
        found = connection.execute(statement).scalars().all()
        if found:
            return found
    return connection.execute(called(noun, key_of(noun, text))).scalars().all()


SPELLINGS = {"organisation": ("organization", "org"), "move": ("transition",)}


def key_of(noun: Noun, name: str) -> str:
    """The match key of a name of this kind."""
    return organisation_key(name) if noun is ORGANISATION else name_key(name)


def existing(connection: Connection, word: str, table: Table, id: int) -> int:
    """The id itself, if there is such a record."""
    known = select(table.c.id).where(table.c.id == id)
    if id > LARGEST_ID or connection.scalar(known) is None:
        raise RecordNotFound(word, id)
    return id


def near_names(
    connection: Connection, noun: Noun, text: str, least: float = SUGGESTED
) -> list[str]:
    """The names most like this one, at most three; `least` is the likeness asked for, of 100."""
    known = [(row.search_key, row.name) for row in connection.execute(suggestions(noun))]
    return near(search_key(key_of(noun, text)), known, least=least)


def by_newest_name(connection: Connection, organisation_id: int) -> int:
    """The organisation that this one is called now; itself if it was never renamed."""
    names = newest()
    found = connection.scalar(select(names.c.new).where(names.c.old == organisation_id))
    return organisation_id if found is None else int(found)


def source(connection: Connection, handle: str) -> int:
    """The id of the source with this handle or web address, or `source:12`."""
    by_id = _ID.match(handle)
    if by_id and by_id[1] == "source":
        return existing(connection, "source", sources, int(by_id[2]))
    same = sources.c.url_key == url_key(handle) if is_url(handle) else sources.c.handle == handle
    found = connection.scalar(select(sources.c.id).where(same))
    if found is None:
        rows: Any = connection.execute(select(sources.c.handle).order_by(sources.c.handle))
        known = [(search_key(row.handle), row.handle) for row in rows]
        raise NameNotFound("source", handle, near(search_key(handle), known))
    return int(found)


def identifier(connection: Connection, text: str) -> int:
    """The id of the identifier written `orcid:0000-0001`."""
    scheme, _, value = text.partition(":")
    same = identifiers.c.scheme == scheme.strip().lower(), identifiers.c.value == value.strip()
    found = connection.scalar(select(identifiers.c.id).where(*same))
    if found is None:
        raise NameNotFound("identifier", text)
    return int(found)
