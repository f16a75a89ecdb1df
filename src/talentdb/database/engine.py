"""How is a ledger opened, and what does each database need before its first statement?"""

import os
import re
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.pool import NullPool

from talentdb.database.journal import use_write_ahead_log
from talentdb.database.location import file_of, shown, url_from_text
from talentdb.database.meanings import translated
from talentdb.errors import (
    LedgerIsNewer,
    LedgerIsReadOnly,
    LedgerMissing,
    LedgerNotUpgraded,
    LedgerUnreachable,
    NotALedger,
)
from talentdb.schema import REVISION

BUSY_SECONDS = 5.0
WRITERS = 7_411_605  # the lock's number, the same in every version
_OURS = re.compile(r"\d{4}\Z", re.ASCII)


def open_ledger(ledger: str, write: bool = False, in_bulk: bool = False) -> Engine:
    """The engine of an existing ledger of just this version; `write` takes the writer's lock.

    With `in_bulk` SQLite checks no reference, row by row: the writer checks them all at the end
    (`references.check_references`). Raises an error with exit code 5 if the ledger is missing,
    older, newer or none at all.
    """
    url = url_from_text(ledger)
    file = file_of(url)
    if file is not None:
        refuse_what_is_no_file(file)
        if write and not is_writable(file):
            raise LedgerIsReadOnly(shown(url))
    engine = engine_of(url, write, in_bulk)
    with translated(url), engine.connect() as connection:
        check_revision(connection, shown(url))
        if write and file is not None:
            connection.rollback()
            # A crash of a large import may have left it without.
            use_write_ahead_log(connection.connection.cursor())
    return engine


def engine_of(url: URL, write: bool = False, in_bulk: bool = False) -> Engine:
    """An engine that opens explicit transactions; on SQLite nothing begins behind our back."""
    if url.drivername != "sqlite":
        engine = sqlalchemy.create_engine(url, poolclass=NullPool)
        if write:
            event.listen(engine, "begin", wait_for_other_writers)
        return engine
    file = Path(url.database or "")
    target = str(file)
    uri = not write and not is_writable(file)
    if uri:
        # Without leave to write SQLite cannot begin a log, unless told that the file is at rest;
        # told so, it overlooks the log of somebody who is writing.
        real = file.resolve()
        unsettled = any(Path(f"{real}-{kept}").exists() for kept in ("wal", "journal"))
        at_rest = "" if unsettled else "&immutable=1"
        target = f"{real.as_uri()}?mode=ro{at_rest}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            target, timeout=BUSY_SECONDS, isolation_level=None, uri=uri, check_same_thread=False
        )
        connection.execute(f"PRAGMA foreign_keys={'OFF' if in_bulk else 'ON'}")
        # SQLite's own knows A to Z alone, and PostgreSQL's all letters.
        connection.create_function("lower", 1, lowered, deterministic=True)
        # Its own JSON has 15 digits of a number, too few to be the same again.
        connection.create_function("exact", 1, exact, deterministic=True)
        return connection

    engine = sqlalchemy.create_engine("sqlite://", creator=connect, poolclass=NullPool)
    begin = "BEGIN IMMEDIATE" if write else "BEGIN"

    @event.listens_for(engine, "begin")
    def begin_explicitly(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def wait_for_other_writers(connection: Connection) -> None:
    """One at a time, as on SQLite: else a before-image could be older than what it undoes."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(BUSY_SECONDS * 1000)}")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def lowered(value: Any) -> Any:
    """A text in small letters of every script; what is no text as it is."""
    return value.lower() if isinstance(value, str) else value


def exact(value: float | None) -> str | None:
    """A number in as many digits as it takes to read the same one back."""
    return None if value is None else repr(value)


def refuse_what_is_no_file(file: Path) -> None:
    """Missing and unreadable files, and folders, are told before the driver sees them."""
    try:
        exists, is_directory = file.exists(), file.is_dir()
    except OSError as problem:
        raise LedgerUnreachable(str(file), problem.strerror or str(problem)) from problem
    if not exists:
        raise LedgerMissing(str(file))
    if is_directory:
        raise NotALedger(str(file))
    if not os.access(file, os.R_OK):
        raise LedgerUnreachable(str(file), "you may not read it; ask its owner")


def is_writable(file: Path) -> bool:
    """Whether both the file and its folder can be written (SQLite writes beside the file)."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def revision(connection: Connection, ledger: str) -> str | None:
    """The migration that the ledger is at; None where there is no ledger.

    Raises NotALedger where another program keeps its own revision.
    """
    try:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    except (OperationalError, ProgrammingError) as problem:
        if "alembic_version" not in str(problem.orig):
            raise
        connection.rollback()
        return None
    if found is not None and not _OURS.match(str(found)):
        raise NotALedger(ledger)
    return None if found is None else str(found)


def check_revision(connection: Connection, ledger: str) -> None:
    """Refuses a ledger that this version of talentdb was not written for."""
    found = revision(connection, ledger)
    if found is None:
        raise NotALedger(ledger)
    if found < REVISION:
        raise LedgerNotUpgraded(ledger)
    if found > REVISION:
        raise LedgerIsNewer(ledger)
