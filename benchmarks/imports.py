"""How long do imports take, as a ratio to the yardsticks? (performance.md)

    python benchmarks/imports.py [ROWS [MORE_ROWS]]      100,000 roles unless said otherwise

With MORE_ROWS the cost of a row is compared with that in a file of so many. Nothing here can fail
on time.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generate import write_roles
from benchmarks.processes import PYTHON, TALENTDB, Cost, cost, row

NORM = (PYTHON, str(Path(__file__).with_name("norm.py")))
SQLITE_UTILS = (PYTHON, "-m", "sqlite_utils", "insert")


def first_import(source: Path, ledger: Path) -> float:
    """The cost of an import into a new ledger; rows that cannot be understood are left out."""
    for old in ledger.parent.glob(f"{ledger.name}*"):
        old.unlink()
    quietly("init", str(ledger))
    return cost(*importing(source, str(ledger)))


def quietly(*words: str) -> None:
    """Runs a command that is not measured."""
    subprocess.run([*TALENTDB, *words], check=True, stdout=subprocess.DEVNULL)


def importing(source: Path, ledger: str) -> tuple[str, ...]:
    """The words of an import."""
    return (*TALENTDB, "import", str(source), "--skip-problems", "-q", "--db", ledger)


def utils(source: Path, folder: Path) -> float:
    """What a user would type instead."""
    database = folder / "utils.db"
    database.unlink(missing_ok=True)
    return cost(*SQLITE_UTILS, str(database), "roles", str(source), "--csv")


def measure(rows: int, more: int | None, folder: Path) -> None:
    """Prints the table for files of so many rows."""
    source, ledger, norm = folder / "roles.csv", folder / "ledger.db", str(folder / "norm.db")
    write_roles(source, rows)
    with_urls = folder / "urls.csv"
    write_roles(with_urls, rows, urls=True)
    print(f"{f'imports of {rows:,} roles':<52} {'ours':>8} {'theirs':>8}      ratio   at most")
    first_import(source, ledger)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row("first import, by norm", _first(source, ledger), _norm(source, norm), "3.0", 3)
    row("the same file again, by the first import", *_again(source, ledger), "0.6", 3)
    row("with a page a row, by norm", _first(with_urls, ledger), _norm(with_urls, norm), "5", 3)
    row("first import, by sqlite-utils", _first(source, ledger), _utils(source, folder), "-", 1)
    print(f"{'peak memory':<52} {most:>8.0f} MB                     300 at 1M, 1,000 at 5M")
    if more is not None:
        _grown(source, rows, more, folder)
    on_postgresql(source, with_urls)


def _first(source: Path, ledger: Path) -> Cost:
    return lambda: first_import(source, ledger)


def _again(source: Path, ledger: Path) -> tuple[Cost, Cost]:
    return lambda: cost(*importing(source, str(ledger))), _first(source, ledger)


def _norm(source: Path, database: str) -> Cost:
    return lambda: cost(*NORM, str(source), database)


def _utils(source: Path, folder: Path) -> Cost:
    return lambda: utils(source, folder)


def _grown(source: Path, rows: int, more: int, folder: Path) -> None:
    large = folder / "large.csv"
    write_roles(large, more)
    ledger = folder / "large.db"
    ours = lambda: first_import(large, ledger) / more * 1e6  # noqa: E731
    theirs = lambda: first_import(source, folder / "ledger.db") / rows * 1e6  # noqa: E731
    row(f"a million rows out of {more:,}, by out of {rows:,}", ours, theirs, "1.3", 1)


def on_postgresql(source: Path, with_urls: Path) -> None:
    """Prints the rows of PostgreSQL: seconds of the clock, since the server is another process."""
    from tests.postgres import server

    with server() as address:
        url = address.render_as_string(hide_password=False)
        for name, file in (("first import", source), ("with a page a row", with_urls)):
            quietly("init", url)
            ours = elapsed(*importing(file, url))
            theirs = elapsed(*NORM, str(file), url.replace("+psycopg", ""))
            print(
                f"{f'PostgreSQL: {name}, by COPY and SQL (clock)':<52} "
                f"{ours:>8.3f} {theirs:>8.3f} {ours / theirs:>7.2f} x   -"
            )
            quietly("undo", "-y", "--db", url)


def elapsed(*words: str) -> float:
    """Seconds of the clock."""
    began = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    with tempfile.TemporaryDirectory() as temporary:
        measure(*(given + [100_000, None][len(given) :]), Path(temporary))
