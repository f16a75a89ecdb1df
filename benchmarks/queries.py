"""How long do questions take, as a ratio to DuckDB and sqlite-utils? (performance.md)

    python benchmarks/queries.py [LEDGER] [ROLES.csv]

Whole processes. LEDGER holds what was imported from ROLES.csv; without them both are made, of
100,000 roles. DuckDB reads the same file into one of its own first, which is not counted. Where it
says net, starting up is taken off on both sides: `query flows` of an empty ledger, and `SELECT 1`.
Nothing here can fail on time.
"""

import csv
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generate import write_roles
from benchmarks.processes import PYTHON, TALENTDB, cost, net, row

SMALL = 20
MIDDLING = 100

# A move is a role elsewhere than the one before it; dates are text that sorts, as far as they go.
MOVES = """
    SELECT * FROM (
        SELECT organisation AS destination, started,
               lag(organisation) OVER (PARTITION BY person ORDER BY started, ended) AS origin
        FROM roles
    ) WHERE origin <> destination
"""
FLOWS = f"""
    SELECT origin, destination, count(*) AS moves, min(started), max(started)
    FROM ({MOVES}) WHERE started BETWEEN '{{since}}' AND '{{until}}'
    GROUP BY ALL ORDER BY moves DESC, origin, destination LIMIT 20
"""
RATIO = f"""
    SELECT CASE WHEN origin = '{{name}}' THEN destination ELSE origin END AS counterpart,
           count(*) FILTER (destination = '{{name}}'), count(*) FILTER (origin = '{{name}}')
    FROM ({MOVES}) WHERE '{{name}}' IN (origin, destination) GROUP BY ALL ORDER BY 2 DESC, 1
"""
PERSON = "SELECT * FROM roles WHERE person = '{name}' ORDER BY started"
TAB = (
    "_TALENTDB_COMPLETE=complete_bash COMP_WORDS='talentdb show person {typed}' COMP_CWORD=3"
    " TALENTDB_DB='{ledger}' '{python}' -c 'from talentdb.cli import main; main()'"
)
LOAD = "CREATE TABLE roles AS SELECT * FROM read_csv('{source}', all_varchar = true)"
WINDOW = {"since": "2010", "until": "2014-99"}
ALWAYS = {"since": "", "until": "9"}


def duckdb(database: Path, statement: str) -> tuple[str, ...]:
    """A process in which DuckDB answers one statement."""
    program = "import duckdb, sys; print(duckdb.connect(sys.argv[1]).sql(sys.argv[2]).fetchall())"
    return (PYTHON, "-c", program, str(database), statement)


def measure(ledger: Path, source: Path, folder: Path) -> None:
    """Prints the rows about a ledger: questions net of starting up, and TAB."""
    database = folder / "duckdb.db"
    subprocess.run(duckdb(database, LOAD.format(source=source)), capture_output=True)
    empty = folder / "empty.db"
    subprocess.run([*TALENTDB, "init", str(empty)], check=True, stdout=subprocess.DEVNULL)
    idle, start = duckdb(database, "SELECT 1"), (*TALENTDB, "--db", str(empty), "query", "flows")
    person, organisation = somebody(source), place_of_rank(source, MIDDLING)
    top = ("query", "flows", "--top", "20")
    for what, words, statement, goal in (
        ("flows --top 20", top, FLOWS.format(**ALWAYS), "6"),
        (
            "flows --top 20, 60 months",
            (*top, "--since", "2010", "--until", "2014"),
            FLOWS.format(**WINDOW),
            "8 at 1M, 15 at 5M",
        ),
        ("net ORGANISATION", ("query", "net", organisation), RATIO.format(name=organisation), "-"),
        (
            "ratio ORGANISATION",
            ("query", "ratio", organisation),
            RATIO.format(name=organisation),
            "1 at 5M",
        ),
        ("show person", ("show", "person", person), PERSON.format(name=person), "1 at 5M"),
    ):
        ours = net((*TALENTDB, "--db", str(ledger), *words), start)
        row(f"{what} / duckdb, both net", ours, net(duckdb(database, statement), idle), goal)
    tab = ("sh", "-c", TAB.format(python=PYTHON, typed=person[:4], ledger=ledger))
    small = (*TALENTDB, "--db", str(empty), "query", "people")
    row("TAB on a name / a small query", partial(cost, *tab), partial(cost, *small), "1.5")


def somebody(source: Path) -> str:
    """The first person in the file."""
    with source.open(encoding="utf-8", newline="") as lines:
        return next(csv.DictReader(lines))["person"]


def place_of_rank(source: Path, rank: int) -> str:
    """The organisation with the so many-th most roles; the first has a tenth of all of them."""
    with source.open(encoding="utf-8", newline="") as lines:
        counted = Counter(row["organisation"] for row in csv.DictReader(lines))
    return counted.most_common(rank)[-1][0]


def measure_starts(folder: Path) -> None:
    """Prints what starting up costs, on a small ledger."""
    small, source = folder / "small.db", folder / "small.csv"
    write_roles(source, SMALL)
    fill(small, source)
    tool = (PYTHON, "-m", "sqlite_utils")
    for what, ours, theirs, goal in (
        ("--version / python -c pass", ("--version",), (PYTHON, "-c", "pass"), "6"),
        ("--help / sqlite-utils --help", ("--help",), (*tool, "--help"), "0.3"),
        (
            "a small query / sqlite-utils rows",
            ("--db", str(small), "query", "people"),
            (*tool, "rows", str(small), "people"),
            "0.9",
        ),
    ):
        row(what, partial(cost, *TALENTDB, *ours), partial(cost, *theirs), goal, 9)


def fill(ledger: Path, source: Path) -> None:
    """Makes a ledger and imports a file into it."""
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*TALENTDB, "init", str(ledger)], **quiet)
    read = [*TALENTDB, "import", str(source), "--skip-problems", "--db", str(ledger)]
    subprocess.run(read, **quiet)


@contextmanager
def ledger_asked(words: Sequence[str], rows: int) -> Iterator[tuple[Path, Path, Path]]:
    """The ledger that is asked, the file it was imported from, and a folder for the while.

    As named by the words of the command line, else made, of so many rows.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if len(words) > 1:
            yield Path(words[0]), Path(words[1]), folder
            return
        made, roles = folder / "ledger.db", folder / "roles.csv"
        write_roles(roles, rows)
        fill(made, roles)
        yield made, roles, folder


if __name__ == "__main__":
    with ledger_asked(sys.argv[1:], 100_000) as (made, roles, temporary):
        print(f"{'':<52} {'ours':>8} {'theirs':>8}   ratio     to reach")
        measure_starts(temporary)
        measure(made, roles, temporary)
