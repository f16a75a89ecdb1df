"""Does any row refer to one that is not there?

For a connection that was opened `in_bulk`, where SQLite does not look at each row as it is written.
"""

from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Select, Table, func, select

from talentdb.schema import metadata


def check_references(connection: Connection) -> None:
    """Raises AssertionError if a row refers to nothing, which no writer may let happen.

    Where a table has every id from its first to its last, what refers to it need not be looked up
    row by row. On PostgreSQL every row was checked as it was written.
    """
    if connection.dialect.name != "sqlite":
        return
    whole = {table for table in metadata.sorted_tables if _is_whole(connection, table)}
    for table in metadata.sorted_tables:
        if not all(_lies_within(connection, key, whole) for key in table.foreign_keys):
            check = f"PRAGMA foreign_key_check({table.name})"
            dangling = connection.exec_driver_sql(check).fetchmany(5)
            assert not dangling, f"references to nothing: {dangling}"


def _is_whole(connection: Connection, table: Table) -> bool:
    """Whether a table has each id that lies between two of its own."""
    if "id" not in table.c:
        return False
    first, last = connection.execute(_ends(table.c.id)).one()
    count = connection.scalar(select(func.count()).select_from(table))
    return first is not None and count == last - first + 1


def _lies_within(connection: Connection, key: ForeignKey, whole: set[Table]) -> bool:
    """Whether all that a column refers to lies between two ids of a whole table."""
    first, last = connection.execute(_ends(key.parent)).one()
    if first is None:
        return True
    if key.column.table not in whole:
        return False
    least, most = connection.execute(_ends(key.column)).one()
    return bool(least <= first and last <= most)


def _ends(column: Column[Any]) -> Select[Any]:
    """The least and the greatest value; asked for one by one, an index tells them at once."""
    least, most = func.min(column), func.max(column)
    return select(select(least).scalar_subquery(), select(most).scalar_subquery())
