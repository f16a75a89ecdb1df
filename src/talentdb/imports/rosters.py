"""How do the rows of people.csv and organisations.csv become people and organisations?"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from talentdb.database.portions import batches
from talentdb.errors import TalentdbError
from talentdb.imports.homonyms import Entry, Homonyms, described
from talentdb.imports.problems import Row
from talentdb.imports.work import ROSTERS, Work
from talentdb.queries.names import ORGANISATION, Noun
from talentdb.writes.names import add_identifier, add_tag
from talentdb.writes.organisations import organisation_values
from talentdb.writes.people import person_values
from talentdb.writes.shelf import Held, Shelf

_SHOWN = 10  # names
_ATTRIBUTES = {"organisations": ("kind", "country", "website", "note"), "people": ("note",)}


def add_rosters(work: Work) -> list[str]:
    """Writes the people and organisations of their own files, and what those say of them.

    Sentences about names that an identifier made those of somebody of another name.
    """
    otherwise: list[str] = []
    for kind, (column, noun) in ROSTERS.items():
        register = work.register(noun)
        found = Homonyms(column, register, work.problems).entries(work.sound(kind))
        otherwise += _write(work, kind, column, noun, found)
    more = [f"… and {len(otherwise) - _SHOWN} more"] if len(otherwise) > _SHOWN else []
    return [*otherwise[:_SHOWN], *more]


def new_record(noun: Noun, name: str) -> dict[str, Any]:
    """The row of somebody of whom no more than the name is known."""
    return organisation_values(name) if noun is ORGANISATION else person_values(name)


def usual_spelling(met: Counter[str]) -> str:
    """The spelling met most often, of two the first by code point: rows have no order."""
    return min(met, key=lambda spelling: (-met[spelling], spelling))


def _write(work: Work, kind: str, column: str, noun: Noun, found: list[Entry]) -> list[str]:
    shelf = Shelf(noun.table)
    recorded = _recorded(work, noun, [id for entry in found for id in entry.ids])
    held: list[Held] = []
    for entry in found:
        given = _attributes(work, kind, entry)
        if entry.ids:
            held.append(recorded[min(entry.ids)])
            outcome = "updated" if shelf.change(held[-1], given) else "unchanged"
        else:
            name = usual_spelling(Counter(row.values[column] for row in entry.rows))
            held.append(shelf.add(new_record(noun, name) | given))
            outcome = "created"
        for row in entry.rows:
            row.became(outcome)
    shelf.write(work.change)
    otherwise: list[str] = []
    for entry, one in zip(found, held, strict=True):
        otherwise += _called_otherwise(work, column, noun, entry, one)
        _name(work, column, noun, entry, one.key)
    return otherwise


def _called_otherwise(
    work: Work, column: str, noun: Noun, entry: Entry, held: Held
) -> Iterator[str]:
    """Rows whose name is not one of those whom their identifier means; their name is not kept."""
    register = work.register(noun)
    for row in entry.rows if entry.identifiers else ():
        text = row.values[column]
        key = register.key(text)
        if register.referred(text) or key == held.values["name_key"]:
            continue
        if held.key not in register.called(key):
            name = held.values["name"]
            same = f"{text!r} has an identifier of {name!r} and is taken for the same"
            yield f"{row.place}: {same}; `add alias` keeps both names"


def _recorded(work: Work, noun: Noun, ids: list[int]) -> dict[int, Held]:
    found: dict[int, Held] = {}
    for batch in batches(ids):
        statement = select(noun.table).where(noun.table.c.id.in_(batch))
        rows = work.change.connection.execute(statement).mappings()
        found.update((row["id"], Held(dict(row), row["id"])) for row in rows)
    return found


def _attributes(work: Work, kind: str, entry: Entry) -> dict[str, Any]:
    """What the rows of one entry say together; that two differ is a problem."""
    found: dict[str, Any] = {}
    for column in _ATTRIBUTES[kind]:
        for row in entry.rows:
            value = row.values[column]
            if value is not None and found.setdefault(column, value) != value:
                message = f"another row about the same one says {found[column]!r}; mend one"
                work.problems.about(row, column, message)
    return found


def _name(work: Work, column: str, noun: Noun, entry: Entry, id: int) -> None:
    register = work.register(noun)
    texts = [row.values[column] for row in entry.rows]
    names = [text for text in texts if not register.referred(text)]
    for row in entry.rows:
        _identify(work, noun, row, id)
        for tag in row.values["tags"] or ():
            if add_tag(work.change, noun, id, tag) is not None:
                row.became("updated")
    where = None if entry.ids else described(entry.rows[0], column, entry.identifiers)
    register.learn(id, names, entry.identifiers, where)


def _identify(work: Work, noun: Noun, row: Row, id: int) -> None:
    for identifier in row.values["identifiers"] or ():
        if work.register(noun).identified(identifier) == id:
            continue
        try:
            if add_identifier(work.change, noun, id, ":".join(identifier)) is not None:
                row.became("updated")
        except TalentdbError as error:
            work.problems.refused(row, error, "identifiers")
