"""Which names does a statement need, and which of them are new to the ledger?"""

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from talentdb.errors import NameIsAmbiguous, NameNotFound
from talentdb.names import cleaned
from talentdb.queries.names import PERSON, Noun
from talentdb.queries.resolve import NEAR_MISS, all_called, near_names
from talentdb.queries.telling import told_apart
from talentdb.schema import organisations, people
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.organisations import organisation_values
from talentdb.writes.people import person_values

_LOOKS_LIKE_AN_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*:\S+\Z")


@dataclass(frozen=True)
class Wanted:
    """A name that somebody wrote: whose it is, or None and the names that are like it."""

    noun: Noun
    text: str
    id: int | None
    near: tuple[str, ...] = ()

    @property
    def needs_permission(self) -> bool:
        """Whether a script may only create it on demand: it may be a slip of the keyboard."""
        return self.id is None and (self.noun is not PERSON or bool(self.near))

    def sentence(self) -> str:
        """That it is new, and what it resembles."""
        like = f" (near: {', '.join(self.near)})" if self.near else ""
        return f"new {self.noun.word} {self.text!r}{like}"


def wanted(connection: Connection, noun: Noun, text: str) -> Wanted:
    """What a name stands for. Raises if it is ambiguous, or an identifier that nobody has."""
    text = cleaned(text)
    found = all_called(connection, noun, text)
    if len(found) > 1:
        raise NameIsAmbiguous(noun.word, text, told_apart(connection, noun, found))
    if found:
        return Wanted(noun, text, found[0])
    near = tuple(near_names(connection, noun, text, NEAR_MISS))
    if _LOOKS_LIKE_AN_IDENTIFIER.match(text):
        raise NameNotFound(noun.word, text, near)
    return Wanted(noun, text, None, near)


def found_or_created(change: ChangeSet, noun: Noun, text: str) -> int:
    """The id of whoever or whatever has this name; a new record if there is none."""
    one = wanted(change.connection, noun, text)
    id = one.id
    if id is None and noun is PERSON:
        id = change.insert_one(people, **person_values(one.text))
    elif id is None:
        id = change.insert_one(organisations, **organisation_values(one.text))
    change.references[text] = f"{noun.word}:{id}"
    return id
