"""What can be done with a ledger that one may only read, or not even that?"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from talentdb.database.engine import open_ledger
from talentdb.database.migrations import create

SOURCE = Path(__file__).parents[2] / "src"
# It becomes the stranger only after it has loaded everything: Python itself may lie in /root.
OPENS = """
import os, sys
import sqlalchemy.dialects.sqlite
from talentdb.database.engine import open_ledger
from talentdb.errors import TalentdbError
open_ledger(sys.argv[3]).dispose()
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    with open_ledger(sys.argv[1], write=sys.argv[2] == "write").connect() as connection:
        print(connection.exec_driver_sql("SELECT COUNT(*) FROM change_sets").scalar())
except TalentdbError as error:
    print(type(error).__name__, error.exit_code)
"""


@pytest.fixture
def ledger() -> Iterator[Path]:
    """A ledger where everybody may look, in a place that everybody can reach."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "a # %20 ? b"
        create(str(place / "moves.db"))
        create(str(place / "other.db"))
        for each in (Path(folder), place):
            each.chmod(0o755)
        (place / "moves.db").chmod(0o644)
        yield place / "moves.db"
        place.chmod(0o755)


def opened(ledger: Path, purpose: str) -> str:
    """How many change sets a stranger finds, or which error (root may write everywhere)."""
    if os.geteuid() != 0:  # what is closed to others is closed to us
        ledger.chmod(ledger.stat().st_mode % 0o10 * 0o100)
        ledger.parent.chmod(0o555)
    finished = subprocess.run(
        [sys.executable, "-c", OPENS, str(ledger), purpose, str(ledger.with_name("other.db"))],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        encoding="utf-8",
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout.strip()


def add_change_set(ledger: Path) -> None:
    with open_ledger(str(ledger), write=True).begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO change_sets (at, actor, command) VALUES ('2026-01-01', 'a', 'b')"
        )


def test_ledger_that_one_may_only_read_can_be_read(ledger: Path) -> None:
    add_change_set(ledger)
    assert opened(ledger, "read") == "1"


def test_ledger_that_one_may_only_read_refuses_a_writer(ledger: Path) -> None:
    before = ledger.read_bytes()
    assert opened(ledger, "write") == "LedgerIsReadOnly 5"
    assert ledger.read_bytes() == before


def test_reader_without_permission_to_write_sees_what_a_writer_has_just_written(
    ledger: Path,
) -> None:
    with closing(open_ledger(str(ledger)).connect()) as other:  # so that the log is kept apart
        other.exec_driver_sql("SELECT COUNT(*) FROM people").scalar()
        add_change_set(ledger)
        assert ledger.with_name("moves.db-wal").stat().st_size > 0
        assert opened(ledger, "read") == "1"


def test_file_in_a_folder_that_takes_no_file_cannot_be_written(ledger: Path) -> None:
    ledger.chmod(0o666)
    assert opened(ledger, "write") == "LedgerIsReadOnly 5"


def test_ledger_that_one_may_not_read_says_so(ledger: Path) -> None:
    ledger.chmod(0o600)
    assert opened(ledger, "read") == "LedgerUnreachable 5"
