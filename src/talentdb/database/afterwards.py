"""What of a table is made once it is full? Its indexes, and on PostgreSQL its references.

That costs half of what it costs to keep them with every row, or less.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, ForeignKeyConstraint, Table, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import AddConstraint, CreateIndex, DropConstraint, DropIndex

from talentdb.database.bulk import is_empty
from talentdb.schema import change_sets

MANY = 20_000  # rows

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
    references: list[ForeignKeyConstraint] = []
    if connection.dialect.name != "sqlite":
        empty = empty if rows >= MANY and _are_ours_alone(connection, empty) else []
        references = [key for table in empty for key in table.foreign_key_constraints]
    indexes = [index for table in empty for index in table.indexes]
    references.sort(key=lambda key: str(key.name))
    indexes.sort(key=lambda index: str(index.name))
    if references:
        _settle(connection)
    for key in references:
        connection.execute(DropConstraint(key))
    for index in indexes:
        connection.execute(DropIndex(index))
    yield
    if references:
        _settle(connection)
    for index in indexes:
        connection.execute(CreateIndex(index))
    for key in references:
        connection.execute(AddConstraint(key, isolate_from_table=False))


def _settle(connection: Connection) -> None:
    """Checks what waits to be checked: no table can be altered before."""
    for when in ("IMMEDIATE", "DEFERRED"):
        connection.execute(text(f"SET CONSTRAINTS ALL {when}"))


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
