"""Does every command explain itself with an example, and touch no database to do so?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from talentdb.cli.app import app
from tests.cli.lines import CommandLine, done


def leaves(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not hasattr(command, "commands"):
        yield path, command
        return
    for name, child in sorted(command.commands.items()):
        yield from leaves(child, (*path, name))


COMMANDS = dict(leaves(typer.main.get_command(app)))
PROMISED = [
    *("init", "info", "upgrade", "demo", "import", "find", "show"),
    *("add person", "add organisation", "add role", "add move", "add source"),
    *("add alias", "add identifier", "add tag", "add link"),
    *("query people", "query organisations", "query roles", "query moves"),
    *("query arrivals", "query departures", "query flows", "query net"),
]
GROUPS = sorted({path[:-1] for path in COMMANDS})
NAMES = [" ".join(path) for path in COMMANDS]


@pytest.fixture(autouse=True)
def no_ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever opens a ledger here fails."""
    monkeypatch.setenv("TALENTDB_DB", str(tmp_path))


def test_the_promised_commands_are_there() -> None:
    assert set(PROMISED) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_has_an_example_of_the_command(
    command_line: CommandLine, name: str, option: str
) -> None:
    said = done(command_line(*name.split(), option))
    assert said.err == ""
    lines = [line.strip() for line in said.out.splitlines()]
    assert lines[0].startswith(f"Usage: talentdb {name} ")
    assert any(line.startswith(f"Example: talentdb {name}") for line in lines)


@pytest.mark.parametrize("path", GROUPS, ids=" ".join)
def test_group_without_a_word_shows_its_help(
    command_line: CommandLine, path: tuple[str, ...]
) -> None:
    said = done(command_line(*path))
    assert said.out.startswith("Usage: talentdb")
    assert said == done(command_line(*path, "-h"))


@pytest.mark.parametrize("name", NAMES)
def test_every_option_says_what_it_is_for(name: str) -> None:
    command = COMMANDS[tuple(name.split())]
    silent = [each.name for each in command.params if not getattr(each, "help", None)]
    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_every_command_takes_the_everyday_options(name: str) -> None:
    command = COMMANDS[tuple(name.split())]
    words = {word for each in command.params for word in each.opts}
    assert {"--db", "--quiet", "-q"} <= words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nope",), "No such command 'nope'. See talentdb --help."),
        (("add", "nope"), "No such command 'nope'. See talentdb add --help."),
        (("query", "moves", "--nope"), "No such option: --nope"),
        (("show",), "Missing argument"),
        (("query", "flows", "--top", "0"), "Invalid value for '--top': "),
        (("query", "moves", "--change", "x"), "Invalid value for '--change': "),
        (("query", "paths"), "See talentdb query paths --help."),
    ],
)
def test_command_line_that_is_wrong_is_one_sentence(
    command_line: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    said = command_line(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("talentdb: ")
    assert sentence in said.err
    assert said.err.endswith(" --help.\n")
    assert len(said.err.splitlines()) == 1
