"""What was written, when and by whom? (`log`)"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, or_, select, union

from talentdb.queries.changes import FACT_TABLES, NOUNS, references
from talentdb.schema import change_set_files, change_sets, changes, citations, transition_reasons

PERSON_COLUMNS = ("person_id",)
ORGANISATION_COLUMNS = (
    "organisation_id",
    "other_id",
    "from_organisation_id",
    "to_organisation_id",
    "at_organisation_id",
    "counterpart_id",
)


def log(
    since: datetime | None = None,
    actor: str | None = None,
    person_id: int | None = None,
    organisation_id: int | None = None,
) -> Select[Any]:
    """The change sets, latest first; `undone_by` is the change set that took one back."""
    undoing = change_sets.alias("undoing")
    undone_by = (
        select(undoing.c.id)
        .where(undoing.c.undoes_id == change_sets.c.id)
        .order_by(undoing.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    statement = select(
        change_sets.c.id.label("change"),
        change_sets.c.at,
        change_sets.c.actor,
        change_sets.c.command,
        change_sets.c.message,
        change_sets.c.created,
        change_sets.c.updated,
        change_sets.c.removed,
        undone_by.label("undone_by"),
    ).order_by(change_sets.c.id.desc())
    if since is not None:
        statement = statement.where(change_sets.c.at >= since)
    if actor is not None:
        statement = statement.where(change_sets.c.actor == actor)
    if person_id is not None:
        statement = statement.where(
            change_sets.c.id.in_(_about("people", PERSON_COLUMNS, person_id))
        )
    if organisation_id is not None:
        about = _about("organisations", ORGANISATION_COLUMNS, organisation_id)
        statement = statement.where(change_sets.c.id.in_(about))
    return statement


def _about(home: str, columns: tuple[str, ...], id: int) -> Any:
    """The change sets that created, changed or removed rows about one record."""
    parts: list[Select[Any]] = []
    for table in FACT_TABLES:
        mine = _mine(table, home, columns, id)
        if not mine:
            continue
        there = select(table.c.id).where(or_(*mine))
        here, before = changes.c.table_name == table.name, _mine_before(table, home, columns, id)
        parts += [
            select(table.c.change_set_id).where(or_(*mine)),
            select(changes.c.change_set_id).where(here, or_(changes.c.row_id.in_(there), *before)),
            select(changes.c.before["change_set_id"].as_integer()).where(here, or_(*before)),
        ]
        for child, column in _said_of(table):
            parts.append(select(child.c.change_set_id).where(child.c[column].in_(there)))
            said = changes.c.before[column].as_integer().in_(there)
            parts.append(
                select(changes.c.change_set_id).where(changes.c.table_name == child.name, said)
            )
    return union(*parts)


def _said_of(table: Table) -> Iterator[tuple[Table, str]]:
    """Where the citations and the reasons of such facts stand, and by which reference."""
    for parent, child, column in references():
        if parent is table and child in (citations, transition_reasons):
            yield child, column


def _mine(table: Table, home: str, columns: tuple[str, ...], id: int) -> list[ColumnElement[bool]]:
    if table.name == home:
        return [table.c.id == id]
    return [table.c[name] == id for name in columns if name in table.c]


def _mine_before(
    table: Table, home: str, columns: tuple[str, ...], id: int
) -> list[ColumnElement[bool]]:
    if table.name == home:
        return [changes.c.row_id == id]
    return [changes.c.before[name].as_integer() == id for name in columns if name in table.c]


def files_of(change_set_id: int) -> Select[Any]:
    """The files that an import read: name, size, sha256; in the order given."""
    columns = change_set_files.c.name, change_set_files.c.size, change_set_files.c.sha256
    mine = change_set_files.c.change_set_id == change_set_id
    return select(*columns).where(mine).order_by(change_set_files.c.id)


def changed_rows(change_set_id: int, table: Table) -> Select[Any]:
    """Rows of a table that a change set wrote over, removed or brought back: id, before."""
    return (
        select(changes.c.row_id, changes.c.before)
        .where(changes.c.change_set_id == change_set_id, changes.c.table_name == table.name)
        .order_by(changes.c.row_id)
    )


def next_image(change_set_id: int, table: Table, row_id: int) -> Select[Any]:
    """The row as it was before the next change set that wrote over it: so as this one left it."""
    return (
        select(changes.c.before)
        .where(
            changes.c.change_set_id > change_set_id,
            changes.c.table_name == table.name,
            changes.c.row_id == row_id,
        )
        .order_by(changes.c.change_set_id)
        .limit(1)
    )


def images_of_created(change_set_id: int, table: Table) -> Select[Any]:
    """Rows that a change set created and that later ones wrote over or removed."""
    made_here = changes.c.before["change_set_id"].as_integer() == change_set_id
    return (
        select(changes.c.row_id, changes.c.before)
        .where(
            changes.c.change_set_id > change_set_id, changes.c.table_name == table.name, made_here
        )
        .order_by(changes.c.row_id, changes.c.change_set_id)
    )


def log_of(noun: str, id: int) -> Select[Any]:
    """The change sets that wrote of one record."""
    if noun == "person":
        return log(person_id=id)
    if noun == "organisation":
        return log(organisation_id=id)
    table = next(table for table in FACT_TABLES if NOUNS[table.name] == noun)
    about = [(table, table.c.id, "id")]
    about += [(child, child.c[column], column) for child, column in _said_of(table)]
    parts = [part for each in about for part in _written(*each, id)]
    return log().where(change_sets.c.id.in_(union(*parts)))


def _written(
    table: Table, reference: ColumnElement[int], name: str, id: int
) -> Iterator[Select[Any]]:
    """The change sets that created rows with this reference, and those that wrote over them."""
    was = changes.c.before[name].as_integer() == id
    mine = select(table.c.id).where(reference == id)
    here = changes.c.table_name == table.name
    yield select(table.c.change_set_id).where(reference == id)
    yield select(changes.c.change_set_id).where(here, or_(was, changes.c.row_id.in_(mine)))
    yield select(changes.c.before["change_set_id"].as_integer()).where(here, was)
