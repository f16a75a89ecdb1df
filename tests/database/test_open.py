"""What does opening a ledger say when it cannot be opened?"""

import sqlite3
from pathlib import Path
from threading import Timer

import pytest

from talentdb.database import engine as engine_module
from talentdb.database.engine import open_ledger
from talentdb.database.location import url_from_text
from talentdb.database.meanings import translated
from talentdb.database.migrations import create
from talentdb.errors import (
    LedgerIsLocked,
    LedgerMissing,
    LedgerUnreachable,
    NotALedger,
    TalentdbError,
)
from tests.database.snapshots import sqlite_file


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    create(str(tmp_path / "moves.db"))
    return tmp_path / "moves.db"


@pytest.mark.parametrize("write", [False, True])
def test_missing_ledger_is_said_and_not_made(tmp_path: Path, write: bool) -> None:
    with pytest.raises(LedgerMissing, match=r"talentdb init .*none\.db") as refused:
        open_ledger(str(tmp_path / "none.db"), write)
    assert refused.value.exit_code == 5
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("kind", ["folder", "text", "foreign", "empty"])
def test_what_is_no_ledger_is_said_and_left_alone(tmp_path: Path, kind: str, write: bool) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "foreign":
        sqlite_file(path, "CREATE TABLE theirs (id INTEGER)")
    else:
        path.write_text("Ada Example joined Globex.\n" * 100 if kind == "text" else "")
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotALedger, match="is not a talentdb ledger"):
        open_ledger(str(path), write)
    assert list(tmp_path.iterdir()) == [path]
    assert (path.read_bytes() if path.is_file() else None) == before


def test_second_writer_is_told_that_another_is_writing(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerIsLocked, match="being written by another process"):
        open_ledger(str(ledger), write=True)
    open_ledger(str(ledger)).dispose()
    other.close()


def test_writer_waits_for_another_that_soon_finishes(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(ledger, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = Timer(0.2, other.rollback)
    timer.start()
    open_ledger(str(ledger), write=True).dispose()
    timer.join()
    other.close()


def test_damaged_ledger_is_said(ledger: Path) -> None:
    with open_ledger(str(ledger), write=True).begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO change_sets (at, actor, command) VALUES ('2026-01-01', 'a', 'b')"
        )
    content = bytearray(ledger.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    ledger.write_bytes(content)
    with pytest.raises(LedgerUnreachable, match="damaged"):
        open_ledger(str(ledger))


def test_server_that_is_not_there_is_said_without_the_password() -> None:
    url = "postgresql://ada:secret@127.0.0.1:1/talent?connect_timeout=2"
    with pytest.raises(LedgerUnreachable, match=r"ada:\*\*\*@127\.0\.0\.1") as refused:
        open_ledger(url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("text", ["mysql://host/talent", "postgresql://host:port/talent"])
def test_url_that_leads_nowhere_is_refused(text: str) -> None:
    with pytest.raises(LedgerUnreachable):
        url_from_text(text)


@pytest.mark.parametrize("text", ["postgresql://host/talent", "postgres://host/talent"])
def test_server_is_reached_by_psycopg_3(text: str) -> None:
    assert url_from_text(text).drivername == "postgresql+psycopg"


def test_error_of_unknown_meaning_stays_what_it_is(ledger: Path) -> None:
    url = url_from_text(str(ledger))
    with (
        pytest.raises(Exception, match="no such table: nobody") as kept,
        translated(url),
        open_ledger(str(ledger)).connect() as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM nobody")
    assert not isinstance(kept.value, TalentdbError)


def test_what_fails_on_the_way_out_after_ctrl_c_is_ctrl_c(ledger: Path) -> None:
    with pytest.raises(KeyboardInterrupt), translated(url_from_text(str(ledger))):
        try:
            raise KeyboardInterrupt
        finally:
            raise sqlite3.OperationalError("the connection is closed")
