"""Which ledger does a command mean, and what happens where there is none?"""

import os
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, stored

ADD = ("add", "person", "Ada Example")


@pytest.fixture
def ledger(command_line: CommandLine, tmp_path: Path) -> str:
    """The path of an empty ledger in a file."""
    path = str(tmp_path / "moves.db")
    done(command_line("init", path))
    return path


def default_ledger() -> Path:
    return Path(os.environ["XDG_DATA_HOME"]) / "talentdb" / "talentdb.db"


def test_ledger_is_named_before_or_after_the_verb(command_line: CommandLine, ledger: str) -> None:
    done(command_line("--db", ledger, *ADD))
    done(command_line("add", "person", "--db", ledger, "Bob Sample"))
    done(command_line("add", "person", "Cy Instance", f"--db={ledger}"))
    assert stored(ledger, "people", "name") == ["Ada Example", "Bob Sample", "Cy Instance"]
    assert "Ada Example" in done(command_line("query", "people", "--db", ledger)).out
    assert "Ada Example" in done(command_line("show", "Ada Example", "--db", ledger)).out


def test_environment_names_the_ledger(
    command_line: CommandLine, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALENTDB_DB", ledger)
    done(command_line(*ADD))
    assert stored(ledger, "people", "name") == ["Ada Example"]


def test_option_wins_over_the_environment(
    command_line: CommandLine, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALENTDB_DB", "/nowhere/at/all.db")
    done(command_line(*ADD, "--db", ledger))
    assert stored(ledger, "people", "name") == ["Ada Example"]


def test_first_write_makes_the_default_ledger_and_says_where(command_line: CommandLine) -> None:
    said = done(command_line(*ADD))
    assert f"New ledger: {default_ledger()}\n" in said.err
    assert stored(str(default_ledger()), "people", "name") == ["Ada Example"]
    assert "New ledger" not in done(command_line("add", "person", "Bob Sample")).err
    assert "Bob Sample" in done(command_line("query", "people")).out


def test_default_ledger_is_private_to_its_owner(command_line: CommandLine) -> None:
    done(command_line(*ADD))
    assert default_ledger().stat().st_mode & 0o777 == 0o600


def test_question_makes_no_ledger(command_line: CommandLine) -> None:
    said = command_line("query", "people")
    assert said.code == 5
    assert "talentdb init" in said.err
    assert not default_ledger().exists()


@pytest.mark.parametrize("words", [ADD, ("query", "people"), ("info",), ("upgrade",)])
@pytest.mark.parametrize("named_by", ["option", "environment"])
def test_named_ledger_that_does_not_exist_is_refused(
    command_line: CommandLine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    named_by: str,
) -> None:
    path = tmp_path / "missing.db"
    option: tuple[str, ...] = ("--db", str(path))
    if named_by == "environment":
        monkeypatch.setenv("TALENTDB_DB", str(path))
        option = ()
    said = command_line(*words, *option)
    assert (said.code, said.out) == (5, "")
    assert said.err == (
        f"talentdb: there is no ledger at {path}: `talentdb init {path}` makes one.\n"
    )
    assert not path.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("add", "people", "Ada Example"),
        ("add", "persons", "Ada Example"),
        ("query", "person"),
        ("query", "organization"),
        ("query", "organizations"),
        ("query", "org"),
        ("query", "orgs"),
        ("query", "organisation"),
        ("query", "role"),
        ("query", "move"),
        ("query", "transition"),
        ("query", "transitions"),
        ("query", "arrival"),
        ("query", "departure"),
        ("query", "flow"),
        ("add", "organizations", "Acme"),
        ("add", "org", "Acme"),
        ("add", "transition", "Ada Example", "--to", "Acme", "--create"),
        ("add", "roles", "Ada Example", "Acme", "--create"),
        ("add", "sources", "https://example.org/memo"),
    ],
)
def test_other_spellings_are_understood(talentdb: CommandLine, words: tuple[str, ...]) -> None:
    done(talentdb(*words))


def test_version_is_told_without_a_ledger(command_line: CommandLine) -> None:
    from talentdb import __version__

    for option in ("-V", "--version"):
        assert done(command_line(option)).out == f"talentdb {__version__}\n"
