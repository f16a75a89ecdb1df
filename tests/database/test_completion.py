"""Which names are found as what was typed so far, and what does it cost?"""

import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from talentdb.database.completion import MOST, organisations, people, tags
from talentdb.database.migrations import create
from talentdb.names import name_key, organisation_key, search_key


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = str(tmp_path / "100% #1.db")
    create(path)
    return path


def with_people(ledger: str, names: Iterable[str]) -> None:
    fill(ledger, "people", [(name, name_key(name), search_key(name)) for name in names])


def with_organisations(ledger: str, names: Iterable[str]) -> None:
    keys = [(name, organisation_key(name)) for name in names]
    fill(ledger, "organisations", [(name, key, search_key(key)) for name, key in keys])


def fill(ledger: str, table: str, rows: list[tuple[str, str, str]]) -> None:
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute(
            "INSERT OR IGNORE INTO change_sets (id, at, actor, command)"
            " VALUES (1, '2026-01-01', 'tester', 'add')"
        )
        connection.executemany(
            f"INSERT INTO {table} (name, name_key, search_key, change_set_id) VALUES (?, ?, ?, 1)",
            rows,
        )
        connection.commit()


def test_names_are_found_in_any_case_without_marks_and_in_any_script(ledger: str) -> None:
    with_people(ledger, ["Zoë Example", "李伟", "Łukasz Sample"])
    assert people(ledger, "zoe e") == ["Zoë Example"]
    assert people(ledger, "ZOË") == ["Zoë Example"]
    assert people(ledger, "li") == ["李伟"]
    assert people(ledger, "lu") == ["Łukasz Sample"]


def test_those_that_begin_just_as_typed_come_alone(ledger: str) -> None:
    with_people(ledger, ["Jo Example", "JO Sample"])
    assert people(ledger, "Jo") == ["Jo Example"]
    assert people(ledger, "jo") == ["Jo Example", "JO Sample"]


def test_a_name_that_two_people_bear_is_offered_once(ledger: str) -> None:
    with_people(ledger, ["Ada Example", "Ada Example"])
    assert people(ledger, "") == ["Ada Example"]


def test_a_legal_form_may_be_typed(ledger: str) -> None:
    with_organisations(ledger, ["Acme Inc.", "Acme Industries"])
    assert organisations(ledger, "Acme Inc") == ["Acme Inc."]
    assert organisations(ledger, "acme") == ["Acme Inc.", "Acme Industries"]


def test_of_many_names_the_last_shows_how_far_they_agree(ledger: str) -> None:
    with_people(ledger, [f"Aa {number:03}" for number in range(MOST * 2)] + ["Ab Last"])
    found = people(ledger, "A")
    assert len(found) == MOST + 1
    assert found[-1] == "Ab Last"


def test_names_that_nobody_can_type_are_left_out(ledger: str) -> None:
    with_people(ledger, ["Ada\nExample", "Ada\x1b[2J", "Ada Sample"])
    assert people(ledger, "ada") == ["Ada Sample"]


@pytest.mark.parametrize("ask", [people, organisations, tags])
def test_whatever_is_wrong_nothing_is_found(tmp_path: Path, ask: object) -> None:
    assert callable(ask)
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    empty = tmp_path / "empty.db"
    empty.touch()
    for where in (str(broken), str(empty), str(tmp_path), "no\0file", "postgresql://x/y", ""):
        assert ask(where, "a") == []


def test_a_locked_ledger_is_not_waited_for(ledger: str) -> None:
    with_people(ledger, ["Ada Example"])
    with closing(sqlite3.connect(ledger, isolation_level=None)) as writer:
        writer.execute("PRAGMA locking_mode=EXCLUSIVE")
        writer.execute("BEGIN EXCLUSIVE")
        assert people(ledger, "ada") in ([], ["Ada Example"])


def test_names_are_looked_up_by_an_index(ledger: str) -> None:
    with closing(sqlite3.connect(ledger)) as connection:
        for table in ("people", "person_names", "organisations", "organisation_names"):
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN SELECT name FROM {table}"
                " WHERE search_key >= ? AND search_key < ? ORDER BY search_key LIMIT 50",
                ("a", "b"),
            ).fetchall()
            assert [f"ix_{table}_search_key" in row[3] for row in plan] == [True]


def test_sqlalchemy_is_never_loaded() -> None:
    program = "import sys, talentdb.database.completion; print('sqlalchemy' in sys.modules)"
    source = str(Path(__file__).parents[2] / "src")
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env={"PYTHONPATH": source}, text=True
    )
    assert said.stdout == "False\n", said.stderr
