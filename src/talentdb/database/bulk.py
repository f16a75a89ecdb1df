"""How do very many rows get into a table at once?

Rows are tuples in the order of the columns, their days as ISO text. Whoever calls has checked
every value: on SQLite the words that a CHECK would look up again and again are not looked up.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, islice
from types import MappingProxyType
from typing import Any, TypeAlias

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
    select,
)

Same: TypeAlias = Mapping[str, int]
Fill: TypeAlias = Callable[[Iterable[Sequence[Any]]], None]

_PARAMETERS = 30_000  # of one statement; SQLite takes 32,766
_SIZES = (400, 100, 25, 5, 1)  # rows of one statement


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
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    same: Same = MappingProxyType({}),
) -> range:
    """Inserts rows and hands out their ids, in order; the ids come back.

    `same` are columns that are the same in every row; those that are not named are NULL. The
    writer's lock must be held.
    """
    first = first_free_id(connection, table)
    with filling(connection, table, columns, same) as fill:
        fill(rows)
    return range(first, first_free_id(connection, table))


@contextmanager
def filling(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    same: Same = MappingProxyType({}),
) -> Iterator[Fill]:
    """A function that takes rows for a stored or temporary table; all are in at the end.

    It may be called again and again, with other statements between.
    """
    write = _filling_sqlite if connection.dialect.name == "sqlite" else _filling_postgresql
    with write(connection, table.name, columns, same) as fill:
        yield fill


@contextmanager
def _filling_postgresql(
    connection: Connection, table: str, columns: Sequence[str], same: Same
) -> Iterator[Fill]:
    names, added = ", ".join([*columns, *same]), tuple(same.values())
    cursor: Any = connection.connection.cursor()

    def fill(rows: Iterable[Sequence[Any]]) -> None:
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row((*row, *added))

    with cursor:
        yield fill


@contextmanager
def _filling_sqlite(
    connection: Connection, table: str, columns: Sequence[str], same: Same
) -> Iterator[Fill]:
    # Many rows a statement: a CHECK with a list of words is set up once a statement. Of few
    # lengths: each is a statement of its own that SQLite has to understand and keep.
    one = f"({', '.join([*'?' * len(columns), *map(str, same.values())])})"
    head = f"INSERT INTO {table} ({', '.join([*columns, *same])}) VALUES "
    sizes = [size for size in _SIZES if size * len(columns) <= _PARAMETERS]
    statements = {size: head + ", ".join([one] * size) for size in sizes}
    cursor = connection.connection.cursor()
    left: list[Sequence[Any]] = []

    def write(portion: list[Sequence[Any]]) -> None:
        cursor.execute(statements[len(portion)], list(chain.from_iterable(portion)))

    def fill(rows: Iterable[Sequence[Any]]) -> None:
        waiting = chain(left[:], rows)
        left.clear()
        while len(portion := list(islice(waiting, sizes[0]))) == sizes[0]:
            write(portion)
        left.extend(portion)

    with unchecked(connection), closing(cursor):
        yield fill
        for size in sizes:
            while len(left) >= size:
                write(left[:size])
                del left[:size]


@contextmanager
def unchecked(connection: Connection) -> Iterator[None]:
    """On SQLite no CHECK is evaluated: for rows of which ours is the only hand."""
    if connection.dialect.name != "sqlite":
        yield
        return
    with closing(connection.connection.cursor()) as cursor:
        (before,) = cursor.execute("PRAGMA ignore_check_constraints").fetchone()
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA ignore_check_constraints = {before}")


def _sequence(connection: Connection, table: Table) -> str:
    found = connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
    assert found is not None, f"{table.name}.id has no sequence"
    return str(found)


def is_empty(connection: Connection, table: Table) -> bool:
    """Whether a table holds no row at all."""
    return connection.execute(select(table.c.id).limit(1)).first() is None
