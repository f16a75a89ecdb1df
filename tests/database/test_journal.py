"""Is a new ledger filled without a log, and has every ledger one afterwards?"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from talentdb.database.engine import open_ledger
from talentdb.database.journal import each_page_once
from talentdb.database.migrations import create
from tests.builders import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "moves.db"
    create(str(path))
    return path


def mode(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def modes_of_filling(path: Path) -> Iterator[str]:
    """How a change is kept while it is made, and afterwards."""
    with open_ledger(str(path), write=True, in_bulk=True).connect() as connection:
        with each_page_once(connection), connection.begin():
            yield str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())
            Ledger(connection).person("Ada Example")
        yield mode(path)


def test_only_a_new_ledger_is_filled_without_a_log(ledger: Path) -> None:
    assert list(modes_of_filling(ledger)) == ["delete", "wal"]
    assert list(modes_of_filling(ledger)) == ["wal", "wal"]


def test_whoever_has_it_open_is_not_made_to_wait(ledger: Path) -> None:
    with closing(sqlite3.connect(ledger)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM people").fetchall()
        assert list(modes_of_filling(ledger)) == ["wal", "wal"]


def test_the_next_writer_brings_back_the_log_that_a_crash_has_left_out(ledger: Path) -> None:
    with closing(sqlite3.connect(ledger)) as crashed:
        crashed.execute("PRAGMA journal_mode=DELETE")
    with open_ledger(str(ledger)).connect():
        assert mode(ledger) == "delete"
    with open_ledger(str(ledger), write=True).connect():
        assert mode(ledger) == "wal"
