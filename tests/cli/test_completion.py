"""Does TAB offer names, in every shell, and keep quiet when it cannot?"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done
from tests.cli.terminals import PROGRAM, environment

Tab = Callable[..., list[str]]

COMMANDS = (
    ("init",),
    ("add", "person", "Ada Example", "Ada Sample", "Bob O'Case", 'Cy "The $Boss" [x]', "-q"),
    ("add", "alias", "Bob O'Case", "Ada's Brother"),
    ("add", "organisation", "Acme Inc.", "Åkesson Labs"),
    ("add", "tag", "Ada Example", "reasoning"),
)


@pytest.fixture
def ledger(command_line: CommandLine, tmp_path: Path) -> str:
    path = str(tmp_path / "ledger.db")
    for words in COMMANDS:
        done(command_line("--db", path, *words))
    return path


@pytest.fixture
def tab(ledger: str) -> Tab:
    """Call it with a line as typed; what bash is offered for the word at its end."""

    def run(*typed: str, **variables: str) -> list[str]:
        words = ("talentdb", *typed)
        said = answered(
            _TALENTDB_COMPLETE="complete_bash",
            COMP_WORDS="\n".join(words),
            COMP_CWORD=str(len(words) - 1),
            **{"TALENTDB_DB": ledger, **variables},
        )
        return said.splitlines()

    return run


def answered(**variables: str) -> str:
    """What a shell reads; never an error."""
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment(**variables), capture_output=True
    )
    assert (finished.returncode, finished.stderr) == (0, b"")
    return finished.stdout.decode()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("show person Ada", ["Ada\\ Example", "Ada\\'s\\ Brother", "Ada\\ Sample"]),
        ("show person ada", ["Ada\\ Example", "Ada\\'s\\ Brother", "Ada\\ Sample"]),
        ("show p", ["person"]),
        ("show organisation A", ["Acme\\ Inc."]),
        ("show org a", ["Acme\\ Inc.", "Åkesson\\ Labs"]),
        ("show move A", []),
        ("query moves --to ak", ["Åkesson\\ Labs"]),
        ("query moves --to = Ac", ["Acme\\ Inc."]),
        ("query moves --person Bob", ["Bob\\ O\\'Case"]),
        ("query moves --tag rea", ["reasoning"]),
        ("add move Bob", ["Bob\\ O\\'Case"]),
        ("add move Bob --from Ac", ["Acme\\ Inc."]),
        ("add role Bob Ac", ["Acme\\ Inc."]),
        ("add link Acme part-of Å", ["Åkesson\\ Labs"]),
        ("add tag Bob rea", ["reasoning"]),
        ("add alias Ac", ["Acme\\ Inc."]),
        ("add role Cy", ['Cy\\ \\"The\\ \\$Boss\\"\\ \\[x\\]']),
        ("log --person Bob", ["Bob\\ O\\'Case"]),
        ("query mov", ["moves"]),
        ("query moves --pers", ["--person"]),
        ("show person Nobody", []),
        ("no such command A", []),
    ],
)
def test_a_word_is_completed_for_bash(tab: Tab, line: str, offered: list[str]) -> None:
    assert tab(*line.split(" ")) == offered


def test_an_open_quote_is_honoured(tab: Tab) -> None:
    assert tab("show", "person", '"Ada E') == ["Ada Example"]
    assert tab("show", "person", "'Bob") == ["Bob O'\\''Case"]
    assert tab("show", "person", '"Cy') == ['Cy \\"The \\$Boss\\" [x]']
    assert tab("show", "person", '"Ada ') == ["Ada Example", "Ada Sample"]
    assert tab("show", "person", "Ada\\ E") == ["Ada\\ Example"]
    assert tab("query", "flows", "Acme\\ In") == ["Acme\\ Inc."]


def test_zsh_and_fish_are_told_in_their_own_words(ledger: str) -> None:
    line = {"_TYPER_COMPLETE_ARGS": 'talentdb show person "Ada ', "TALENTDB_DB": ledger}
    assert answered(_TALENTDB_COMPLETE="complete_zsh", **line) == (
        "compadd -U -- 'Ada Example' 'Ada Sample'\n"
    )
    fish = {"_TALENTDB_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert answered(**fish, **line) == "Ada Example\nAda Sample\n"
    line["_TYPER_COMPLETE_ARGS"] = "talentdb show person Bob "
    assert answered(**fish, **line) == ""
    line["_TYPER_COMPLETE_ARGS"] = "talentdb show person Bob"
    assert answered(**fish, **line) == "Bob O'Case\n"
    assert answered(_TALENTDB_COMPLETE="complete_zsh", **line) == (
        "compadd -U -- 'Bob O'\"'\"'Case'\n"
    )


def test_the_ledger_is_the_one_that_the_line_names(tab: Tab, ledger: str, tmp_path: Path) -> None:
    elsewhere = {"TALENTDB_DB": str(tmp_path / "none.db")}
    assert tab("show", "person", "Bob", **elsewhere) == []
    assert tab("--db", ledger, "show", "person", "Bob", **elsewhere) == ["Bob\\ O\\'Case"]
    assert tab("show", "--db", ledger, "person", "Bob", **elsewhere) == ["Bob\\ O\\'Case"]
    assert tab("--db", f"sqlite:///{ledger}", "show", "Bob", **elsewhere) == ["Bob\\ O\\'Case"]
    assert list(tmp_path.glob("none*")) == []


@pytest.mark.parametrize(
    "where", ["none.db", ".", "text.txt", "postgresql://nobody@192.0.2.1/none", "\udcff"]
)
def test_without_a_ledger_nothing_is_offered_and_nothing_said(
    tab: Tab, tmp_path: Path, where: str
) -> None:
    (tmp_path / "text.txt").write_text("no ledger\n" * 1000)
    where = where if "://" in where else str(tmp_path / where)
    assert tab("show", "person", "Bob", TALENTDB_DB=where) == []


def test_a_locale_without_letters_still_gets_names(tab: Tab) -> None:
    assert tab("query", "moves", "--to", "ak", LC_ALL="C", PYTHONUTF8="0") == ["Åkesson\\ Labs"]


def test_bash_itself_takes_the_answer_for_whole_names(ledger: str, tmp_path: Path) -> None:
    command = tmp_path / "talentdb"
    command.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{PROGRAM}' \"$@\"\n")
    command.chmod(0o700)
    script = (
        f'eval "$(_TALENTDB_COMPLETE=source_bash {command})"; '
        "COMP_WORDS=(talentdb show person Ada); COMP_CWORD=3; "
        f"_talentdb_completion {command}; printf '<%s>' \"${{COMPREPLY[@]}}\""
    )
    said = subprocess.run(
        ["bash", "--norc", "-c", script],
        env=environment(TALENTDB_DB=ledger),
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert said.stdout == "<Ada\\ Example><Ada\\'s\\ Brother><Ada\\ Sample>", said.stderr
