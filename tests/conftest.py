"""What does every test find: a database of its own, a quiet environment, golden files?"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import hypothesis
import pytest
import sqlalchemy

from tests import memory
from tests.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.postgres import server

GOLDEN = Path(__file__).parent / "golden"
NOT_RUN = "PostgreSQL: not run because "
SPEAKS_TO_TALENTDB = ("TALENTDB_", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TTY_", "LC_")

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, max_examples=30)
hypothesis.settings.register_profile("soak", deadline=None, max_examples=2000, print_blob=True)
hypothesis.settings.load_profile("ci")


def pytest_configure() -> None:
    # A run that is told to end tidies up as after Ctrl-C: its servers would stay otherwise.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden with what came out"
    )


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the person who runs the tests reaches them; the terminal is 100 wide."""
    for variable in os.environ:
        if variable.startswith(SPEAKS_TO_TALENTDB):
            monkeypatch.delenv(variable)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("TALENTDB_ACTOR", "tester")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Databases]:
    """As many databases as a test needs; each test that asks runs on SQLite and on PostgreSQL."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            yield SqliteDatabases(stack.enter_context(memory.folder("ledgers")))
            return
        try:
            address = stack.enter_context(_postgres_server(tmp_path_factory.getbasetemp().parent))
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            if os.environ.get("CI") == "true":
                raise
            pytest.skip(f"{NOT_RUN}{type(error).__name__}: {error}")
        postgres = PostgresDatabases(address)
        stack.callback(postgres.close)
        yield postgres


@pytest.fixture
def empty_url(databases: Databases) -> Iterator[str]:
    """The URL of a database without any table."""
    url = databases.empty()
    yield url
    databases.drop(url)


@pytest.fixture
def ledger_url(databases: Databases) -> Iterator[str]:
    """The URL of a migrated ledger without rows."""
    url = databases.ledger()
    yield url
    databases.drop(url)


@pytest.fixture
def engine(ledger_url: str) -> Iterator[sqlalchemy.Engine]:
    """A ledger opened for writing."""
    from talentdb.database.engine import open_ledger

    engine = open_ledger(ledger_url, write=True)
    yield engine
    engine.dispose()


@pytest.fixture
def connection(engine: sqlalchemy.Engine) -> Iterator[sqlalchemy.Connection]:
    """A connection that may write; what the test does not commit is rolled back."""
    with engine.connect() as connection:
        yield connection


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Call it with a name and a text: the text must equal tests/golden/<name>.txt."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists(), f"{path} is missing: pytest --update-golden writes it"
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read()

    return compare


@pytest.fixture
def talentdb_process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Call it with the words of a command line: a fresh process runs them."""
    program = "import sys; from talentdb.cli import main; sys.exit(main())"
    source = str(Path(__file__).parent.parent / "src")

    def run(
        *arguments: str, text: str = "", folder: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            input=text,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": source},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    return run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = set()
    for report in terminalreporter.stats.get("skipped", []):
        _, _, reason = report.longrepr
        if NOT_RUN in reason:
            reasons.add(reason.removeprefix("Skipped: "))
    for reason in sorted(reasons):
        terminalreporter.write_line(reason, red=True, bold=True)


@contextmanager
def _postgres_server(shared: Path) -> Iterator[sqlalchemy.URL]:
    """The server that TALENTDB_TEST_POSTGRES names, else a throw-away one for this process.

    One process at a time starts its own: as root, the first start creates a system user.
    """
    given = os.environ.get("TALENTDB_TEST_POSTGRES")
    if given is not None:
        yield sqlalchemy.make_url(given).set(drivername="postgresql+psycopg")
        return
    from fasteners import InterProcessLock

    with ExitStack() as stack:
        with InterProcessLock(shared / "postgres.lock"):
            address = stack.enter_context(server())
        yield address
