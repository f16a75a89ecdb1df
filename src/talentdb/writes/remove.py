"""What goes when a record is removed, and what keeps it from going?"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from talentdb.errors import RuleBroken, StillNeeded
from talentdb.queries.changes import FACT_TABLES, NOUNS, references
from talentdb.schema import (
    citations,
    credits,
    figures,
    identifiers,
    offers,
    organisation_links,
    organisation_names,
    organisations,
    people,
    person_names,
    presences,
    roles,
    rosters,
    row_keys,
    tags,
    transition_reasons,
    transitions,
    works,
)
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.edit import the_row, touch

# Rows that are parts of their parent and go with it without a word.
PARTS = (
    *(identifiers, tags, person_names, organisation_names),
    *(transition_reasons, citations, presences, row_keys),
)
# Facts about a person or an organisation, which go only with `--with-facts`.
FACTS = {
    people: (roles, transitions, offers, credits),
    organisations: (
        *(roles, transitions, organisation_links, rosters),
        *(offers, works, figures),
    ),
    works: (credits,),
}
Doomed = Mapping[Table, set[int]]


def remove(change: ChangeSet, table: Table, id: int, with_facts: bool = False) -> dict[str, int]:
    """Removes a record with its parts; how many rows of each table went.

    Raises StillNeeded, with the counts, if facts rest on a person or an organisation and
    `with_facts` is not said, or if other records refer to it; RuleBroken for a derived move.
    """
    row = the_row(change, table, id)
    if table is transitions and row["origin"] == "derived":
        raise RuleBroken(f"move:{id} follows from roles: remove or edit those, or deny the move.")
    doomed = what_goes(change.connection, table, id)
    facts = {part: len(doomed[part]) for part in FACTS.get(table, ()) if part in doomed}
    if facts and not with_facts:
        counts = {NOUNS[part.name]: count for part, count in facts.items()}
        raise StillNeeded(f"{NOUNS[table.name]}:{id}", counts, "--with-facts removes them too")
    refuse_what_is_needed(change.connection, table, id, doomed)
    for each in reversed(FACT_TABLES):
        ids = sorted(doomed.get(each, ()))
        for row_id in ids:
            row = the_row(change, each, row_id)
            touch_owner(change, each, row)
        change.delete(each, ids)
    return {each.name: len(doomed[each]) for each in FACT_TABLES if each in doomed}


def what_goes(connection: Connection, table: Table, id: int) -> dict[Table, set[int]]:
    """The record, its parts, the facts about it, and their parts."""
    doomed: defaultdict[Table, set[int]] = defaultdict(set)
    doomed[table].add(id)
    waiting = [(table, {id})]
    while waiting:
        parent, ids = waiting.pop()
        for home, child, column in references():
            owned = child in PARTS or child in FACTS.get(parent, ())
            if home is not parent or not owned or column in ("source_id", "via_source_id"):
                continue
            found = select(child.c.id).where(
                child.c[column].in_(ids), child.c.change_set_id.is_not(None)
            )
            new = set(connection.execute(found).scalars()) - doomed[child]
            if new:
                doomed[child] |= new
                waiting.append((child, new))
    return {each: ids for each, ids in doomed.items() if ids}


def refuse_what_is_needed(connection: Connection, table: Table, id: int, doomed: Doomed) -> None:
    """Raises if a record that stays refers to one that goes."""
    needed: dict[str, int] = {}
    for parent, child, column in references():
        ids = doomed.get(parent, set())
        if not ids:
            continue
        found = select(child.c.id).where(
            child.c[column].in_(ids), child.c.change_set_id.is_not(None)
        )
        staying = set(connection.execute(found).scalars()) - doomed.get(child, set())
        if staying:
            noun = NOUNS[child.name]
            needed[noun] = needed.get(noun, 0) + len(staying)
    if needed:
        raise StillNeeded(f"{NOUNS[table.name]}:{id}", needed, "remove or edit those first")


def touch_owner(change: ChangeSet, table: Table, row: dict[str, Any]) -> None:
    """Whose spells and moves have to be derived anew."""
    if table is people:
        change.people.add(row["id"])
    elif row.get("person_id") is not None:
        change.people.add(row["person_id"])
    elif table in (citations, organisation_links, organisations):
        touch(change, table, row, {**row, "name_key": None})
