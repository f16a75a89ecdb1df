"""`talentdb export`: the whole ledger as CSV files."""

from pathlib import Path
from typing import Annotated

import typer

from talentdb.cli.ledger import reading
from talentdb.cli.terminal import note


def export(
    directory: Annotated[
        Path, typer.Argument(metavar="DIRECTORY", help="Where to; it is made if there is none.")
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over the files of an earlier export.")
    ] = False,
) -> None:
    """Write all that was recorded into CSV files, which `talentdb import` reads back.

    Example: talentdb export backup
    """
    with reading() as connection:
        from talentdb.exports.csv import export_directory

        count = export_directory(connection, directory, replace)
    note(f"{count} row{'' if count == 1 else 's'} written to {directory}")
