"""Which rows do links.csv, roles.csv, moves.csv and names.csv hold, and which key has each?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from talentdb.database.portions import batches
from talentdb.exports.naming import meant, named
from talentdb.exports.work import Export
from talentdb.imports.fact_keys import key_of
from talentdb.output.values import text
from talentdb.queries.exports import owners_of, reasons_of, rows_of
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.schema import (
    credits,
    figures,
    offers,
    organisation_links,
    organisation_names,
    person_names,
    roles,
    transitions,
    works,
)

Cells = dict[str, Any]

# What the key of each kind of fact is made of, as columns of its file.
KEYS = {
    "link": ("organisation", "link", "other", "started"),
    "move": ("person", "from", "to", "date"),
    "name": ("of", "name", "started"),
    "role": ("person", "organisation", "title", "kind", "started"),
    "offer": ("by", "person", "at", "kind", "date"),
    "work": ("by", "work"),
    "credit": ("person", "by", "work", "as"),
    "figure": ("organisation", "metric", "counterpart", "published", "since", "until"),
}


@dataclass(frozen=True)
class Home:
    """Where facts are kept, by whom a file orders them, and as what citations refer to them."""

    table: Table
    column: str
    noun: Noun
    cited: str


HOMES = {
    "link": (Home(organisation_links, "organisation_id", ORGANISATION, "link"),),
    "move": (Home(transitions, "person_id", PERSON, "move"),),
    "name": (
        Home(person_names, "person_id", PERSON, "person name"),
        Home(organisation_names, "organisation_id", ORGANISATION, "organisation name"),
    ),
    "role": (Home(roles, "person_id", PERSON, "role"),),
    "offer": (Home(offers, "organisation_id", ORGANISATION, "offer"),),
    "work": (Home(works, "organisation_id", ORGANISATION, "work"),),
    "credit": (Home(credits, "person_id", PERSON, "credit"),),
    "figure": (Home(figures, "organisation_id", ORGANISATION, "figure"),),
}


def facts(export: Export, word: str) -> Iterator[Cells]:
    """The rows of one kind of fact, in the order of their keys."""
    for portion in portions(export, word, in_keys=False):
        cells = []
        for home, ids in portion:
            rows = cells_of(export, word, home, ids)
            export.look_for_alike(home.table, rows)
            cells += export.shown(home.table, rows)
        yield from sorted(cells, key=lambda row: parts(word, row))


def parts(word: str, cells: Cells) -> list[str]:
    """The key of a fact, as the cells of its row."""
    return [text(cells[column]) for column in KEYS[word]]


def portions(export: Export, word: str, in_keys: bool) -> Iterator[list[tuple[Home, list[int]]]]:
    """The owners of one kind of fact, some at a time, in the order of what means them.

    `in_keys` orders them as the keys in citations do, where a bar ends what means them.
    """
    owners = []
    for place, home in enumerate(HOMES[word]):
        for id in export.connection.execute(owners_of(home.table, home.column)).scalars():
            text_of = meant(export, word, home.noun, id)
            owners.append((key_of([word, text_of, ""]) if in_keys else text_of, place, id))
    owners.sort()
    for batch in batches(range(len(owners))):
        chosen: defaultdict[int, list[int]] = defaultdict(list)
        for number in batch:
            chosen[owners[number][1]].append(owners[number][2])
        yield [(HOMES[word][place], ids) for place, ids in chosen.items()]


def cells_of(export: Export, word: str, home: Home, ids: list[int]) -> list[Cells]:
    """The facts of these owners, with the cells of their file."""
    statement = rows_of(home.table, home.column, ids)
    rows = export.connection.execute(statement).mappings().all()
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    if word == "move":
        for row in export.connection.execute(reasons_of(ids)):
            reasons[row[0]].append(row[1])
    return [{**row, **named(export, word, row), "reasons": reasons[row["id"]]} for row in rows]
