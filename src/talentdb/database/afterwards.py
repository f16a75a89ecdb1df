"""What of a table is made once it is full? Its indexes, and on PostgreSQL its references.

That costs half of what it costs to keep them with every row, or less.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.exc import OperationalError

from talentdb.database.bulk import is_empty
from talentdb.schema import change_sets

MANY = 20_000  # rows

# How each part of a table is dropped and made again, in the words of the database itself.
_ON_SQLITE = text(
    "SELECT 'DROP INDEX ' || name, sql FROM sqlite_schema"
    " WHERE type = 'index' AND tbl_name = :name AND sql IS NOT NULL"
)
_ON_POSTGRESQL = text("""
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                  pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = to_regclass(:name) AND contype = 'f'
    UNION ALL
    SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index WHERE indrelid = to_regclass(:name) AND NOT EXISTS (
        SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
""")
_OWNED = text("SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass(:name)")


@contextmanager
def indexed_afterwards(
    connection: Connection, tables: Sequence[Table], rows: int
) -> Iterator[None]:
    """The indexes of those tables that are empty are made once the block has filled them.

    PostgreSQL looks up every reference at the end, one by one; so they are made then too. That is
    for a new ledger, into which go `rows` that are many, since nobody can read it meanwhile.
    """
    empty = [table for table in tables if is_empty(connection, table)]
    parts = _ON_SQLITE
    if connection.dialect.name != "sqlite":
        parts = _ON_POSTGRESQL
        empty = empty if rows >= MANY and _are_ours_alone(connection, empty) else []
    found = [connection.execute(parts, {"name": table.name}).all() for table in empty]
    # In this order references go first and come last.
    words = sorted((str(drop), str(make)) for some in found for drop, make in some)
    _execute(connection, [drop for drop, _ in words])
    yield
    _execute(connection, [make for _, make in reversed(words)])
    if connection.dialect.name != "sqlite":
        for table in empty:
            # Else it takes them for empty still, and looks through all for what is asked next.
            connection.exec_driver_sql(f"ANALYZE {table.name}")


def _execute(connection: Connection, words: Sequence[str]) -> None:
    if words and connection.dialect.name != "sqlite":
        # What waits to be checked is checked now: no table can be altered before.
        for when in ("IMMEDIATE", "DEFERRED"):
            connection.execute(text(f"SET CONSTRAINTS ALL {when}"))
    for statement in words:
        connection.exec_driver_sql(statement)


def _are_ours_alone(connection: Connection, tables: Sequence[Table]) -> bool:
    """Whether the ledger is new, the tables are the user's own, and nobody else is at them."""
    begun = connection.execute(select(change_sets.c.id).limit(2)).all()
    owned = [connection.scalar(_OWNED, {"name": table.name}) for table in tables]
    if len(begun) > 1 or not tables or not all(owned):
        return False
    names = ", ".join(table.name for table in tables)
    try:
        with connection.begin_nested():
            connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE NOWAIT"))
    except OperationalError:
        return False
    return True
