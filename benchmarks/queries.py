"""How long do questions take, as a ratio to DuckDB and sqlite-utils? (performance.md)

    python benchmarks/queries.py [LEDGER] [ROLES.csv]

Whole processes. LEDGER holds what was imported from ROLES.csv; without them both are made, of
100,000 roles. DuckDB reads the same file into one of its own first, which is not counted. Where it
says net, starting up is taken off on both sides: `query flows` of an empty ledger, and `SELECT 1`.
Nothing here can fail on time.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generate import write_roles
from benchmarks.processes import PYTHON, TALENTDB, cost, net, row

SMALL = 20

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
LOAD = "CREATE TABLE roles AS SELECT * FROM read_csv('{source}', all_varchar = true)"
WINDOW = {"since": "2010", "until": "2014-99"}
ALWAYS = {"since": "", "until": "9"}


def duckdb(database: Path, statement: str) -> tuple[str, ...]:
    """A process in which DuckDB answers one statement."""
    program = "import duckdb, sys; print(duckdb.connect(sys.argv[1]).sql(sys.argv[2]).fetchall())"
    return (PYTHON, "-c", program, str(database), statement)


def measure(ledger: Path, source: Path, folder: Path) -> None:
    """Prints the table."""
    database = folder / "duckdb.db"
    subprocess.run(duckdb(database, LOAD.format(source=source)), capture_output=True)
    empty = folder / "empty.db"
    subprocess.run([*TALENTDB, "init", str(empty)], check=True, stdout=subprocess.DEVNULL)
    idle, start = duckdb(database, "SELECT 1"), (*TALENTDB, "--db", str(empty), "query", "flows")
    ask = (*TALENTDB, "--db", str(ledger), "query")
    with source.open(encoding="utf-8") as lines:
        _, person, *_ = (line.split(",") for line in (next(lines), next(lines)))
    print(f"{'':<52} {'ours':>8} {'theirs':>8}   ratio   to reach")
    for what, words, statement, goal in (
        ("query flows --top 20", ("flows", "--top", "20"), FLOWS.format(**ALWAYS), "6"),
        (
            "query flows --top 20, of 60 months",
            ("flows", "--top", "20", "--since", "2010", "--until", "2014"),
            FLOWS.format(**WINDOW),
            "8 at 1M, 15 at 5M",
        ),
        ("query net Body 1", ("net", "Body 1"), RATIO.format(name="Body 1"), "-"),
    ):
        row(
            f"{what} by duckdb, net",
            net((*ask, *words), start),
            net(duckdb(database, statement), idle),
            goal,
        )
    show = (*TALENTDB, "--db", str(ledger), "show", "person", person[0])
    yardstick = duckdb(database, PERSON.format(name=person[0]))
    row("show person by duckdb, net", net(show, start), net(yardstick, idle), "1 at 5M")


def measure_starts(folder: Path) -> None:
    """Prints what starting up costs, on a small ledger."""
    small, source = folder / "small.db", folder / "small.csv"
    write_roles(source, SMALL)
    fill(small, source)
    tool = (PYTHON, "-m", "sqlite_utils")
    version, bare = (*TALENTDB, "--version"), (PYTHON, "-c", "pass")
    row("--version by `python -c pass`", lambda: cost(*version), lambda: cost(*bare), "6", 9)
    mine, theirs = (*TALENTDB, "--help"), (*tool, "--help")
    row("--help by `sqlite-utils --help`", lambda: cost(*mine), lambda: cost(*theirs), "0.3", 9)
    asked = (*TALENTDB, "--db", str(small), "query", "people")
    rows = (*tool, "rows", str(small), "people")
    row("a small query by `sqlite-utils rows`", lambda: cost(*asked), lambda: cost(*rows), "0.9", 9)


def fill(ledger: Path, source: Path) -> None:
    """Makes a ledger and imports a file into it."""
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*TALENTDB, "init", str(ledger)], **quiet)
    subprocess.run([*TALENTDB, "import", str(source), "--db", str(ledger)], **quiet)


if __name__ == "__main__":
    temporary = Path(tempfile.mkdtemp())
    try:
        if len(sys.argv) > 2:
            made, roles = map(Path, sys.argv[1:3])
        else:
            made, roles = temporary / "ledger.db", temporary / "roles.csv"
            write_roles(roles, 100_000)
            fill(made, roles)
        measure(made, roles, temporary)
        measure_starts(temporary)
    finally:
        shutil.rmtree(temporary)
