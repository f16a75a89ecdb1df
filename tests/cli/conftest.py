"""What does every test of the command line find?"""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout

import pytest

from talentdb.cli import main
from tests.cli.lines import CommandLine, Said
from tests.cli.summer import tell_summer
from tests.databases import Databases


@pytest.fixture
def command_line(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Call it with the words of a command line, as typed: it runs in this process."""

    def run(*words: str) -> Said:
        capsys.readouterr()
        code = main(words)
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def talentdb(command_line: CommandLine, ledger_url: str) -> CommandLine:
    """The same, about an empty ledger."""

    def run(*words: str) -> Said:
        return command_line("--db", ledger_url, *words)

    return run


@pytest.fixture(scope="session")
def summer_url(databases: Databases) -> Iterator[str]:
    """A ledger with a few people who moved (summer.py), for tests that only ask."""
    url = databases.ledger()

    def run(*words: str) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(("--db", url, *words))
        return Said(code, out.getvalue(), err.getvalue())

    tell_summer(run)
    yield url
    databases.drop(url)


@pytest.fixture
def summer(command_line: CommandLine, summer_url: str) -> CommandLine:
    """The command line about that ledger."""

    def run(*words: str) -> Said:
        return command_line("--db", summer_url, *words)

    return run
