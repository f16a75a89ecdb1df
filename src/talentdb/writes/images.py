"""How did rows look before a change set wrote over them or deleted them?"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, literal, select

from talentdb.database.portable import insert_unless_there, row_as_json
from talentdb.queries.careers import among
from talentdb.schema import changes

_AT_ONCE = 5000  # rows of one statement


def remember(connection: Connection, change_set_id: int, table: Table, ids: Sequence[int]) -> None:
    """Keeps these rows as they are now, before the change set writes over or deletes them.

    The first image within a change set wins. Rows that this change set created need none. The
    database writes the images by itself: an undo may keep a million.
    """
    names = ("change_set_id", "table_name", "row_id", "before")
    image = (literal(change_set_id), literal(table.name), table.c.id, row_as_json(table))
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_ONCE):
        some = among(table.c.id, ordered[start : start + _AT_ONCE])
        old = select(*image).where(some, table.c.change_set_id != change_set_id)
        statement = insert_unless_there(connection, changes)
        connection.execute(statement.from_select(names, old))


def mark_brought_back(
    connection: Connection, change_set_id: int, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Keeps that these rows were not there before the change set brings them back."""
    images = [
        {
            "change_set_id": change_set_id,
            "table_name": table.name,
            "row_id": row["id"],
            "before": None,
        }
        for row in rows
    ]
    connection.execute(insert_unless_there(connection, changes), images)
