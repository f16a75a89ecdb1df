"""`talentdb export`: the whole ledger as CSV files, or as one file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli.asked import move_filter_asked
from talentdb.cli.files import refuse_ledger
from talentdb.cli.ledger import reading
from talentdb.cli.terminal import note, say
from talentdb.errors import OptionMisused

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OF_A_NETWORK = (
    *("unique_people", "kinds", "min_status", "bridge"),
    *("since", "until", "rollup", "exact", "continuity", "status"),
)


Directory = Annotated[
    Path | None,
    typer.Argument(metavar="[DIRECTORY]", help="Where the CSV files go; made if need be."),
]
File = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="One file: .json, .ndjson, .graphml, .db."),
]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORMAT", help="json, ndjson, graphml, db."),
]
Redact = Annotated[bool, typer.Option("--redact", help="People under pseudonyms, for sharing.")]
Replace = Annotated[bool, typer.Option("--replace", help="Write over an earlier export.")]
Schema = Annotated[bool, typer.Option("--schema", help="Only print the JSON Schema of .json.")]


def export(
    directory: Directory = None,
    file: File = None,
    format: Format = None,
    redact: Redact = False,
    replace: Replace = False,
    schema: Schema = False,
) -> None:
    """Write all that was recorded, as CSV files or as one file by its ending.

    `talentdb import` reads the CSV files, .json and .ndjson back. The window, the roll-up and
    what counts as a move are options of .graphml, the network of flows.

    Example: talentdb export -o moves.json
    """
    if schema:
        print_schema()
        return
    if (directory is None) == (file is None):
        raise OptionMisused("say where to: a DIRECTORY for CSV files, or -o FILE for one file.")
    with reading() as connection:
        if directory is not None:
            from talentdb.exports.csv import export_directory

            count = export_directory(connection, directory, replace, redact)
            told = f"{count} row{'' if count == 1 else 's'} written to {directory}"
        else:
            told = write_file(connection, file or Path(), format, (redact, replace))
        note(told)
        if redact:
            from talentdb.exports.redaction import Redaction

            note(Redaction(connection).left(connection))


def print_schema() -> None:
    """The JSON Schema of the document, as JSON."""
    import json

    from talentdb.exports.json_schema import document_schema

    say(json.dumps(document_schema(), indent=2))


def write_file(
    connection: "Connection", path: Path, format: str | None, manner: tuple[bool, bool]
) -> str:
    """Writes the file and says what went into it."""
    from talentdb.cli.invocation import invocation
    from talentdb.exports.formats import NETWORK, Wish, export_file, format_of

    redact, replace = manner
    chosen = format_of(path, format)
    given = [name for name in _OF_A_NETWORK if invocation()[name]]
    if given and chosen != NETWORK:
        option = given[0].replace("_", "-")
        raise OptionMisused(f"--{option} chooses flows, and only .graphml holds flows.")
    refuse_ledger(path)
    filter = move_filter_asked(connection, {})
    count = export_file(connection, Wish(path, chosen, filter, replace, redact))
    noun = "flow" if chosen == NETWORK else "row"
    return f"{count} {noun}{'' if count == 1 else 's'} written to {path}"
