"""How do very many rows get into a table when most of what they hold is in the database already?

It is told numbers, and joins to them what they mean: that costs half of what it costs to hand over
the texts themselves, or less.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Insert,
    Integer,
    MetaData,
    Select,
    Table,
    insert,
    literal,
    select,
)
from sqlalchemy.schema import CreateTable, DropTable

from talentdb.database.bulk import filling, first_free_id, unchecked

# A row of numbers for each row that is told.
Numbers: TypeAlias = npt.NDArray[np.signedinteger[Any]]
Tell: TypeAlias = Callable[[Numbers], None]

_SIZES = (400, 50, 5, 1)  # rows of one statement
_PORTION = 2000


class Meant(NamedTuple):
    """Columns of a table for which one number stands, and by number their values.

    Another number stands for NULL.
    """

    columns: tuple[str, ...]
    values: Mapping[int, tuple[Any, ...]]


def numbers_told(name: str, *columns: str) -> Table:
    """What is told, as a table; `position` is the order in which it is told."""
    position = Column("position", Integer, primary_key=True)
    return _temporary(name, position, *(Column(column, Integer) for column in columns))


@contextmanager
def telling(
    connection: Connection,
    told: Table,
    table: Table,
    said: Mapping[str, ColumnElement[Any]],
    source: FromClause,
) -> Iterator[Tell]:
    """A function that takes rows of `told`, from each of which follow rows of a table.

    `said` are the columns of the table as expressions over `source`, which is `told` with others
    joined to it by outer joins: so the rows are made in the order in which they are told. All are
    in at the end. Nothing that a CHECK would look up is looked up.
    """
    tell = _telling_sqlite if connection.dialect.name == "sqlite" else _telling_postgresql
    rows = select(*said.values()).select_from(source)
    with unchecked(connection), tell(connection, told, insert(table), list(said), rows) as fill:
        yield fill


@contextmanager
def _telling_sqlite(
    connection: Connection, told: Table, into: Insert, said: list[str], rows: Select[Any]
) -> Iterator[Tell]:
    names = _names(told)
    made = into.from_select(said, rows)
    words = made.compile(connection, compile_kwargs={"literal_binds": True})
    one = f"({', '.join('?' * len(names))})"
    statements = {
        size: f"WITH {told.name} ({', '.join(names)}) AS (VALUES {', '.join([one] * size)}) {words}"
        for size in _SIZES
    }

    def tell(numbers: Numbers) -> None:
        start = 0
        for size in _SIZES:
            while start + size <= len(numbers):
                some = numbers[start : start + size].ravel().tolist()
                cursor.execute(statements[size], some)
                start += size

    with closing(connection.connection.cursor()) as cursor:
        yield tell


@contextmanager
def _telling_postgresql(
    connection: Connection, told: Table, into: Insert, said: list[str], rows: Select[Any]
) -> Iterator[Tell]:
    is_made = False
    with filling(connection, told, _names(told)) as fill:

        def tell(numbers: Numbers) -> None:
            nonlocal is_made
            if len(numbers) and not is_made:
                connection.execute(CreateTable(told))
                is_made = True
            if len(numbers):
                fill(numbers.tolist())

        yield tell
    if is_made:
        connection.execute(into.from_select(said, rows.order_by(told.c.position)))
        connection.execute(DropTable(told))


def load_told(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    meant: Mapping[str, Meant],
    portions: Iterable[Numbers],
    same: Mapping[str, int | str],
) -> range:
    """Inserts rows that are told as numbers; the ids that they got come back, in order.

    `columns` are named as the rows have them: a number is itself, or stands for what is `meant`.
    `same` are columns that are the same in every row.
    """
    first = first_free_id(connection, table)
    told = numbers_told(f"told_{table.name}", *columns)
    source: FromClause = told
    said: dict[str, ColumnElement[Any]] = {name: told.c[name] for name in columns}
    meanings = {name: _meaning(connection, table, name, one) for name, one in meant.items()}
    for name, meaning in meanings.items():
        source = source.outerjoin(meaning, meaning.c.number == said.pop(name))
        said |= {column: meaning.c[column] for column in meant[name].columns}
    said |= {name: literal(value) for name, value in same.items()}
    with telling(connection, told, table, said, source) as tell:
        for numbers in portions:
            tell(numbers)
    for meaning in meanings.values():
        connection.execute(DropTable(meaning))
    return range(first, first_free_id(connection, table))


def rows_of(columns: Sequence[Numbers]) -> Iterator[Numbers]:
    """The rows that columns make, so many at a time."""
    for start in range(0, len(columns[0]), _PORTION):
        yield np.stack([column[start : start + _PORTION] for column in columns], 1)


def _meaning(connection: Connection, table: Table, name: str, meant: Meant) -> Table:
    """A temporary table of what numbers mean."""
    columns = (Column(column, table.c[column].type) for column in meant.columns)
    meaning = _temporary(f"meant_{name}", Column("number", Integer, primary_key=True), *columns)
    connection.execute(CreateTable(meaning))
    rows = ((number, *values) for number, values in meant.values.items())
    with filling(connection, meaning, ["number", *meant.columns]) as fill:
        fill(rows)
    return meaning


def _names(told: Table) -> list[str]:
    return [column.name for column in told.columns if not column.primary_key]


def _temporary(name: str, *columns: Column[Any]) -> Table:
    return Table(name, MetaData(), *columns, prefixes=["TEMPORARY"])
