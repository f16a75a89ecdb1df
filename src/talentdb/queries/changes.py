"""What did each change set do, and which of them still count? (`log`, `undo`)"""

from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, Table, and_, func, or_, select

from talentdb.schema import (
    change_set_files,
    change_sets,
    changes,
    citations,
    metadata,
    roles,
    transitions,
)

# Every table whose rows know the change set that created them, parents before children.
FACT_TABLES = tuple(table for table in metadata.sorted_tables if "change_set_id" in table.c)
FACT_TABLES = tuple(table for table in FACT_TABLES if table not in (changes, change_set_files))

NOUNS = {
    "people": "person",
    "organisations": "organisation",
    "person_names": "person-name",
    "organisation_names": "organisation-name",
    "organisation_links": "link",
    "identifiers": "identifier",
    "tags": "tag",
    "roles": "role",
    "transitions": "move",
    "transition_reasons": "reason",
    "offers": "offer",
    "works": "work",
    "credits": "credit",
    "figures": "figure",
    "sources": "source",
    "citations": "citation",
    "rosters": "roster",
    "presences": "presence",
    "row_keys": "row-key",
}


def undone(later_than: int = 0) -> Select[Any]:
    """The ids of change sets and which each undoes, latest first."""
    return (
        select(change_sets.c.id, change_sets.c.undoes_id)
        .where(change_sets.c.id > later_than)
        .order_by(change_sets.c.id.desc())
    )


def images(change_set_id: int, table: Table) -> Select[Any]:
    """The rows of a table as they were before a change set; `before` is NULL for none."""
    return (
        select(changes.c.row_id, changes.c.before)
        .where(changes.c.change_set_id == change_set_id, changes.c.table_name == table.name)
        .order_by(changes.c.row_id)
    )


def touched_ids(change_set_id: int, table: Table) -> Select[Any]:
    """The ids of the rows of a table that a change set wrote over, removed or brought back."""
    return select(changes.c.row_id).where(
        changes.c.change_set_id == change_set_id, changes.c.table_name == table.name
    )


def overwritten_ids(change_set_id: int, table: Table) -> Select[Any]:
    """The ids of the rows of a table that a change set wrote over or removed."""
    return touched_ids(change_set_id, table).where(changes.c.before.is_not(None))


def added_ids(change_set_id: int, table: Table) -> Select[Any]:
    """The ids of the rows that a change set created or brought back, and that are still there."""
    brought_back = touched_ids(change_set_id, table).where(changes.c.before.is_(None))
    created = and_(
        table.c.change_set_id == change_set_id,
        table.c.id.not_in(touched_ids(change_set_id, table)),
    )
    return select(table.c.id).where(or_(created, table.c.id.in_(brought_back)))


def _is_added(change_set_id: int, parent: Table, id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a reference is to a row that a change set created or brought back.

    Asked of one reference after the other: of those, few are later; of what was added, there may
    be a million.
    """
    table, image = parent.alias(), changes.alias()
    here = image.c.change_set_id == change_set_id, image.c.table_name == parent.name
    written = select(image.c.row_id).where(*here, image.c.row_id == table.c.id)
    brought_back = written.where(image.c.before.is_(None)).exists()
    created = and_(table.c.change_set_id == change_set_id, ~written.exists())
    return select(table.c.id).where(table.c.id == id, or_(created, brought_back)).exists()


def writers_over(change_set_id: int) -> CompoundSelect[Any]:
    """Later change sets that wrote over, or removed, what this one wrote."""
    mine, later = changes.alias("mine"), changes.alias("later")
    same_row = and_(mine.c.table_name == later.c.table_name, mine.c.row_id == later.c.row_id)
    over_touched = (
        select(later.c.change_set_id)
        .join(mine, same_row)
        .where(mine.c.change_set_id == change_set_id, later.c.change_set_id > change_set_id)
    )
    made_here = changes.c.before["change_set_id"].as_integer() == change_set_id
    over_created = select(changes.c.change_set_id).where(
        changes.c.change_set_id > change_set_id, made_here
    )
    return over_touched.union(over_created)


def resting_on(change_set_id: int, parent: Table, child: Table, column: str) -> CompoundSelect[Any]:
    """Later change sets whose rows refer, or referred, to rows that this one added."""
    now = child.alias()
    created = select(child.c.change_set_id).where(
        child.c.change_set_id > change_set_id, _is_added(change_set_id, parent, child.c[column])
    )
    refers = select(now.c.id).where(
        now.c.id == changes.c.row_id, _is_added(change_set_id, parent, now.c[column])
    )
    referred = changes.c.before[column].as_integer()
    written = select(changes.c.change_set_id).where(
        changes.c.change_set_id > change_set_id,
        changes.c.table_name == child.name,
        or_(refers.exists(), _is_added(change_set_id, parent, referred)),
    )
    return created.union(written)


def creators_and_writers(change_set_id: int, table: Table, ids: list[int]) -> CompoundSelect[Any]:
    """Later change sets that created, wrote over or removed these rows."""
    created = select(table.c.change_set_id).where(
        table.c.id.in_(ids), table.c.change_set_id > change_set_id
    )
    written = select(changes.c.change_set_id).where(
        changes.c.change_set_id > change_set_id,
        changes.c.table_name == table.name,
        changes.c.row_id.in_(ids),
    )
    return created.union(written)


def references() -> list[tuple[Table, Table, str]]:
    """Every reference among tables of facts: the parent, the child, and the child's column."""
    return [
        (key.column.table, child, column.name)
        for child in FACT_TABLES
        for column in child.columns
        for key in column.foreign_keys
        if key.column.table in FACT_TABLES
    ]


def of_actor(actor: str) -> ColumnElement[bool]:
    """Change sets of one actor that are no undoing themselves."""
    return and_(change_sets.c.actor == actor, change_sets.c.undoes_id.is_(None))


def people_cited(role_ids: list[int], transition_ids: list[int]) -> CompoundSelect[Any]:
    """The people whose roles or moves these are."""
    held = select(roles.c.person_id).where(roles.c.id.in_(role_ids))
    moved = select(transitions.c.person_id).where(transitions.c.id.in_(transition_ids))
    return held.union(moved)


def people_of_sources(source_ids: list[int]) -> CompoundSelect[Any]:
    """The people of whose roles or moves these sources speak."""
    held = (
        select(roles.c.person_id)
        .join(citations, citations.c.role_id == roles.c.id)
        .where(citations.c.source_id.in_(source_ids))
    )
    moved = (
        select(transitions.c.person_id)
        .join(citations, citations.c.transition_id == transitions.c.id)
        .where(citations.c.source_id.in_(source_ids))
    )
    return held.union(moved)


def last_change_at() -> Select[Any]:
    """When something was last written; NULL where nothing ever was."""
    return select(func.max(change_sets.c.at))


def first_change() -> Select[Any]:
    """When, by whom and by which command the ledger was begun."""
    columns = (change_sets.c.at, change_sets.c.actor, change_sets.c.command)
    return select(*columns).order_by(change_sets.c.id).limit(1)


def every_change() -> Select[Any]:
    """What tells one state of a ledger from every other: its changes, in order."""
    names = ("id", "at", "command", "created", "updated", "removed", "undoes_id")
    return select(*(change_sets.c[name] for name in names)).order_by(change_sets.c.id)
