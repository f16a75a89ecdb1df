"""How do very many rows get into a table at once?

Rows are tuples in the order of the columns, their days as ISO text. Whoever calls has checked
every value: on SQLite the words that a CHECK would look up again and again are not looked up.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    Select,
    Table,
    Text,
    cast,
    func,
    literal,
    select,
    text,
)
from sqlalchemy.schema import CreateIndex, DropIndex

_PARAMETERS = 30_000  # of one statement; SQLite takes 32,766


def driver_rows(connection: Connection, statement: Select[Any]) -> list[tuple[Any, ...]]:
    """All rows of a statement just as the driver gives them: fast, and nothing is converted."""
    with connection.execute(statement) as result:
        return list(result.cursor.fetchall())


def driver_portions(
    connection: Connection, statement: Select[Any], size: int = 5000
) -> Iterator[Sequence[tuple[Any, ...]]]:
    """The rows of a statement as the driver gives them, so many at a time."""
    if connection.dialect.name != "sqlite":
        # Else the driver would fetch them all before it gives the first.
        streamed = statement.execution_options(stream_results=True)
        yield from connection.execute(streamed).partitions(size)
        return
    with connection.execute(statement) as result:
        while portion := result.cursor.fetchmany(size):
            yield portion


def as_text(column: Column[Any]) -> ColumnElement[Any]:
    """A column whose days come as ISO text from every driver."""
    return cast(column, Text) if isinstance(column.type, Date) else column


def first_free_id(connection: Connection, table: Table) -> int:
    """The id that the next row gets, if nobody else writes: ids are never given out twice."""
    if connection.dialect.name == "sqlite":
        given = "SELECT seq FROM sqlite_sequence WHERE name = ?"
        row = connection.exec_driver_sql(given, (table.name,)).first()
        return 1 if row is None else int(row[0]) + 1
    sequence = f"SELECT last_value, is_called FROM {_sequence(connection, table)}"
    last, is_called = connection.exec_driver_sql(sequence).one()
    return int(last) + 1 if is_called else int(last)


def load(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> range:
    """Inserts rows and hands out their ids, in order; the ids come back.

    Columns that are not named are NULL. The writer's lock must be held.
    """
    first = first_free_id(connection, table)
    if connection.dialect.name == "sqlite":
        count = put(connection, table, columns, rows)
    else:
        count = put(connection, table, ("id", *columns), _with_ids(rows, first))
        if count:
            last = func.setval(_sequence(connection, table), literal(first + count - 1))
            connection.execute(select(last))
    return range(first, first + count)


def put(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> int:
    """Inserts rows into a stored or temporary table; how many there were."""
    write = _on_sqlite if connection.dialect.name == "sqlite" else _on_postgresql
    return write(connection, table.name, columns, rows)


def _with_ids(rows: Iterable[Sequence[Any]], first: int) -> Iterator[Sequence[Any]]:
    return ((id, *row) for id, row in enumerate(rows, start=first))


def _on_sqlite(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> int:
    # Many rows a statement: a CHECK with a list of words is set up once a statement.
    many = _PARAMETERS // len(columns)
    one = f"({', '.join('?' * len(columns))})"
    head = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "
    whole = head + ", ".join([one] * many)
    waiting, count = iter(rows), 0
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA ignore_check_constraints = ON")
    try:
        while portion := list(islice(waiting, many)):
            words = whole if len(portion) == many else head + ", ".join([one] * len(portion))
            cursor.execute(words, list(chain.from_iterable(portion)))
            count += len(portion)
    finally:
        cursor.execute("PRAGMA ignore_check_constraints = OFF")
        cursor.close()
    return count


def _on_postgresql(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> int:
    count = 0
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for count, row in enumerate(rows, start=1):  # noqa: B007  (counts to the end)
            copy.write_row(row)
    return count


def _sequence(connection: Connection, table: Table) -> str:
    found = connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
    assert found is not None, f"{table.name}.id has no sequence"
    return str(found)


def is_empty(connection: Connection, table: Table) -> bool:
    """Whether a table holds no row at all."""
    return connection.execute(select(table.c.id).limit(1)).first() is None


@contextmanager
def indexed_afterwards(connection: Connection, tables: Sequence[Table]) -> Iterator[None]:
    """The indexes of those tables that are empty are made once the block has filled them.

    That costs half of what it costs to keep them with every row.
    """
    indexes = [
        index
        for table in tables
        if is_empty(connection, table)
        for index in sorted(table.indexes, key=lambda index: str(index.name))
    ]
    for index in indexes:
        connection.execute(DropIndex(index))
    yield
    if indexes and connection.dialect.name != "sqlite":
        # PostgreSQL indexes no table of which it still has references to check.
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
    for index in indexes:
        connection.execute(CreateIndex(index))
