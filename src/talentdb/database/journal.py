"""How does SQLite keep what a ledger was before, until a change is committed?

With a write-ahead log readers and a writer work at once, but every page is written twice: into the
log, and from there into the file. With a rollback journal each is written once, and a reader waits.
Either way a crash leaves the ledger as before or as after.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection

# Bytes; twice what SQLite takes by itself, so that a large ledger has half as many to look after.
_PAGE = 8192


def begin_file(connection: Any) -> None:
    """Prepares an empty file for a ledger: the size of its pages, and a write-ahead log."""
    connection.execute(f"PRAGMA page_size={_PAGE}")
    use_write_ahead_log(connection)


def use_write_ahead_log(connection: Any) -> None:
    """From now on readers and a writer work at once; the file of this connection keeps it."""
    _use(connection, "WAL")


@contextmanager
def each_page_once(connection: Connection) -> Iterator[None]:
    """While the block fills a new ledger, its pages are written once; readers wait for the commit.

    Only of a ledger in which nothing was ever written, so that there is nothing to wait for; and
    not where somebody else has it open. PostgreSQL sees to this itself.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    with closing(connection.connection.cursor()) as cursor:
        is_new = not cursor.execute("SELECT 1 FROM change_sets LIMIT 1").fetchall()
        if is_new:
            _use(cursor, "DELETE")
        try:
            yield
        finally:
            if is_new:
                use_write_ahead_log(cursor)


def _use(connection: Any, mode: str) -> None:
    """Changes the mode, unless somebody else has the ledger open: whoever writes next does then."""
    try:
        connection.execute(f"PRAGMA journal_mode={mode}").fetchall()
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
