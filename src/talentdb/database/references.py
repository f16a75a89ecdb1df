"""Does any row refer to one that is not there?

For a connection that was opened `in_bulk`, where SQLite does not look at each row as it is written.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table, func, select

from talentdb.schema import metadata


class Ends(NamedTuple):
    """The least and the greatest value of a column; None if it has no value."""

    least: int | None
    greatest: int | None

    def lies_within(self, other: "Ends") -> bool:
        """Whether every value of this lies between the ends of the other."""
        if self.least is None or self.greatest is None:
            return True
        if other.least is None or other.greatest is None:
            return False
        return other.least <= self.least and self.greatest <= other.greatest


_NOTHING = Ends(None, None)


def check_references(connection: Connection) -> None:
    """Raises AssertionError if a row refers to nothing, which no writer may let happen.

    Where a table has every id from its first to its last, what refers to it need not be looked up
    row by row. On PostgreSQL every row was checked as it was written.
    """
    if connection.dialect.name != "sqlite":
        return
    tables = metadata.sorted_tables
    without_gaps = {table: _ids_without_gaps(connection, table) for table in tables}
    for table in tables:
        if not _all_within(connection, table, without_gaps):
            check = f"PRAGMA foreign_key_check({table.name})"
            dangling = connection.exec_driver_sql(check).fetchmany(5)
            assert not dangling, f"references to nothing: {dangling}"


def _ids_without_gaps(connection: Connection, table: Table) -> Ends:
    """The first and the last id of a table that has each id between them."""
    if "id" not in table.c:
        return _NOTHING
    (ends,) = _ends(connection, [table.c.id])
    if ends.least is None or ends.greatest is None:
        return _NOTHING
    count = connection.scalar(select(func.count()).select_from(table))
    return ends if count == ends.greatest - ends.least + 1 else _NOTHING


def _all_within(connection: Connection, table: Table, ids: Mapping[Table, Ends]) -> bool:
    """Whether all that a table refers to lies between these ids."""
    keys = list(table.foreign_keys)
    found = _ends(connection, [key.parent for key in keys])
    return all(
        ends.lies_within(ids[key.column.table]) for key, ends in zip(keys, found, strict=True)
    )


def _ends(connection: Connection, columns: Sequence[Column[Any]]) -> list[Ends]:
    """The ends of columns of one table, by their indexes or by one look at all rows."""
    if not columns:
        return []
    asked = [
        # Where a value is, so that an index over just these rows serves too.
        select(end).where(column.is_not(None)).scalar_subquery() if _leads_an_index(column) else end
        for column in columns
        for end in (func.min(column), func.max(column))
    ]
    found = connection.execute(select(*asked)).one()
    return [Ends(*found[place : place + 2]) for place in range(0, len(found), 2)]


def _leads_an_index(column: Column[Any]) -> bool:
    """Whether an index begins with the column; it holds all rows, or those where this is set."""
    indexes = column.table.indexes
    return column.primary_key or any(index.columns[0] is column for index in indexes)
