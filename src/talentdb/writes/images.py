"""How did rows look before a change set wrote over them or deleted them?"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from talentdb.database.portable import insert_unless_there
from talentdb.schema import changes

_AT_ONCE = 5000  # rows whose images are in memory together


def remember(connection: Connection, change_set_id: int, table: Table, ids: Sequence[int]) -> None:
    """Keeps these rows as they are now, before the change set writes over or deletes them.

    The first image within a change set wins. Rows that this change set created need none.
    """
    statement = insert_unless_there(connection, changes)
    for start in range(0, len(ids), _AT_ONCE):
        some = table.c.id.in_(ids[start : start + _AT_ONCE])
        old = select(table).where(some, table.c.change_set_id != change_set_id)
        images = [
            {
                "change_set_id": change_set_id,
                "table_name": table.name,
                "row_id": row["id"],
                "before": {name: _as_json(value) for name, value in row.items()},
            }
            for row in connection.execute(old).mappings()
        ]
        if images:
            connection.execute(statement, images)


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
