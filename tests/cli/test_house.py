"""Do `init`, `info`, `upgrade` and `demo` say what they did, once and twice?"""

import os
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from talentdb.schema import REVISION
from tests.cli.lines import CommandLine, done, everything, json_rows
from tests.cli.terminals import at_a_terminal


def test_init_makes_a_private_ledger_once(command_line: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "moves.db"
    assert done(command_line("init", str(path))).out == f"New ledger: {path}\n"
    assert path.stat().st_mode & 0o777 == 0o600
    done(command_line("--db", str(path), "add", "person", "Ada Example"))
    before = everything(str(path))
    said = done(command_line("init", str(path)))
    assert said.out == f"{path} is a ledger already: unchanged.\n"
    assert everything(str(path)) == before


def test_init_takes_the_ledger_from_db_or_the_default(
    command_line: CommandLine, tmp_path: Path
) -> None:
    done(command_line("init", "--db", str(tmp_path / "moves.db")))
    assert (tmp_path / "moves.db").exists()
    done(command_line("init"))
    assert (Path(os.environ["XDG_DATA_HOME"]) / "talentdb" / "talentdb.db").exists()


def test_init_leaves_another_file_alone(command_line: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Ada went to Globex.\n" * 100)
    said = command_line("init", str(file))
    assert (said.code, said.out) == (5, "")
    assert file.read_text() == "Ada went to Globex.\n" * 100


def test_init_in_a_missing_folder_is_refused_or_made(
    command_line: CommandLine, tmp_path: Path
) -> None:
    said = command_line("init", str(tmp_path / "there" / "moves.db"))
    assert said.code in (0, 5)
    assert "Traceback" not in said.err


def test_info_counts_what_the_ledger_holds(summer: CommandLine) -> None:
    facts = {row["what"]: row["value"] for row in json_rows(summer, "info")}
    assert facts["people"] == 7
    assert facts["organisations"] == 4
    assert facts["revision"] == REVISION
    assert facts["as_of"] == "2025-07-01"


def test_info_hides_the_password(command_line: CommandLine) -> None:
    said = command_line("info", "--db", "postgresql://ada:secret@127.0.0.1:1/moves")
    assert said.code == 5
    assert "secret" not in said.err


def test_upgrade_of_a_ledger_of_today_changes_nothing(
    command_line: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "moves.db"
    done(command_line("init", str(path)))
    said = done(command_line("upgrade", "--db", str(path)))
    assert said.out == f"{path} is up to date (revision {REVISION}).\n"
    assert sorted(file.suffix for file in tmp_path.glob("moves*.db")) == [".db"]


def test_demo_twice_prints_the_same_and_writes_nothing(
    command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = done(command_line("demo"))
    before = everything("talentdb-demo.db")
    assert done(command_line("demo")).out == first.out
    assert everything("talentdb-demo.db") == before
    assert [file.name for file in tmp_path.glob("*.db")] == ["talentdb-demo.db"]


def test_demo_fits_a_small_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = at_a_terminal("demo", COLUMNS="80", NO_COLOR="1")
    assert said.code == 0
    lines = said.out.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


def test_demo_suggests_what_asks_its_own_ledger(command_line: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "here.db"
    assert f"talentdb --db {path} " in done(command_line("demo", "--db", str(path))).out


def test_what_the_demo_suggests_works(
    command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = done(command_line("demo")).out
    suggested = [line for line in out.splitlines() if line.startswith("  talentdb ")]
    assert suggested
    for line in suggested:
        assert done(command_line(*shlex.split(line)[1:])).out


def test_older_ledger_is_refused_until_upgraded(command_line: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "moves.db"
    done(command_line("init", str(path)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
        connection.commit()
    said = command_line("query", "people", "--db", str(path))
    assert said.code == 5
    assert "run `talentdb upgrade` first." in said.err
