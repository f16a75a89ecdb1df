"""How is a record mended: only the fields named, under the rules that new records obey?"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, select

from talentdb.dates import PartialDate
from talentdb.errors import RecordContradicted, RecordNotFound, RuleBroken
from talentdb.names import kept, name_key, named, organisation_key, search_key
from talentdb.queries.changes import NOUNS, people_cited, people_of_sources
from talentdb.schema import (
    citations,
    figures,
    identifiers,
    offers,
    organisation_links,
    organisation_names,
    organisations,
    people,
    person_names,
    roles,
    sources,
    transitions,
    works,
)
from talentdb.urls import url_key
from talentdb.writes.alike import refuse_alike
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns, date_in, refuse_end_before_start
from talentdb.writes.evidence import handle_kept
from talentdb.writes.figures import refuse_figure
from talentdb.writes.links import NewLink, refuse_amount, refuse_loop, touch_sides_of
from talentdb.writes.moves_by_hand import recorded_id, redate_roles
from talentdb.writes.offers import refuse_amounts
from talentdb.writes.renamed import refuse_moves_made_one

KEYS = {
    people: name_key,
    person_names: name_key,
    organisations: organisation_key,
    organisation_names: organisation_key,
    works: name_key,
}


def refuse_sides(row: Mapping[str, Any]) -> None:
    """Raises RuleBroken for a move that has no side, or one side twice."""
    sides = row["from_organisation_id"], row["to_organisation_id"]
    if sides == (None, None):
        raise RuleBroken("a move needs an organisation on one side at least.")
    if sides[0] == sides[1]:
        raise RuleBroken("it would leave the organisation that it joins: a move needs two.")


# Rules about one record alone.
RULES = {
    offers: refuse_amounts,
    figures: refuse_figure,
    transitions: refuse_sides,
    organisation_links: refuse_amount,
}


def edit(change: ChangeSet, table: Table, id: int, values: Mapping[str, Any]) -> tuple[int, bool]:
    """Sets the given fields of one record (a PartialDate for a date, None to clear).

    The record's id, and False if all was so already. A derived move becomes a recorded one, with
    an id of its own. Raises what the ledger's rules refuse: an end before the start, a loop, an
    empty name, a handle in use.
    """
    if table is transitions:
        id = recorded_id(change, id)
    row = the_row(change, table, id)
    new = columns_of(table, row, values)
    different = {name: value for name, value in new.items() if row[name] != value}
    if not different:
        return id, False
    if table is transitions:
        different |= roles_left_behind(different)
    after = {**row, **different}
    refuse_what_breaks(change, table, after, different)
    if table is transitions and "date" in different:
        redate_roles(change, {**after, "date": row["date"]}, values["date"])
    change.update(table, [{"id": id, **different}])
    refuse_alike(change.connection, table, after)
    if table is organisation_links and after["kind"] == "renamed":
        refuse_moves_made_one(change.connection, after["other_id"])
    touch(change, table, row, after)
    return id, True


def roles_left_behind(different: Mapping[str, Any]) -> dict[str, None]:
    """A move that has another organisation on one side no longer rests on the role there."""
    sides = ("from", "to")
    return {f"{side}_role_id": None for side in sides if f"{side}_organisation_id" in different}


def the_row(change: ChangeSet, table: Table, id: int) -> dict[str, Any]:
    """The record as it is. Raises RecordNotFound."""
    row = change.connection.execute(select(table).where(table.c.id == id)).mappings().first()
    if row is None:
        raise RecordNotFound(NOUNS[table.name], id)
    return dict(row)


def columns_of(table: Table, row: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that the fields fill: dates three, names with their keys."""
    columns: dict[str, Any] = {}
    for name, value in values.items():
        if f"{name}_earliest" in table.c:
            assert value is None or isinstance(value, PartialDate)
            columns |= date_columns(name, value)
        elif name == "name" and table in KEYS:
            text = named(value or "")
            key = KEYS[table](text)
            columns |= {"name": text, "name_key": key, "search_key": search_key(key)}
        elif name == "url":
            columns |= {"url": value, "url_key": url_key(value) if value else None}
        elif name == "handle":
            columns[name] = handle_kept(value)
        else:
            columns[name] = kept(value) if isinstance(value, str) else value
    return columns


def refuse_what_breaks(
    change: ChangeSet, table: Table, after: Mapping[str, Any], different: Mapping[str, Any]
) -> None:
    """Raises if the record as it would be breaks a rule."""
    if table in RULES:
        RULES[table](after)
    if "ended" in table.c:
        refuse_end_before_start(date_in(after, "started"), date_in(after, "ended"))
    if table is organisation_links and different.keys() & {"kind", "organisation_id", "other_id"}:
        new = NewLink(after["organisation_id"], after["kind"], after["other_id"])
        refuse_loop(change.connection, new, apart_from=after["id"])
    if table is identifiers:
        refuse_taken(change, after)
    if table is sources:
        refuse_known_source(change, different)


def refuse_taken(change: ChangeSet, after: Mapping[str, Any]) -> None:
    """Raises if another record has this identifier."""
    same = select(identifiers.c.id).where(
        identifiers.c.scheme == after["scheme"],
        identifiers.c.value == after["value"],
        identifiers.c.id != after["id"],
    )
    if change.connection.scalar(same) is not None:
        raise RecordContradicted(
            f"another record has {after['scheme']}:{after['value']}",
            "an identifier belongs to one record alone",
        )


def refuse_known_source(change: ChangeSet, different: Mapping[str, Any]) -> None:
    """Raises if another source has the new handle or address."""
    for name, word in (("handle", "handle"), ("url_key", "address")):
        if not different.get(name):
            continue
        same = select(sources.c.id).where(sources.c[name] == different[name])
        if change.connection.scalar(same) is not None:
            raise RecordContradicted(
                f"another source has this {word}", "a handle or an address is one source's"
            )


def touch(
    change: ChangeSet, table: Table, row: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    """Whose spells and moves follow from the record."""
    if table in (roles, transitions):
        change.people |= {row["person_id"], after["person_id"]}
    elif table is organisation_links:
        for each in (row, after):
            touch_sides_of(change, each["organisation_id"], each["other_id"])
    elif table is sources:
        change.people.update(change.connection.execute(people_of_sources([row["id"]])).scalars())
    elif table is citations:
        # What sources say decides how sure a fact is, and so which roles count.
        cited = ([row[name]] if row[name] else [] for name in ("role_id", "transition_id"))
        change.people.update(change.connection.execute(people_cited(*cited)).scalars())
    elif table is organisations and row["name_key"] != after["name_key"]:
        # The name decides between roles that begin and end together (metrics.md §2).
        touch_sides_of(change, row["id"], row["id"])
