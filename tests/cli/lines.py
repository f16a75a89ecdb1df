"""How does a test type a command line, and what is in the ledger afterwards?"""

import csv
import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import select

from talentdb.database.engine import open_ledger
from talentdb.schema import metadata


class Said(NamedTuple):
    """What a command line came to: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


CommandLine: TypeAlias = Callable[..., Said]
Contents: TypeAlias = dict[str, list[tuple[Any, ...]]]


def everything(url: str) -> Contents:
    """All rows of all tables, read through a connection of its own."""
    engine = open_ledger(url)
    with engine.connect() as connection:
        contents = {
            table.name: [
                tuple(row)
                for row in connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return contents


def stored(url: str, table: str, *fields: str) -> list[Any]:
    """Some columns of a table in the order of its ids: tuples, or values if it is one column."""
    engine = open_ledger(url)
    known = metadata.tables[table]
    with engine.connect() as connection:
        statement = select(*(known.c[field] for field in fields)).order_by(*known.primary_key)
        rows = [tuple(row) for row in connection.execute(statement)]
    engine.dispose()
    return [row[0] for row in rows] if len(fields) == 1 else rows


def done(said: Said) -> Said:
    """The same, once it is clear that the command did what it was asked."""
    assert said.code == 0, said
    return said


def json_rows(talentdb: CommandLine, *words: str) -> list[dict[str, Any]]:
    """What a question answers, as `--json` says it."""
    rows = json.loads(done(talentdb(*words, "--json")).out)
    assert isinstance(rows, list)
    return rows


def csv_rows(text: str) -> list[list[str]]:
    """The cells of a csv, with its header."""
    return list(csv.reader(io.StringIO(text, newline="")))
