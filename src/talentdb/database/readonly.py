"""How is a statement of the user's own answered, so that it cannot write?

On SQLite the file is opened for reading, query_only is on, and an authorizer lets nothing pass
but SELECT, reading a column, calling a function and recursion. On PostgreSQL the statement
becomes a cursor, which only a question can, in a READ ONLY transaction that is rolled back.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy.engine import URL

from talentdb.database.engine import (
    BUSY_SECONDS,
    engine_of,
    is_writable,
    open_ledger,
)
from talentdb.database.location import file_of, shown, url_from_text
from talentdb.database.meanings import meaning_of
from talentdb.database.spoken import (
    bare,
    check_parameters,
    may_write,
    numbered,
    refuse_reaching_out,
    refuse_what_is_no_question,
    refused,
)
from talentdb.errors import OptionMisused, TalentdbError

_ALLOWED = (
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
)
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_STEPS_BETWEEN_SIGNALS = 100_000


class Answer(NamedTuple):
    """Column names as the database gives them, and the rows, read once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@contextmanager
def answered(ledger: str, statement: str, parameters: Mapping[str, str]) -> Iterator[Answer]:
    """The answer to one statement; `parameters` are the values of its `:names`.

    Raises RuleBroken for anything but one question, OptionMisused with the database's words
    for SQL that it does not understand.
    """
    if not bare(statement).strip(" \t\r\n;"):
        raise OptionMisused("there is no statement: write one, or pipe one in and name it -.")
    refuse_reaching_out(statement)
    check_parameters(statement, parameters)
    open_ledger(ledger).dispose()
    url = url_from_text(ledger)
    answer = _from_file if file_of(url) is not None else _from_server
    with answer(url, statement, parameters) as found:
        yield found


@contextmanager
def _from_file(url: URL, statement: str, parameters: Mapping[str, str]) -> Iterator[Answer]:
    values = {name: _number_or_text(value) for name, value in parameters.items()}
    with closing(_reading_connection(Path(url.database or ""))) as connection:
        with _words_of_file(shown(url)):
            cursor = connection.execute(statement, values)
        columns = tuple(column[0] for column in cursor.description or ())
        yield Answer(columns, _rows_of_file(cursor, shown(url)))


def _reading_connection(file: Path) -> sqlite3.Connection:
    mode = "mode=ro" if is_writable(file) else "mode=ro&immutable=1"
    connection = sqlite3.connect(
        f"{file.resolve().as_uri()}?{mode}", timeout=BUSY_SECONDS, isolation_level=None, uri=True
    )
    connection.execute("PRAGMA query_only=ON")
    # SQLite answers in one go: without a pause now and then, Ctrl-C would wait for the end.
    connection.set_progress_handler(lambda: None, _STEPS_BETWEEN_SIGNALS)
    connection.set_authorizer(_authorized)
    return connection


def _authorized(action: int, *about: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _rows_of_file(cursor: sqlite3.Cursor, ledger: str) -> Iterator[tuple[Any, ...]]:
    with _words_of_file(ledger):
        yield from cursor


@contextmanager
def _words_of_file(ledger: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning) as problem:
        raise _meant_by_file(problem, ledger) from problem


def _meant_by_file(problem: Exception, ledger: str) -> BaseException:
    said = str(problem)
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return KeyboardInterrupt()
    if "not authorized" in said or code in (sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY):
        return refused("this would do more")
    if "one statement" in said:
        return refused("one statement at a time")
    return meaning_of(problem, ledger) or _not_understood(said)


def _number_or_text(value: str) -> int | str:
    return int(value) if _WHOLE_NUMBER.fullmatch(value) else value


@contextmanager
def _from_server(url: URL, statement: str, parameters: Mapping[str, str]) -> Iterator[Answer]:
    from psycopg import RawServerCursor

    refuse_what_is_no_question(statement)
    text, names = numbered(statement)
    # The server infers what each value is, so they all go as text.
    values = [parameters[name] for name in names] or None
    with engine_of(url).connect().execution_options(postgresql_readonly=True) as connection:
        connection.exec_driver_sql("SELECT 1")
        driver: Any = connection.connection.driver_connection
        with RawServerCursor(driver, "answer") as cursor:
            with _words_of_server(shown(url), statement):
                cursor.execute(text, values)
            columns = tuple(column.name for column in cursor.description or ())
            yield Answer(columns, _rows_of_server(cursor, shown(url), statement))


def _rows_of_server(cursor: Any, ledger: str, statement: str) -> Iterator[tuple[Any, ...]]:
    with _words_of_server(ledger, statement):
        yield from cursor


@contextmanager
def _words_of_server(ledger: str, statement: str) -> Iterator[None]:
    from psycopg import Error

    try:
        yield
    except Error as problem:
        meant = _meant_by_server(problem.sqlstate or "", str(problem), statement)
        raise meant or meaning_of(problem, ledger) or problem from problem


def _meant_by_server(state: str, said: str, statement: str) -> TalentdbError | None:
    """What the statement did wrong; None if it was not the statement."""
    if "multiple commands" in said:
        return refused("one statement at a time")
    # A cursor takes no write: to its grammar a DELETE is an error of syntax.
    if state in ("25006", "42501") or (state in ("42601", "0A000") and may_write(statement)):
        return refused("this would do more")
    return _not_understood(said) if state[:2] in ("", "0A", "22", "42", "54") else None


def _not_understood(said: str) -> OptionMisused:
    first = said.strip().splitlines()[0] if said.strip() else "no reason given"
    return OptionMisused(f"the database does not understand the statement: {first}.")
