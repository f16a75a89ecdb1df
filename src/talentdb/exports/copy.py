"""How does a ledger become a clean SQLite file, without its history, to be published?

The file is filled from nothing, so no page of it holds what was edited, removed or undone; one
change set, of the time of the last change, stands for all of them. Every fact keeps its id, but in
a redacted copy: ids tell in which order people came, which may be that of their names.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from talentdb.database.engine import engine_of
from talentdb.database.location import url_from_text
from talentdb.database.migrations import create
from talentdb.exports.csv import export_directory
from talentdb.imports.documents import files_in
from talentdb.imports.pipeline import import_files
from talentdb.queries.changes import last_change_at
from talentdb.schema import change_sets, changes, metadata
from talentdb.writes.change_sets import Author, ChangeSet

_PORTION = 5000
_ONLY = 1
_AUTHOR, _COMMAND = "talentdb", "talentdb export"


def write_copy(connection: Connection, file: Path, redact: bool = False) -> int:
    """Fills a file that is not there yet with all that is recorded; the number of its rows.

    The file is at rest: nothing stands beside it, and it may lie where nobody can write.
    Redacted it is what an import of redacted CSV files makes; the rows are then those of these.
    """
    create(str(file))
    engine = engine_of(url_from_text(str(file)), write=True)
    try:
        with engine.begin() as copy:
            count = _redacted(connection, copy) if redact else _copied(connection, copy)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("VACUUM")
    return count


def _copied(connection: Connection, copy: Connection) -> int:
    at = connection.scalar(last_change_at())
    if at is not None:
        told = {"actor": _AUTHOR, "command": _COMMAND}
        copy.execute(insert(change_sets), {"id": _ONLY, "at": at, **told})
    kept = (table for table in metadata.sorted_tables if table not in (change_sets, changes))
    return sum(_fill(connection, copy, table) for table in kept)


def _redacted(connection: Connection, copy: Connection) -> int:
    with tempfile.TemporaryDirectory() as folder:
        export_directory(connection, Path(folder), replace=True, redact=True)
        at = connection.scalar(last_change_at()) or datetime.min
        change = ChangeSet(copy, Author(_AUTHOR, _COMMAND, at))
        rows = import_files(change, files_in(Path(folder))).rows
        change.finish(_COMMAND)
    return rows


def _fill(connection: Connection, copy: Connection, table: Table) -> int:
    count = 0
    statement = select(table).order_by(*table.primary_key)
    with connection.execute(statement, execution_options={"yield_per": _PORTION}) as rows:
        for portion in rows.mappings().partitions():
            copy.execute(insert(table), [_under_one_change(dict(row)) for row in portion])
            count += len(portion)
    return count


def _under_one_change(row: dict[str, Any]) -> dict[str, Any]:
    return row if row.get("change_set_id") is None else {**row, "change_set_id": _ONLY}
