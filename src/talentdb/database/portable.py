"""How is spelled what SQLite and PostgreSQL spell differently?"""

from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Date,
    Dialect,
    Double,
    Integer,
    Table,
    Text,
    case,
    func,
    literal,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

DAWN = date.min
DUSK = date.max
_SEPARATOR = "\x1f"


class TextList(TypeDecorator[list[str]]):
    """Several texts in one cell, each once, in code-point order; else an empty list."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[str]:
        return sorted(set(value.split(_SEPARATOR)) - {""}) if value else []


def text_list(column: ColumnElement[Any]) -> ColumnElement[list[str]]:
    """All values of a column as a list of texts (an aggregate)."""
    return type_coerce(func.aggregate_strings(column, _SEPARATOR), TextList())


def texts(*columns: ColumnElement[Any]) -> ColumnElement[list[str]]:
    """The texts of several columns as one list, without those that are NULL."""
    separator = literal(_SEPARATOR, Text)
    joined: ColumnElement[Any] = literal("", Text)
    for column in columns:
        joined += func.coalesce(column + separator, "")
    return type_coerce(joined, TextList())


def greater(first: ColumnElement[Any], second: ColumnElement[Any]) -> ColumnElement[Any]:
    """The greater of two values that are not NULL."""
    return case((first >= second, first), else_=second)


def lesser(first: ColumnElement[Any], second: ColumnElement[Any]) -> ColumnElement[Any]:
    """The lesser of two values that are not NULL."""
    return case((first <= second, first), else_=second)


def by_itself(number: ColumnElement[Any]) -> ColumnElement[Any]:
    """The same number, which no index is known to order.

    Grouping a whole table by a column, SQLite follows the column's index and fetches row by row
    from all over the file; to sort the rows as they come takes a third of the time.
    """
    return number + literal(0, Integer)


class row_as_json(FunctionElement[Any]):
    """A row of a table as a JSON object: days as ISO text, numbers to their last digit."""

    type = JSON()
    inherit_cache = True

    def __init__(self, table: Table) -> None:
        super().__init__(*table.c)


@compiles(row_as_json, "sqlite")
def _json_on_sqlite(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_object({_named_values(element, compiler, 'json(exact({}))', options)})"


@compiles(row_as_json, "postgresql")
def _json_on_postgresql(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_build_object({_named_values(element, compiler, '{}', options)})"


def _named_values(element: Any, compiler: Any, real: str, options: Any) -> str:
    parts = []
    for column in element.clauses:
        value = compiler.process(column, **options)
        parts += [f"'{column.name}'", real.format(value) if _is_real(column) else value]
    return ", ".join(parts)


def _is_real(column: Any) -> bool:
    return isinstance(column.type, Double)


def day(value: date) -> ColumnElement[date]:
    """A day as a value of type DATE on every database."""
    return literal(value, Date)


def insert_unless_there(connection: Connection, table: Table) -> Any:
    """An INSERT that leaves a row alone whose key is taken."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table).on_conflict_do_nothing()
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table).on_conflict_do_nothing()


def holding(text: str) -> str:
    """A LIKE pattern (escape character `\\`) for values that hold the text somewhere."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


class days_between(FunctionElement[int]):
    """The number of days from one day to another, an integer on every database."""

    type = Integer()
    inherit_cache = True


@compiles(days_between, "sqlite")
def _days_on_sqlite(element: Any, compiler: Any, **options: Any) -> str:
    first, last = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(julianday({last}) - julianday({first}) AS INTEGER)"


@compiles(days_between, "postgresql")
def _days_on_postgresql(element: Any, compiler: Any, **options: Any) -> str:
    first, last = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({last} - {first})"
