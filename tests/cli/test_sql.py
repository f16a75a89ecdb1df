"""Does `talentdb sql` answer questions?"""

import io
import json
import os
import signal
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from talentdb.cli import main
from talentdb.database.migrations import create
from tests.cli.lines import CommandLine, done, json_rows

PEOPLE = "select name, id from people order by id"


@pytest.mark.parametrize(
    "statement", ["select from from", "select nothing from people", "select * from nowhere"]
)
def test_sql_that_is_not_understood_is_told_in_the_words_of_the_database(
    talentdb: CommandLine, statement: str
) -> None:
    said = talentdb("sql", statement)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("talentdb: the database does not understand the statement: ")
    assert statement.split()[1] in said.err or "nowhere" in said.err


@pytest.mark.parametrize("statement", ["", "  ", ";", " -- nothing\n", "/* nothing */ ;"])
def test_no_statement_is_told(talentdb: CommandLine, statement: str) -> None:
    said = talentdb("sql", statement)
    assert said.code == 2
    assert "there is no statement" in said.err


def test_every_format_and_every_reading_option_is_understood(summer: CommandLine) -> None:
    rows = json_rows(summer, "sql", f"{PEOPLE} -- by id")
    assert rows[0] == {"name": "Ada Example", "id": 1}
    said = done(summer("sql", f"{PEOPLE};", "-f", "csv", "-n", "2", "--sort", "-name"))
    assert said.out.splitlines()[0] == "name,id"
    assert len(said.out.splitlines()) == 3
    assert done(summer("sql", PEOPLE, "--count")).out == f"{len(rows)}\n"
    assert done(summer("sql", PEOPLE, "--columns", "id", "-n", "1", "-f", "tsv")).out == "id\n1\n"
    table = done(summer("sql", PEOPLE)).out.splitlines()
    assert table[2].split() == ["Ada", "Example", "1"]


def test_views_and_recursion_and_with_and_values_are_read(summer: CommandLine) -> None:
    words = "select person from v_moves where to_organisation = 'Globex' order by person"
    assert [row["person"] for row in json_rows(summer, "sql", words)] == [
        "Ada Example", "Bob Sample",
    ]  # fmt: skip
    count = (
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) "
        "select i from n"
    )
    assert [row["i"] for row in json_rows(summer, "sql", count)] == [1, 2, 3]
    assert len(json_rows(summer, "sql", "values (1), (2)")) == 2


def test_values_are_bound_by_name(summer: CommandLine) -> None:
    words = ("select :what as what, id from people where id = :id and name <> ':no' and "
             "':no /*' <> name -- :no")  # fmt: skip
    rows = json_rows(summer, "sql", words, "--param", "id=1", "--param", "what=o'x=%s $1")
    assert rows == [{"what": "o'x=%s $1", "id": 1}]


def test_a_whole_number_compares_as_a_number_and_as_a_text(summer: CommandLine) -> None:
    words = "select count(*) as n from people having count(*) > :least"
    assert json_rows(summer, "sql", words, "--param", "least=3") != []
    words = "select person from v_roles where started = :year"
    assert len(json_rows(summer, "sql", words, "--param", "year=2015")) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("select :x",), "the statement names :x: add --param x=VALUE."),
        (("select 1", "--param", "x=1"), "--param x: the statement does not name :x."),
        (("select :x", "--param", "x"), "--param takes NAME=VALUE, not 'x'."),
        (("select :x", "--param", "x=1", "--param", "x=2"), "--param x is given twice"),
    ],
)
def test_values_that_do_not_fit_the_statement_are_told(
    talentdb: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    said = talentdb("sql", *words)
    assert said.code == 2
    assert sentence in said.err


def test_columns_of_one_name_are_told_apart(talentdb: CommandLine) -> None:
    words = "select 1 as a, 2 as a, 3 as a_2, 4 as a"
    assert json_rows(talentdb, "sql", words) == [{"a": 1, "a_3": 2, "a_2": 3, "a_4": 4}]


def test_no_rows_keep_their_header_and_say_so(talentdb: CommandLine) -> None:
    said = done(talentdb("sql", "select id, name from people", "-f", "csv"))
    assert (said.out, said.err) == ("id,name\n", "Nothing found.\n")


def test_the_statement_may_come_from_stdin(
    summer: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\ufeffselect name\nfrom people where id = 1\n"))
    assert done(summer("sql", "-", "-f", "csv")).out == "name\nAda Example\n"


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_types_of_the_server_are_shown(talentdb: CommandLine) -> None:
    words = (
        "select '\\x00ff'::bytea as b, array[1, 2] as l, interval '1 day' as i, null as n, "
        "'{\"a\": 1}'::jsonb as j, date '2025-01-02' as d, 1.5::numeric as f, e'it\\'s :x' as t, "
        "$x$ :y $x$ as u"
    )
    assert json_rows(talentdb, "sql", words) == [
        {"b": "00ff", "l": [1, 2], "i": "1 day, 0:00:00", "n": None, "j": {"a": 1},
         "d": "2025-01-02", "f": 1.5, "t": "it's :x", "u": " :y "}
    ]  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "100% #1?.db"
    create(str(path))
    return path


def test_bytes_of_a_file_are_shown_in_hexadecimal(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("--db", str(file), "sql", "select x'00ff' as b", "--json")) == 0
    assert json.loads(capsys.readouterr().out) == [{"b": "00ff"}]


def test_a_word_that_is_no_sql_is_told_in_the_words_of_the_file(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("--db", str(file), "sql", "selec 1")) == 2
    assert 'near "selec": syntax error' in capsys.readouterr().err


def test_a_file_that_is_not_writable_is_read(
    file: Path, talentdb_process: Callable[..., CompletedProcess[str]]
) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.chmod(stat.S_IRUSR)
    said = talentdb_process("--db", str(file), "sql", "select count(*) as n from people", "--json")
    assert (said.returncode, said.stdout) == (0, '[\n{"n": 0}\n]\n'), said


def test_reading_does_not_wait_for_a_writer(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert main(("--db", str(file), "sql", "select count(*) as n from people")) == 0
    assert capsys.readouterr().out


def test_a_missing_ledger_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("--db", str(tmp_path / "none.db"), "sql", "select 1")) == 5
    assert "there is no ledger at" in capsys.readouterr().err
    assert list(tmp_path.glob("none*")) == []


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_an_endless_question_can_be_interrupted(talentdb: CommandLine) -> None:
    endless = "with recursive n(i) as (select 1 union all select i from n) select count(*) from n"
    interrupt = threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT))
    interrupt.start()
    said = talentdb("sql", endless)
    interrupt.join()
    assert (said.code, said.out) == (130, "")
