"""Which facts do the rows of citations.csv name? Found in bulk, in the ledger as it is now."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, select

from talentdb.database.portions import batches
from talentdb.dates import PartialDate
from talentdb.imports import made_keys
from talentdb.imports.problems import Row
from talentdb.imports.work import Work
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.queries.resolve import key_of
from talentdb.schema import CITED, organisation_links, roles, transitions
from talentdb.writes.dated import date_in, dates_agree
from talentdb.writes.linked import Linked
from talentdb.writes.roles import folded

Key = tuple[Hashable, ...]


class Cited(NamedTuple):
    """A fact that a row cites: the citation's reference to it, its id, and whose it is."""

    reference: str
    id: int
    person_id: int | None


class Facts:
    """The facts that may be cited, by what names them: a word of `CITED` and their key."""

    def __init__(self, connection: Connection, keys: set[Key], linked: Linked) -> None:
        self._connection = connection
        self._linked = linked
        self._known: defaultdict[Key, list[tuple[PartialDate | None, Cited]]] = defaultdict(list)
        for word in CITED:
            owners = sorted({key[1] for key in keys if key[0] == word and isinstance(key[1], int)})
            for batch in batches(owners):
                self._load(word, batch)

    def named(self, key: Key, when: PartialDate | None) -> list[Cited]:
        """The fact with this key and date; without one, those whose date agrees."""
        text = when.text if when else None
        exact = [fact for date, fact in self._known[key] if text == (date.text if date else None)]
        return exact or [fact for date, fact in self._known[key] if dates_agree(date, when)]

    def _load(self, word: str, owners: list[int]) -> None:
        if word in made_keys.SIDES:
            when = made_keys.DATES[word]
            for row in made_keys.rows_of(self._connection, word, owners):
                fact = Cited(CITED[word], row["id"], None)
                key = (word, *made_keys.parts_of_row(word, row))
                self._known[key].append((date_in(row, when) if when else None, fact))
            return
        table, column, date = _PLACES[word]
        statement: Select[Any] = select(table).where(table.c[column].in_(owners))
        if table is transitions:
            statement = statement.where(transitions.c.origin == "recorded")
        rows: Any = self._connection.execute(statement.order_by(table.c.id)).mappings()
        for row in rows:
            fact = Cited(CITED[word], row["id"], row.get("person_id"))
            self._known[(word, *self._parts(word, row))].append((date_in(row, date), fact))

    def _parts(self, word: str, row: Any) -> Key:
        if word == "role":
            names = (row["person_id"], row["organisation_id"], folded(row["title"]), row["kind"])
            return names
        if word == "move":
            sides = (row["from_organisation_id"], row["to_organisation_id"])
            return (row["person_id"], *(newest(self._linked, side) for side in sides))
        if word == "link":
            return (row["organisation_id"], row["kind"], row["other_id"])
        return (row[_PLACES[word][1]], row["name_key"])


# Where each kind of fact is kept, whose column finds them, and which date names them.
_PLACES: dict[str, tuple[Table, str, str]] = {
    "role": (roles, "person_id", "started"),
    "move": (transitions, "person_id", "date"),
    "link": (organisation_links, "organisation_id", "started"),
    "person name": (PERSON.names, PERSON.reference, "started"),
    "organisation name": (ORGANISATION.names, ORGANISATION.reference, "started"),
}
_FILES = {"role": "roles", "move": "moves", "link": "links", "name": "names", **made_keys.FILES}


def cited(work: Work, rows: list[Row]) -> Iterator[tuple[Row, Cited]]:
    """The rows with the fact that each cites; one that is not found is a problem."""
    linked = Linked(work.change.connection)
    keys = [(row, key) for row in rows if (key := _key(work, row, linked)) is not None]
    facts = Facts(work.change.connection, {key for _, key in keys}, linked)
    for row, key in keys:
        fact_key = row.values["fact"]
        found = facts.named(key, fact_key.when)
        if len(found) == 1:
            yield row, found[0]
        elif found:
            work.problems.about(row, "fact", f"it may be any of {len(found)}; give its date")
        elif work.problems.among(work.rows[_FILES[fact_key.noun]]):
            work.problems.reject(row)
        else:
            work.problems.about(row, "fact", f"no such {fact_key.noun} is recorded")


def newest(linked: Linked, organisation_id: int | None) -> int | None:
    """The organisation under its newest name; None stays unknown."""
    return None if organisation_id is None else linked.newest(organisation_id)


def _key(work: Work, row: Row, linked: Linked) -> Key | None:
    fact = row.values["fact"]
    parts = fact.parts
    if fact.noun == "name":
        owner = _owner(work, row, parts[0])
        return owner and (f"{owner[0].word} name", owner[1], key_of(owner[0], parts[1]))
    if fact.noun in made_keys.SIDES:
        return made_keys.key_meant(work, row)
    if fact.noun == "link":
        sides = [work.named(row, "fact", ORGANISATION, parts[place]) for place in (0, 2)]
        return None if None in sides else ("link", sides[0], parts[1], sides[1])
    person = work.named(row, "fact", PERSON, parts[0])
    places = (1,) if fact.noun == "role" else (1, 2)
    given = [parts[place] for place in places if parts[place]]
    ids = {text: work.named(row, "fact", ORGANISATION, text) for text in given}
    if person is None or None in ids.values():
        return None
    if fact.noun == "role":
        return ("role", person, ids[parts[1]], folded(parts[2]), parts[3])
    return ("move", person, *(newest(linked, ids.get(parts[place])) for place in places))


def _owner(work: Work, row: Row, text: str) -> tuple[Noun, int] | None:
    """The one person or organisation of this name; both or none are a problem."""
    nouns = [noun for noun in (PERSON, ORGANISATION) if work.register(noun).ids(text)]
    if len(nouns) == 2:
        message = f"{text!r} is a person and an organisation: write person:ID or organisation:ID"
        work.problems.about(row, "fact", message)
        return None
    noun = nouns[0] if nouns else PERSON
    id = work.named(row, "fact", noun, text)
    return None if id is None else (noun, id)
