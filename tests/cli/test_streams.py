"""Does a command behave with any terminal, encoding and reader at its other end?"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done
from tests.cli.terminals import PROGRAM, at_a_terminal, environment

Process = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def many(command_line: CommandLine, tmp_path: Path) -> str:
    """The path of a ledger in which far more people moved than a pipe holds."""
    path = str(tmp_path / "moves.db")
    done(command_line("init", path))
    people = tmp_path / "people.txt"
    people.write_text("\n".join(f"Person {number:04} Example" for number in range(2000)))
    words = ("add", "person", f"@{people}")
    done(command_line("--db", path, *words))
    return path


@pytest.mark.parametrize("format", ["table", "csv", "json", "ndjson", "markdown"])
def test_closed_pipe_is_silent(many: str, format: str) -> None:
    ask = [sys.executable, "-c", PROGRAM, "--db", many, "-q", "query", "people", "-f", format]
    with subprocess.Popen(
        ask, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


LOCALES = [
    {"LANG": "C", "LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii"},
]


@pytest.mark.parametrize("variables", LOCALES, ids=str)
def test_any_encoding_will_do(
    command_line: CommandLine, tmp_path: Path, variables: dict[str, str]
) -> None:
    path = str(tmp_path / "moves.db")
    done(command_line("init", path))
    for words in (
        ("add", "move", "何恺明", "Łukasz Example", "--to", "Acmé", "--create"),
        ("query", "moves"),
        ("query", "moves", "-f", "markdown"),
        ("show", "person:1"),
        ("query", "flows", "--open-sides", "--matrix"),
        ("add", "person", "何恺明"),
        ("show", "Łukas"),
        ("info",),
    ):
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM, "--db", path, *words],
            env=environment(**variables),
            capture_output=True,
            timeout=60,
        )
        assert run.returncode == (3 if words[-1] == "Łukas" else 0), run
        assert b"Traceback" not in run.stderr


@pytest.mark.parametrize("format", ["csv", "json", "ndjson", "tsv"])
def test_what_programs_read_is_utf_8_in_any_locale(
    talentdb: CommandLine, ledger_url: str, format: str
) -> None:
    done(talentdb("add", "person", "何恺明", "Łukasz Example"))
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--db", ledger_url, "query", "people", "-f", format],
        env=environment(PYTHONIOENCODING="latin-1"),
        capture_output=True,
        timeout=60,
    )
    assert "何恺明" in run.stdout.decode("utf-8")


def test_pipe_gets_no_escape_codes(
    summer_url: str, talentdb_process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for words in (("query", "moves"), ("show", "Ada Example"), ("query", "flows", "--matrix")):
        run = talentdb_process("--db", summer_url, *words)
        assert run.returncode == 0
        assert "\x1b" not in run.stdout + run.stderr


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_terminal_without_colour_gets_no_escape_codes(
    summer_url: str, variables: dict[str, str]
) -> None:
    for words in (("query", "moves"), ("show", "Ada Example")):
        said = at_a_terminal("--db", summer_url, *words, **variables)
        assert said.code == 0
        assert "\x1b" not in said.out + said.err


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_tables_fit_the_terminal(summer_url: str, columns: str) -> None:
    words = ("--db", summer_url, "query", "moves")
    said = at_a_terminal(*words, COLUMNS=columns, NO_COLOR="1")
    assert said.code == 0
    assert max(len(line) for line in said.out.splitlines()) <= int(columns)


def test_tables_in_pipes_are_never_folded(summer: CommandLine) -> None:
    fields = "person,from,to,date,from_title,to_title,continuity,origin,manner,status,source"
    said = done(summer("query", "moves", "--columns", fields))
    assert len(said.out.splitlines()) == 7
