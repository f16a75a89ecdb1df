"""What does an error of a database driver say about the ledger?"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from talentdb.database.location import shown
from talentdb.errors import (
    LedgerDiskRefuses,
    LedgerIsLocked,
    LedgerIsReadOnly,
    LedgerUnreachable,
    NotALedger,
    TalentdbError,
)


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Driver errors whose meaning is known become sentences; all others stay what they are.

    What fails because it was interrupted is the interruption.
    """
    try:
        yield
    except drivers_errors() as problem:
        if _came_of_interruption(problem):
            raise KeyboardInterrupt from problem
        meaning = meaning_of(getattr(problem, "orig", problem), shown(url))
        if meaning is None:
            raise
        raise meaning from problem


def drivers_errors() -> tuple[type[Exception], ...]:
    """What a driver raises, by way of SQLAlchemy or where rows go to it directly (`bulk`)."""
    psycopg = sys.modules.get("psycopg")  # an extra, and loaded only for PostgreSQL
    return (DBAPIError, sqlite3.Error, *((psycopg.Error,) if psycopg else ()))


def _came_of_interruption(problem: BaseException) -> bool:
    """Whether it was raised on the way out after Ctrl-C, where a connection is broken off."""
    before = problem.__context__
    return before is not None and (
        isinstance(before, KeyboardInterrupt) or _came_of_interruption(before)
    )


def meaning_of(problem: Any, ledger: str) -> TalentdbError | None:
    """What a driver's error says about the ledger, if that is known."""
    said = str(problem)
    if isinstance(problem, sqlite3.Error):
        code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
        return {
            sqlite3.SQLITE_NOTADB: NotALedger(ledger),
            sqlite3.SQLITE_BUSY: LedgerIsLocked(ledger),
            sqlite3.SQLITE_LOCKED: LedgerIsLocked(ledger),
            sqlite3.SQLITE_READONLY: LedgerIsReadOnly(ledger),
            sqlite3.SQLITE_CANTOPEN: LedgerUnreachable(ledger, "its file cannot be opened"),
            sqlite3.SQLITE_CORRUPT: LedgerUnreachable(ledger, "the file is damaged"),
            sqlite3.SQLITE_FULL: LedgerDiskRefuses(ledger, "it is full"),
            sqlite3.SQLITE_IOERR: LedgerDiskRefuses(ledger, "an I/O error"),
        }.get(code)
    state = getattr(problem, "sqlstate", None)
    if state is None and type(problem).__name__ == "OperationalError":
        return LedgerUnreachable(ledger, said.splitlines()[0])
    if state in ("25006", "42501"):
        return LedgerIsReadOnly(ledger)
    if state in ("55P03", "40P01"):
        return LedgerIsLocked(ledger)
    if state == "53100":
        return LedgerDiskRefuses(ledger, "it is full")
    return None
