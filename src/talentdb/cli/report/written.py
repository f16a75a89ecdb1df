"""How does a report come into the file that was asked for?"""

from pathlib import Path
from typing import TYPE_CHECKING

from talentdb import __version__
from talentdb.cli.files import beside
from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import logged, today
from talentdb.cli.terminal import note
from talentdb.errors import OptionMisused

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.reports.document import Report
    from talentdb.reports.work import Wish

_ROWS = {"html": 200, "md": 100, "xlsx": 10_000, "svg": 200, "png": 200}


def wish(connection: "Connection") -> "Wish":
    """How the report is wanted, by the options."""
    from talentdb.reports.document import Origin
    from talentdb.reports.fingerprint import fingerprint
    from talentdb.reports.work import Wish

    command = logged(invocation().words, {})
    origin = Origin(today(), __version__, fingerprint(connection), command)
    return Wish(invocation()["title"], row_limit(target()[1]), origin)


def target() -> tuple[Path, str]:
    """The file, and the format that `-f` or its ending asks for."""
    from talentdb.reports.formats import format_of

    output = invocation()["output"]
    if output is None:
        raise OptionMisused("say where to: -o FILE.html, .md, .xlsx, .svg or .png.")
    return Path(output), format_of(Path(output), invocation()["format"])


def row_limit(format: str) -> int | None:
    """How many rows a table holds at most; None for all."""
    limit = invocation()["limit"]
    if limit is None or format in ("svg", "png"):
        return _ROWS[format]
    if limit == "all":
        return None
    if not limit.isascii() or not limit.isdigit():
        raise OptionMisused(f"--limit takes a number or all, not {limit!r}.")
    return int(limit)


def write_report(report: "Report") -> None:
    """Writes the report beside the file and then puts it in place: never half a file."""
    from talentdb.reports.formats import write

    path, format = target()
    with beside(path) as part:
        write(report, format, part, invocation()["chart"])
    note(f"{path} written, {path.stat().st_size // 1000 or 1} kB")
    if invocation()["open"]:
        import typer

        typer.launch(str(path))
