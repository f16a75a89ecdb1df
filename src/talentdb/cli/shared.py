"""Which options do many commands share? (commands.py says which commands.)"""

from typing import Annotated, Optional

import typer

Words = Optional[list[str]]  # noqa: UP045  (Typer reads the annotation)


def everyday(
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="PATH|URL", help="The ledger (else TALENTDB_DB)."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes on stderr.")] = False,
) -> None:
    """Options of every command."""


def reading(
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, csv, tsv, json, ndjson or markdown; of figures, flows, headcount, moves, "
            "net, ratio and works also sentence.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as -f json.")] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="A file; its ending is the format."),
    ] = None,
    limit: Annotated[
        str | None,
        typer.Option("--limit", "-n", metavar="N|all", help="Rows (a terminal shows 100)."),
    ] = None,
    columns: Annotated[
        str | None, typer.Option("--columns", metavar="A,B", help="These fields, in this order.")
    ] = None,
    sort: Annotated[
        str | None, typer.Option("--sort", metavar="A,-B", help="Order by fields, - descending.")
    ] = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number of rows.")] = False,
    with_notes: Annotated[
        bool, typer.Option("--with-notes", help="JSON with rows, notes and rule.")
    ] = False,
) -> None:
    """Options of commands that print rows."""


def counting(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only from this day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only up to this day.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day asked about (else the last known)."),
    ] = None,
    rollup: Annotated[
        str | None,
        typer.Option("--rollup", metavar="HOW", help="none, renames (the default) or parents."),
    ] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Named organisations without their parts.")
    ] = False,
    continuity: Annotated[
        Words,
        typer.Option(
            "--continuity",
            metavar="WORD",
            help="direct, gap, presumed, overlap, unordered or any (else the first three).",
        ),
    ] = None,
    status: Annotated[
        Words,
        typer.Option(
            "--status",
            metavar="WORD",
            help="rumoured, reported, confirmed, denied (else reported and confirmed).",
        ),
    ] = None,
    unique_people: Annotated[
        bool, typer.Option("--unique-people", help="A person once per pair of organisations.")
    ] = False,
) -> None:
    """Options of commands that count moves (metrics.md §3–5)."""


def deriving(
    min_status: Annotated[
        str | None,
        typer.Option(
            "--min-status",
            metavar="WORD",
            help="Facts at least rumoured, reported (the default) or confirmed.",
        ),
    ] = None,
    kinds: Annotated[
        Words,
        typer.Option(
            "--kinds",
            metavar="KIND",
            help="Side kinds (advisor, board, ...) whose roles count too; with a main kind just "
            "those given; any for all.",
        ),
    ] = None,
    bridge: Annotated[
        int | None,
        typer.Option(
            "--bridge", min=0, metavar="DAYS", help="Roles this near make one stay (else 31)."
        ),
    ] = None,
) -> None:
    """Options that say from which roles the moves follow (metrics.md §1–2)."""


def knowing(
    known_by: Annotated[
        str | None,
        typer.Option(
            "--known-by",
            metavar="DATE",
            help="Only what was published by this day, as it was known then.",
        ),
    ] = None,
) -> None:
    """The option of commands that can look back (metrics.md §15)."""


def explaining(
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Not the counts but what they count, with its sources."),
    ] = False,
) -> None:
    """Options of commands whose counts open (design.md §1)."""


def lasting(
    dates: Annotated[
        str | None,
        typer.Option(
            "--dates",
            metavar="HOW",
            help="Partial dates: outer, middle or inner (else the middle day; headcount outer).",
        ),
    ] = None,
    unknown_end: Annotated[
        str | None,
        typer.Option(
            "--unknown-end",
            metavar="HOW",
            help="Unknown ends are unknown (the default), open or left.",
        ),
    ] = None,
) -> None:
    """Options of commands that measure how long people stay (metrics.md §8)."""


def writing(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
    message: Annotated[
        str | None, typer.Option("--message", "-m", metavar="WHY", help="Why, for the log.")
    ] = None,
) -> None:
    """Options of commands that write."""


def citing(
    source: Annotated[
        Words,
        typer.Option("--source", "-s", metavar="SOURCE", help="Who says so: a handle or a URL."),
    ] = None,
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="TEXT", help="The source's own words.")
    ] = None,
    said_by: Annotated[
        str | None, typer.Option("--said-by", metavar="NAME", help="Whom the source quotes.")
    ] = None,
    via: Annotated[
        str | None, typer.Option("--via", metavar="SOURCE", help="The source that reports it.")
    ] = None,
) -> None:
    """Options of commands that record a fact."""
