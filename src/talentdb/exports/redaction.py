"""What may a redacted export show? People are under pseudonyms, and no text names them.

A pseudonym is made of the id in the ledger, which never changes and is never given to another,
and of when and by whom the ledger was begun, which no export tells: the same person has the same
pseudonym in every export of one ledger, and the order of pseudonyms tells nothing.

Identifiers, tags and other names of people, remarks, quotes, whom a source quotes, and all of a
source but its publisher, language and dates are left out; a title or another short text is left
out if the name of a person stands in it. Dates, titles and organisations stay, and may still say
who somebody is.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, union_all

from talentdb.names import name_key
from talentdb.queries.changes import first_change
from talentdb.queries.exports import name_keys, named
from talentdb.queries.names import ORGANISATION, PERSON

LEFT = (
    "People are under pseudonyms. Organisations, titles, dates, amounts and publishers are as they "
    "are: who held a rare title somewhere may still be known by it"
)

# Whole tables that speak of a person's names alone; for the others, what is never shown.
_NAMES_ALONE = {"person_names"}
_NEVER = {"note", "quote", "said_by", "locator", "url", "archive", "author"}
_ABOUT_ORGANISATIONS = {"organisations", "organisation_names"}
# Words from a list, and dates: they name nobody, whatever somebody may be called.
_WORDS = {
    *("kind", "status", "stance", "manner", "origin", "continuity", "state", "field"),
    *("started", "ended", "seen", "date", "published", "accessed", "language", "currency"),
    *("since", "until", "metric", "qualifier", "outcome", "makers_known"),
}
_LONGEST_IN_ONE_WORD = 6
_BYTES = 10  # 16 letters: among a million people no two are the same


class Pseudonyms:
    """By which names a redacted export means people and sources."""

    def __init__(self, connection: Connection) -> None:
        begun = connection.execute(first_change()).first()
        self._key = hashlib.sha256(repr(tuple(begun or ())).encode()).digest()

    def person(self, id: int) -> str:
        """The name of this person."""
        return f"Person {self._mark('person', id)}"

    def source(self, id: int) -> str:
        """The handle of this source."""
        return f"source-{self._mark('source', id)}"

    def work(self, id: int) -> str:
        """The name of this work, where its own names somebody."""
        return f"Work {self._mark('work', id)}"

    def _mark(self, noun: str, id: int) -> str:
        digest = hashlib.blake2b(f"{noun}:{id}".encode(), key=self._key, digest_size=_BYTES)
        return base64.b32encode(digest.digest()).decode().lower()


class Redaction:
    """Who must not be named: the names of everybody in the ledger, the other names too."""

    def __init__(self, connection: Connection) -> None:
        self.pseudonyms = Pseudonyms(connection)
        keys = connection.execute(union_all(*name_keys(PERSON))).scalars()
        self._names = {key for key in keys if key}
        self._longest = max((key.count(" ") + 1 for key in self._names), default=0)

    def shown(self, table: str, row: Mapping[str, Any]) -> dict[str, Any] | None:
        """The row as it may be shown; None if it may not be at all."""
        if table in _NAMES_ALONE or row.get("person_name_id") is not None:
            return None
        found = {column: self._cell(table, column, value) for column, value in row.items()}
        if table == "people":
            found["name"] = self.pseudonyms.person(row["id"])
        if table in ("works", "credits"):
            found["work"] = self.work(row.get("work_id", row["id"]), row["work"])
        if table == "sources":
            found |= {"handle": self.pseudonyms.source(row["id"]), "title": None}
        if table == "citations" and found["value"] is None:
            found["field"] = None
        return found

    def work(self, id: int, name: str) -> str:
        """The name of a work, or a pseudonym where it names somebody."""
        return self.pseudonyms.work(id) if self.names_somebody(name) else name

    def left(self, connection: Connection) -> str:
        """What the export still tells of people, in a sentence."""
        names = connection.execute(named(ORGANISATION))
        alike = sum(self.names_somebody(name) for _, name in names)
        if not alike:
            return f"{LEFT}."
        bear = "1 organisation bears" if alike == 1 else f"{alike} organisations bear"
        return f"{LEFT}; {bear} the name of a person."

    def names_somebody(self, text: str) -> bool:
        """Whether the name of a person of the ledger stands in a text."""
        return any(piece in self._names for piece in _pieces(name_key(text), self._longest))

    def _cell(self, table: str, column: str, value: Any) -> Any:
        if column in _NEVER:
            return None
        if table in _ABOUT_ORGANISATIONS or column in _WORDS:
            return value
        if isinstance(value, list):
            return [item for item in value if not self.names_somebody(item)]
        if isinstance(value, str) and self.names_somebody(value):
            return None
        return value


def _pieces(key: str, longest: int) -> Iterator[str]:
    """Every run of words in a text; and within a word of another script every short run."""
    words = key.split()
    for first in range(len(words)):
        for last in range(first + 1, min(first + longest, len(words)) + 1):
            yield " ".join(words[first:last])
    for word in words:
        if not word.isascii():
            for start in range(len(word)):
                for length in range(2, _LONGEST_IN_ONE_WORD + 1):
                    yield word[start : start + length]
