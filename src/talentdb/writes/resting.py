"""Which change sets still count, and what rests on one of them, so that it cannot be undone?

It can be undone if the ledger is then as if it had never been written: no later write may have
touched its rows, referred to them, or taken away or taken up what they need to come back.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, select, tuple_

from talentdb.database.portions import batches, portions
from talentdb.errors import RecordNotFound, RuleBroken, UndoRefused
from talentdb.queries.changes import (
    FACT_TABLES,
    added_ids,
    creators_and_writers,
    images,
    references,
    resting_on,
    undone,
    writers_over,
)
from talentdb.schema import change_sets


def effective_ids(connection: Connection, later_than: int = 0) -> set[int]:
    """The change sets that are not undone, or whose undoing was undone, later than one of them."""
    effective: set[int] = set()
    taken_back: set[int] = set()
    for id, undoes_id in connection.execute(undone(later_than)):
        if id in taken_back:
            continue
        effective.add(id)
        if undoes_id is not None:
            taken_back.add(undoes_id)
    return effective


def refuse_undo(connection: Connection, change_set_id: int) -> None:
    """Raises if there is no such change set, it is undone, or later writes rest on it."""
    known = select(change_sets.c.id).where(change_sets.c.id == change_set_id)
    if connection.scalar(known) is None:
        raise RecordNotFound("change", change_set_id)
    effective = effective_ids(connection)
    if change_set_id not in effective:
        raise RuleBroken(f"change {change_set_id} is undone already: undo that undoing instead.")
    later = standing(connection, resting(connection, change_set_id), change_set_id, effective)
    if later:
        raise UndoRefused(change_set_id, [described(connection, id) for id in sorted(later)])


def described(connection: Connection, id: int) -> str:
    """One line that tells a change set from others."""
    row = connection.execute(select(change_sets).where(change_sets.c.id == id)).one()
    return f"change {row.id} ({row.actor}, {row.at:%Y-%m-%d %H:%M}): {row.command}"


def standing(
    connection: Connection, ids: Iterable[int], earlier: int, effective: set[int]
) -> set[int]:
    """Those that left something since an earlier change set.

    One that was made and undone since left nothing, nor did its undoing.
    """
    undoings = {id: undoes_id or 0 for id, undoes_id in connection.execute(undone(earlier))}
    return {id for id in ids if id in effective and undoings[id] < earlier}


def resting(connection: Connection, change_set_id: int) -> set[int]:
    """The later change sets that wrote over what this one wrote, or that its undoing would break.

    Some of them may be undone.
    """
    if connection.execute(undone(change_set_id).limit(1)).first() is None:
        return set()
    found = set(connection.execute(writers_over(change_set_id)).scalars())
    parents = [table for table in FACT_TABLES if _adds_to(connection, change_set_id, table)]
    for parent, child, column in references():
        if parent in parents:
            statement = resting_on(change_set_id, parent, child, column)
            found.update(connection.execute(statement).scalars())
    befores = {table: _befores(connection, change_set_id, table) for table in FACT_TABLES}
    for table, ids in _in_the_way(connection, change_set_id, befores):
        for batch in batches(ids):
            statement = creators_and_writers(change_set_id, table, batch)
            found.update(connection.execute(statement).scalars())
    return found


def _adds_to(connection: Connection, change_set_id: int, table: Table) -> bool:
    added = added_ids(change_set_id, table).limit(1)
    return connection.execute(added).first() is not None


def _befores(connection: Connection, change_set_id: int, table: Table) -> list[dict[str, Any]]:
    """The rows of a table that would come back, or be as they were."""
    rows = connection.execute(images(change_set_id, table))
    return [row.before for row in rows if row.before is not None]


def _in_the_way(
    connection: Connection, change_set_id: int, befores: dict[Table, list[dict[str, Any]]]
) -> Iterator[tuple[Table, set[int]]]:
    for parent, child, column in references():
        # An image from before a migration lacks the columns that came with it.
        needed = {row[column] for row in befores[child] if row.get(column) is not None}
        missing = needed - {row["id"] for row in befores[parent]}
        for batch in batches(missing):
            there = select(parent.c.id).where(parent.c.id.in_(batch))
            missing = missing - set(connection.execute(there).scalars())
        yield parent, missing
    for table, rows in befores.items():
        for columns in _unique_columns(table):
            yield table, _taken(connection, change_set_id, table, columns, rows)


def _unique_columns(table: Table) -> Iterator[tuple[str, ...]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)
    for index in table.indexes:
        if index.unique and not any(index.dialect_kwargs.values()):
            yield tuple(column.name for column in index.columns)


def _taken(
    connection: Connection,
    change_set_id: int,
    table: Table,
    columns: tuple[str, ...],
    rows: list[dict[str, Any]],
) -> set[int]:
    """The rows that have by now what is unique and belonged to others."""
    ids = {row["id"] for row in rows}
    keys = {tuple(row[name] for name in columns) for row in rows}
    found: set[int] = set()
    whole = [key for key in keys if None not in key]
    for some in portions(whole):
        same = tuple_(*(table.c[name] for name in columns)).in_(some)
        free = table.c.id.not_in(added_ids(change_set_id, table))
        found.update(connection.execute(select(table.c.id).where(same, free)).scalars())
    return found - ids
