"""What is said of a database that cannot be opened, read or written?"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy

from talentdb.schema import REVISION
from tests.cli.lines import CommandLine, done, everything
from tests.cli.terminals import environment

# What is not loaded before may lie where nobody may look: so all is done once before.
AS_NOBODY = """
import io, os, sys
from contextlib import redirect_stderr, redirect_stdout
from talentdb.cli import main
words = sys.argv[1:]
with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
    main([*words, *(["--dry-run"] if "add" in words else [])])
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
sys.exit(main(words))
"""
ADD = ("add", "person", "Ada Example")
ASK = ("query", "people")
BOTH = pytest.mark.parametrize("words", [ADD, ASK], ids=["add", "query"])


@pytest.fixture
def ledger(command_line: CommandLine, tmp_path: Path) -> Path:
    """The path of a ledger with one person."""
    path = tmp_path / "moves.db"
    done(command_line("init", str(path)))
    done(command_line("--db", str(path), "add", "person", "Bob Sample"))
    return path


@BOTH
@pytest.mark.parametrize(
    ("revision", "sentence"),
    [
        ("9999", "was made by a newer talentdb: update talentdb to use it."),
        ("0000", "was made by an older talentdb: run `talentdb upgrade` first."),
    ],
)
def test_ledger_of_another_version(
    talentdb: CommandLine, ledger_url: str, words: tuple[str, ...], revision: str, sentence: str
) -> None:
    before = everything(ledger_url)
    reset_revision(ledger_url, revision)
    said = talentdb(*words)
    assert (said.code, said.out) == (5, "")
    assert sentence in said.err
    reset_revision(ledger_url, REVISION)
    assert everything(ledger_url) == before


def reset_revision(url: str, revision: str) -> None:
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)
    with engine.begin() as connection:
        statement = sqlalchemy.text("UPDATE alembic_version SET version_num = :revision")
        connection.execute(statement, {"revision": revision})


@BOTH
def test_folder_is_no_ledger(
    command_line: CommandLine, tmp_path: Path, words: tuple[str, ...]
) -> None:
    said = command_line(*words, "--db", str(tmp_path))
    assert said.code == 5
    assert said.err == (f"talentdb: {tmp_path} is not a talentdb ledger: name another with --db.\n")


@BOTH
@pytest.mark.parametrize("content", [b"", b"Ada\n", b"Ada went to Globex.\n" * 500])
def test_other_files_are_no_ledger(
    command_line: CommandLine, tmp_path: Path, words: tuple[str, ...], content: bytes
) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    said = command_line(*words, "--db", str(file))
    assert said.code == 5
    assert "is not a talentdb ledger" in said.err
    assert file.read_bytes() == content


@BOTH
def test_database_of_another_program(
    command_line: CommandLine, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE people (name TEXT)")
        connection.commit()
    said = command_line(*words, "--db", str(file))
    assert said.code == 5
    assert "is not a talentdb ledger" in said.err


@BOTH
@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ada:secret@127.0.0.1:1/moves",
        "postgresql://ada:secret@nowhere.invalid/moves",
        "mysql://ada:secret@localhost/moves",
        "postgresql://ada:secret@localhost:port/moves",
    ],
)
def test_no_such_server(command_line: CommandLine, words: tuple[str, ...], address: str) -> None:
    said = command_line(*words, "--db", address)
    assert (said.code, said.out) == (5, "")
    assert "cannot be opened" in said.err
    assert "secret" not in said.err
    assert len(said.err.splitlines()) == 1


def test_locked_ledger(command_line: CommandLine, ledger: Path) -> None:
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        said = command_line("--db", str(ledger), *ADD)
        assert done(command_line("--db", str(ledger), *ASK)).out
        connection.execute("ROLLBACK")
    assert (said.code, said.out) == (5, "")
    assert "is being written by another process: try again when it is done." in said.err


@pytest.fixture
def open_ledger(ledger: Path) -> Iterator[Path]:
    """The ledger where others may go: pytest's folders are private."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield ledger.rename(Path(folder) / "moves.db")


def as_nobody(ledger: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Runs as a user who owns nothing."""
    return subprocess.run(
        [sys.executable, "-c", AS_NOBODY, "--db", str(ledger), *words],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become another user")
@BOTH
def test_ledger_that_may_not_be_read(open_ledger: Path, words: tuple[str, ...]) -> None:
    said = as_nobody(open_ledger, *words)
    assert (said.returncode, said.stdout) == (5, "")
    assert "cannot be opened: you may not read it; ask its owner" in said.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become another user")
def test_ledger_that_may_only_be_read(open_ledger: Path) -> None:
    open_ledger.chmod(0o644)
    before = everything(str(open_ledger))
    said = as_nobody(open_ledger, *ASK)
    assert said.returncode == 0, said
    assert "Bob Sample" in said.stdout
    said = as_nobody(open_ledger, *ADD)
    assert (said.returncode, said.stdout) == (5, "")
    assert "cannot be written: its file or folder is read-only for you." in said.stderr
    assert everything(str(open_ledger)) == before
