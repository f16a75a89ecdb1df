"""How long does talentdb take, as a ratio to a yardstick measured in the same run?

    python benchmarks/run.py [ROWS]        100,000 roles unless said otherwise

Times alone mean nothing on a shared machine: each figure is the median of interleaved runs
(A B A B …), of what talentdb took by what the yardstick took. Nothing here can fail on time.
"""

import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generate import write_roles

PYTHON = sys.executable
TALENTDB = [PYTHON, "-c", "import sys; from talentdb.cli import main; sys.exit(main())"]
NORM = """
    CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, key TEXT);
    CREATE TABLE organisations (id INTEGER PRIMARY KEY, name TEXT, key TEXT);
    CREATE TABLE roles (id INTEGER PRIMARY KEY, person_id INTEGER, organisation_id INTEGER,
                        title TEXT, started TEXT, ended TEXT);
    INSERT INTO people (name, key) SELECT DISTINCT person, lower(person) FROM raw;
    INSERT INTO organisations (name, key)
        SELECT DISTINCT organisation, lower(organisation) FROM raw;
    CREATE INDEX by_person ON people (key);
    CREATE INDEX by_organisation ON organisations (key);
    INSERT INTO roles (person_id, organisation_id, title, started, ended)
        SELECT people.id, organisations.id, title, started, ended FROM raw
        JOIN people ON people.key = lower(raw.person)
        JOIN organisations ON organisations.key = lower(raw.organisation);
"""
Run = Callable[[], float]


def took(*words: str) -> float:
    """Seconds of one process."""
    began = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def norm(source: Path, folder: Path) -> float:
    """The yardstick of an import: sqlite3's own .import, then SQL that fills three tables."""
    database = folder / "norm.db"
    database.unlink(missing_ok=True)
    began = time.perf_counter()
    load = f".mode csv\n.import {source} raw\n"
    subprocess.run(["sqlite3", str(database)], input=load.encode(), check=True)
    with sqlite3.connect(database) as connection:
        connection.executescript(NORM)
    return time.perf_counter() - began


def first_import(source: Path, folder: Path) -> float:
    """An import into a new ledger."""
    for old in folder.glob("ledger.db*"):
        old.unlink()
    ledger = str(folder / "ledger.db")
    subprocess.run([*TALENTDB, "init", ledger], check=True, stdout=subprocess.DEVNULL)
    return took(*TALENTDB, "import", str(source), "--db", ledger)


def ratio(what: str, ours: Run, yardstick: Run, goal: str, times: int) -> None:
    """Prints the median of ours by the yardstick, over interleaved runs."""
    pairs = [(ours(), yardstick()) for _ in range(times)]
    median = statistics.median(mine / theirs for mine, theirs in pairs)
    print(f"{what:<34} {median:>7.2f} x   to reach: {goal}")


def measure(rows: int, folder: Path) -> None:
    source, ledger = folder / "roles.csv", str(folder / "ledger.db")
    write_roles(source, rows)
    bare = [PYTHON, "-c", "pass"]
    print(f"{rows:,} roles, Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}\n")
    ratio(
        "--version by `python -c pass`", lambda: took(*TALENTDB, "-V"), lambda: took(*bare), "6", 9
    )
    ratio(
        "first import by norm",
        lambda: first_import(source, folder),
        lambda: norm(source, folder),
        "3.0 (issue 4)",
        3,
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    again = [*TALENTDB, "import", str(source), "--db", ledger]
    flows = [*TALENTDB, "query", "flows", "--top", "20", "--db", ledger]
    ratio(
        "the same file again by norm", lambda: took(*again), lambda: norm(source, folder), "1.8", 3
    )
    ratio("query flows by `python -c pass`", lambda: took(*flows), lambda: took(*bare), "-", 3)
    print(f"\npeak memory of a process: {peak:.0f} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Path(temporary))
