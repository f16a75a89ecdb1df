"""`talentdb init`, `info` and `upgrade`: the ledger itself."""

from typing import Annotated

import typer

from talentdb.cli.ledger import ledger, reading
from talentdb.cli.show import show_result
from talentdb.cli.terminal import say


def init(
    path: Annotated[
        str | None,
        typer.Argument(metavar="[PATH|URL]", help="Where (else --db, else the default)."),
    ] = None,
) -> None:
    """Make a new, empty ledger.

    Example: talentdb init moves.db
    """
    from talentdb.database.location import shown, url_from_text
    from talentdb.database.migrations import create

    where = path or ledger()
    name = shown(url_from_text(where))
    say(f"New ledger: {name}" if create(where) else f"{name} is a ledger already: unchanged.")


def info() -> None:
    """Say where the ledger is and what it holds.

    Example: talentdb info --json
    """
    from sqlalchemy import func, select

    from talentdb import __version__
    from talentdb.cli.asked import as_of_asked
    from talentdb.database.location import shown, url_from_text
    from talentdb.output.fields import columns
    from talentdb.output.result import Result
    from talentdb.schema import REVISION, metadata

    with reading() as connection:
        counted = [
            (table.name, connection.scalar(select(func.count()).select_from(table)))
            for table in sorted(metadata.tables.values(), key=lambda table: table.name)
        ]
        facts = [
            ("ledger", shown(url_from_text(ledger()))),
            ("talentdb", __version__),
            ("revision", REVISION),
            ("as_of", as_of_asked(connection).isoformat()),
        ]
        show_result(Result(columns(("what", "value")), [*facts, *counted]))


def upgrade() -> None:
    """Bring an older ledger up to date, after a backup beside it.

    Example: talentdb upgrade --db moves.db
    """
    from talentdb.database.location import shown, url_from_text
    from talentdb.database.migrations import upgrade as upgraded
    from talentdb.schema import REVISION

    name = shown(url_from_text(ledger()))
    backup = upgraded(ledger())
    if backup is False:
        say(f"{name} is up to date (revision {REVISION}).")
        return
    say(f"{name} is now at revision {REVISION}.")
    if backup:
        say(f"As it was before: {backup}")
