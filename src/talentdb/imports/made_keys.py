"""By what does citations.csv name an offer, a work, a credit, a figure? (docs/csv.md)"""

from collections.abc import Hashable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from talentdb.imports.problems import Row
from talentdb.imports.work import Work
from talentdb.names import name_key
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.schema import credits, figures, offers, works

Key = tuple[Hashable, ...]

# Which part of a fact's key names whom; the first is whose file has it first.
SIDES: Mapping[str, tuple[tuple[int, Noun], ...]] = {
    "offer": ((0, ORGANISATION), (1, PERSON), (2, ORGANISATION)),
    "work": ((0, ORGANISATION),),
    "credit": ((0, PERSON), (1, ORGANISATION)),
    "figure": ((0, ORGANISATION), (2, ORGANISATION)),
}
# The date by which a fact is named, if it has one.
DATES = {"offer": "date", "work": None, "credit": None, "figure": "until"}
FILES = {"offer": "offers", "work": "works", "credit": "credits", "figure": "figures"}


def rows_of(connection: Connection, word: str, owners: list[int]) -> list[Any]:
    """The facts of these owners, with what names them."""
    statement: Select[Any]
    if word == "credit":
        made = (works.c.organisation_id.label("by"), works.c.name_key.label("work"))
        statement = (
            select(credits, *made)
            .join(works, works.c.id == credits.c.work_id)
            .where(credits.c.person_id.in_(owners))
            .order_by(credits.c.id)
        )
    else:
        table = {"offer": offers, "work": works, "figure": figures}[word]
        statement = select(table).where(table.c.organisation_id.in_(owners)).order_by(table.c.id)
    return list(connection.execute(statement).mappings())


def parts_of_row(word: str, row: Any) -> Key:
    """What names a recorded fact, the owner first, without its date."""
    return tuple(row[name] for name in _NAMED_BY[word])


_NAMED_BY = {
    "offer": ("organisation_id", "person_id", "at_organisation_id", "kind"),
    "work": ("organisation_id", "name_key"),
    "credit": ("person_id", "by", "work", "credited_as"),
    "figure": ("organisation_id", "metric", "counterpart_id", "published", "since"),
}


def key_meant(work: Work, row: Row) -> Key | None:
    """The key that a row of citations.csv means; None if somebody in it is unclear."""
    fact = row.values["fact"]
    parts: list[Any] = [part or None for part in fact.parts]
    for place, noun in SIDES[fact.noun]:
        if parts[place] is not None:
            parts[place] = work.named(row, "fact", noun, fact.parts[place])
            if parts[place] is None:
                return None
    if fact.noun in ("work", "credit"):
        place = 1 if fact.noun == "work" else 2
        parts[place] = name_key(parts[place])
    if fact.noun == "figure":
        parts[3] = float(parts[3])
    return (fact.noun, *parts)
