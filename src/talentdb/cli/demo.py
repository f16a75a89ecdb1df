"""`talentdb demo`: the summer of 2025, in a ledger to explore."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import named_ledger, reading, writing
from talentdb.cli.terminal import has_colour, say, width
from talentdb.output.formats import write
from talentdb.output.result import Column, Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

DEMO_LEDGER = "talentdb-demo.db"
TRY = (
    "show person 'Joel Pobar'",
    "query works GPT-4o",
    "query offers --totals",
)


def demo() -> None:
    """Make an example ledger of who went to Meta in the summer of 2025, and show it.

    Example: talentdb demo
    """
    where = named_ledger() or DEMO_LEDGER
    invocation().take({"db": where})
    fill(where)
    with reading() as connection:
        tell(connection, where)


def fill(where: str) -> None:
    """Makes the ledger and imports the seeds; one that is there already is left as it is."""
    from talentdb.database.migrations import create

    if not create(where):
        return
    with writing() as change:
        from talentdb.imports.documents import files_in
        from talentdb.imports.pipeline import import_files

        import_files(change, files_in(seeds()))


def seeds() -> Path:
    """The seeds: beside the package in an installed wheel, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parents[1] / "seeds"


def tell(connection: "Connection", where: str) -> None:
    """Who went to Meta, where they came from, and what to try next."""
    from dataclasses import replace

    from talentdb.cli.asked import move_filter_asked
    from talentdb.metrics.flows import Flow, statement
    from talentdb.queries.moves import moves

    filter = move_filter_asked(connection, {"to": ["Meta"]})
    hires = [row._mapping for row in connection.execute(moves(filter))]
    say(f"Who went to Meta ({len(hires)})")
    rows = [(row["person"], row["from"], row["date"]) for row in hires]
    show((Column("person"), Column("from"), Column("date", "date")), rows)
    parts = replace(filter, rule=replace(filter.rule, exact=False))
    flows = [Flow(*row) for row in connection.execute(statement(parts, open_sides=True))]
    say("\nWhere they came from")
    show(
        (Column("from"), Column("moves", "bar")),
        [(flow.origin or "not stated", flow.moves) for flow in flows],
    )
    tell_figures(connection)
    say("\nTry:")
    for command in TRY:
        say(f"  {program()} --db {where} {command}")


def tell_figures(connection: "Connection") -> None:
    """What was published about these moves, beside the record."""
    from talentdb.cli.asked import rule_asked
    from talentdb.cli.query.held import held_against
    from talentdb.queries.figures import in_words

    say("\nWhat was published, and what is recorded")
    rows = [
        (in_words(figure), held.recorded_text, held.verdict)
        for figure, held in held_against(connection, rule_asked(connection), ())
    ]
    show((Column("published"), Column("recorded"), Column("verdict")), rows)


def program() -> str:
    """What to type for talentdb: its path where the shell would not find it."""
    called = Path(sys.argv[0])
    found = shutil.which("talentdb") is not None or called.name != "talentdb"
    return "talentdb" if found else str(called)


def show(columns: tuple[Column, ...], rows: Sequence[Sequence[Any]]) -> None:
    """A small table, as wide as the terminal, or 80 columns in a pipe."""
    write(Result(columns, rows), "table", sys.stdout, width=width() or 80, colour=has_colour())
