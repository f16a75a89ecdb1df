"""Is an import that is killed, interrupted or hung up on wholly there, or not at all?"""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from benchmarks.generate import write_roles
from talentdb.cli.import_ import MUCH
from talentdb.database.engine import open_ledger
from tests.cli.lines import everything
from tests.cli.terminals import PROGRAM, environment
from tests.databases import Databases
from tests.imports.builders import content
from tests.imports.forked import Forker, forker


class Trial:
    """A ledger on which one import is tried again and again, and what it is before and after."""

    def __init__(
        self, databases: Databases, commands: Forker, folder: Path, known: int, rows: int
    ) -> None:
        self.databases, self.commands = databases, commands
        self.known, self.file = folder / "known.csv", folder / "roles.csv"
        write_roles(self.known, known, seed=2, wrong=0)
        write_roles(self.file, rows, wrong=0)
        if databases.name == "sqlite":
            pad(self.file)
        self.url = self.prepared()
        self.before, self.schema = everything(self.url), schema(self.url)
        started = time.monotonic()
        assert self.run() == 0
        self.seconds = time.monotonic() - started
        self.after = self.told()
        self.again()

    def prepared(self) -> str:
        url = self.databases.ledger()
        assert self.commands.run(["--db", url, "import", str(self.known)]) == 0
        return url

    def again(self) -> None:
        self.databases.drop(self.url)
        self.url = self.prepared()
        self.before = everything(self.url)

    def run(self, after: float = 0, end: int = 0) -> int:
        return self.commands.run(["--db", self.url, "import", str(self.file)], after, end)

    def told(self) -> Any:
        """All that the ledger says, but for the time; PostgreSQL gives no id out again."""
        if self.databases.name != "sqlite":
            return content(self.url)
        found = everything(self.url)
        return {**found, "change_sets": len(found["change_sets"])}

    def moments(self, count: int) -> list[float]:
        """Random moments, one in each of so many parts of an import's time, and a little more."""
        chance = random.Random(count)
        return [self.seconds * 1.1 * (part + chance.random()) / count for part in range(count)]

    def check(self) -> None:
        """Fails unless the ledger is sound, and as before or as after."""
        assert schema(self.url) == self.schema
        if everything(self.url) != self.before:
            assert self.told() == self.after
            self.again()


def pad(path: Path) -> None:
    """Makes a file so large that references are checked at its end (`cli.import_.MUCH`)."""
    with path.open("a", encoding="utf-8") as file:
        file.write(("Ada Example" + " " * 1_000_000 + ",Acme,,,,\n") * (MUCH // 1_000_000))


ON_POSTGRESQL = """
    SELECT indexname, indexdef FROM pg_indexes
    UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2
"""


def schema(url: str) -> Any:
    """All tables, indexes and references, once nobody writes any more and nothing is broken."""
    engine = open_ledger(url, write=True)
    try:
        with engine.begin() as connection:
            if connection.dialect.name != "sqlite":
                return connection.execute(sqlalchemy.text(ON_POSTGRESQL)).all()
            for check, sound in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
                assert connection.exec_driver_sql(f"PRAGMA {check}").all() == sound
            return connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_schema ORDER BY 1"
            ).all()
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def commands() -> Iterator[Forker]:
    with forker() as commands:
        yield commands


@pytest.mark.slow
@pytest.mark.parametrize(("known", "moments"), [(0, 30), (500, 20)])
def test_an_import_killed_at_any_moment_is_there_or_is_not(
    databases: Databases, commands: Forker, tmp_path: Path, known: int, moments: int
) -> None:
    rows, moments = (10_000, moments) if databases.name == "sqlite" else (1_000, 3)
    trial = Trial(databases, commands, tmp_path, known, rows)
    ends = set()
    for moment in trial.moments(moments):
        ends.add(trial.run(moment, signal.SIGKILL))
        trial.check()
    assert -signal.SIGKILL in ends
    assert trial.run() == 0
    assert trial.told() == trial.after
    databases.drop(trial.url)


@pytest.mark.slow
def test_an_import_that_is_told_to_end_leaves_nothing(
    databases: Databases, commands: Forker, tmp_path: Path
) -> None:
    trial = Trial(databases, commands, tmp_path, known=0, rows=1_000)
    ends = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)
    for end, moment in zip(ends, trial.moments(3), strict=True):
        assert trial.run(moment, end) in (130, 0)
        trial.check()
    databases.drop(trial.url)


def test_what_came_by_standard_input_is_gone_when_the_terminal_closes(
    ledger_url: str, tmp_path: Path
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "--db", ledger_url, "import", "-"],
        stdin=subprocess.PIPE,
        env=environment(TMPDIR=str(tmp_path)),
    )
    with process:
        while not any(tmp_path.glob("*/*")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGHUP)
        assert process.wait(timeout=60) == 130
    assert not any(tmp_path.iterdir())
