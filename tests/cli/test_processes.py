"""Does every verb work in a process of its own, with what it wrote there for the next one?"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, stored

Process = Callable[..., "subprocess.CompletedProcess[str]"]
SEEDS = str(Path(__file__).parents[2] / "seeds")
WRITES = [
    (("add", "organisation", "Acme"), "organisations", "name", "Acme"),
    (("add", "source", "https://example.org/memo"), "sources", "url", "https://example.org/memo"),
    (("add", "role", "Ada Example", "Acme"), "roles", "kind", "employment"),
    (("add", "move", "Ada Example", "--from", "Acme"), "transitions", "origin", "recorded"),
    (("add", "alias", "Acme", "Zenith"), "organisation_names", "name", "Zenith"),
    (("add", "identifier", "Acme", "x:1"), "identifiers", "value", "1"),
    (("add", "tag", "Acme", "big"), "tags", "tag", "big"),
    (("add", "link", "Acme", "part-of", "Globex"), "organisation_links", "kind", "part-of"),
    (("import", SEEDS), "people", "name", "Ada Example"),
]
ASKS = [
    *(("query", word) for word in ("people", "organisations", "roles", "moves", "arrivals")),
    *(("query", word) for word in ("departures", "flows", "net")),
    ("show", "Ada Example"),
    ("find", "ada"),
    ("info",),
    ("upgrade",),
    ("init",),
]


@pytest.mark.parametrize(
    ("words", "table", "field", "value"), WRITES, ids=[" ".join(row[0][:2]) for row in WRITES]
)
def test_what_a_process_writes_is_there_for_the_next(
    command_line: CommandLine,
    talentdb_process: Process,
    ledger_url: str,
    words: tuple[str, ...],
    table: str,
    field: str,
    value: str,
) -> None:
    for prepared in (("organisation", "Acme", "Globex"), ("person", "Ada Example")):
        if words[1] != "organisation":
            done(command_line("--db", ledger_url, "add", *prepared))
    run = talentdb_process("--db", ledger_url, *words)
    assert run.returncode == 0, run
    assert run.stdout
    assert stored(ledger_url, table, field)[0] == value


@pytest.mark.parametrize("words", ASKS, ids=" ".join)
def test_questions_are_answered(
    talentdb_process: Process, summer_url: str, words: tuple[str, ...]
) -> None:
    run = talentdb_process("--db", summer_url, *words)
    assert run.returncode == 0, run
    assert run.stdout


def test_refusal_is_the_exit_code_of_the_process(
    talentdb_process: Process, ledger_url: str
) -> None:
    run = talentdb_process("--db", ledger_url, "show", "person:99")
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr == "talentdb: there is no person:99.\n"


def test_demo_leaves_its_ledger_in_the_folder(talentdb_process: Process, tmp_path: Path) -> None:
    run = talentdb_process("demo", folder=tmp_path)
    assert run.returncode == 0, run
    assert (tmp_path / "talentdb-demo.db").exists()


def test_answers_from_a_script_are_never_awaited(
    talentdb_process: Process, ledger_url: str
) -> None:
    words = ("add", "move", "Ada Example", "--to", "Acme")
    run = talentdb_process("--db", ledger_url, *words, text="y\n")
    assert run.returncode == 3
    assert stored(ledger_url, "people", "name") == []
