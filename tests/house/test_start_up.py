"""Does the command line start without loading what it does not need?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from talentdb.database.migrations import create

SOURCE = Path(__file__).parents[2] / "src"
HEAVY = {"sqlalchemy", "alembic", "rich.table", "scipy", "numpy", "jinja2", "psycopg", "rapidfuzz"}

# What is loaded goes to stderr as the last line, since stdout carries the help.
PROGRAM = """
import json, sys
from talentdb.cli import main
if len(sys.argv) > 1:
    try:
        sys.exit(main())
    except SystemExit as end:
        if end.code:
            raise
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        encoding="utf-8",
    )
    assert finished.returncode == 0, finished.stderr
    return set(json.loads(finished.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [(), ("--version",), ("--help",), ("add", "role", "--help")])
def test_start_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments) & HEAVY == set()


def test_version_is_said_before_anything_is_loaded() -> None:
    assert loaded("--version") & {"typer", "typing", "talentdb.errors"} == set()


def test_only_the_command_that_is_asked_for_is_loaded() -> None:
    commands = {name for name in loaded("query", "flows", "--help") if ".query." in name}
    assert "talentdb.cli.query.flows" in commands
    assert commands & {"talentdb.cli.query.ratio", "talentdb.cli.query.tenure"} == set()


@pytest.mark.parametrize("question", ["people", "moves", "flows", "net"])
def test_question_loads_no_more_than_it_needs(tmp_path: Path, question: str) -> None:
    ledger = tmp_path / "ledger.db"
    create(str(ledger))
    unneeded = {"pydantic", "numpy", "scipy", "rich", "alembic", "sqlalchemy.dialects.postgresql"}
    assert loaded("--db", str(ledger), "query", question) & unneeded == set()
