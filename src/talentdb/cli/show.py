"""How does a statement become what the user sees?"""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talentdb.cli.files import in_place
from talentdb.cli.invocation import invocation
from talentdb.cli.terminal import has_colour, note, say, width
from talentdb.errors import OptionMisused
from talentdb.output.fields import columns
from talentdb.output.formats import FORMATS, format_from_path, write
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

AT_A_TERMINAL = 100
# Not of every answer: who has sentences asks for this format before it shows a result.
SENTENCE = "sentence"
HOLD_NOTES = ("json", "markdown")
_SPOKEN = "figures, flows, headcount, moves, net, ratio or works"


def show_statement(
    connection: "Connection",
    statement: "Select[Any]",
    hidden: Sequence[str] = (),
    *,
    rule: str = "",
    notes: Sequence[str] = (),
    when_empty: "Callable[[], Iterable[str]] | None" = None,
    watch: "Callable[[Result], Result] | None" = None,
) -> None:
    """Prints the rows of a statement; its columns are the fields.

    `hidden` fields are for machines: tables leave them out unless `--columns` names them.
    `when_empty` says, for an empty answer, which filter emptied it.
    """
    names = [column.name for column in statement.selected_columns]
    with connection.execution_options(yield_per=1000).execute(statement) as rows:
        show_result(Result(columns(names, hidden), rows, tuple(notes), rule), when_empty, watch)


def show_result(
    result: Result,
    when_empty: "Callable[[], Iterable[str]] | None" = None,
    watch: "Callable[[Result], Result] | None" = None,
) -> None:
    """Prints a result as the reading options ask, with its notes on stderr.

    `watch` is handed the rows that are shown, with all their fields.
    """
    options = invocation()
    if chosen_format() == SENTENCE:
        raise OptionMisused(f"this has no sentence to quote: query {_SPOKEN} has.")
    names = [name.strip() for name in options["columns"].split(",")] if options["columns"] else []
    if options["sort"]:
        result = result.sorted_by(options["sort"])
    if options["count"]:
        say(str(sum(1 for _ in (result.only(names) if names else result).rows)))
        return
    result = result.limited(row_limit())
    result = watch(result) if watch else result
    result = result.only(names) if names else result
    count = _write(result)
    remarks = ["Nothing found.", *(when_empty() if when_empty else ())] if count == 0 else []
    if chosen_format() != "markdown":  # which holds them itself
        remarks += [text for text in (result.rule, *result.all_notes()) if text]
    for text in remarks:
        note(text)


def chosen_format() -> str:
    """The format that -f, --json or the ending of -o asks for."""
    options = invocation()
    asked = options["format"]
    if asked and asked not in (*FORMATS, SENTENCE):
        raise OptionMisused(f"the format is one of {', '.join((*FORMATS, SENTENCE))}.")
    if options["json"] and asked not in (None, "json"):
        raise OptionMisused(f"-f {asked} and --json say two things: choose one.")
    format = asked or ("json" if options["json"] else None)
    if format is None and options["output"] not in (None, "-"):
        format = format_from_path(options["output"])
    if options["with_notes"]:
        if format not in (None, *HOLD_NOTES):
            raise OptionMisused(f"--with-notes is for JSON: {format} holds no notes.")
        format = format or "json"
    return format or "table"


def row_limit() -> int | None:
    """How many rows to print; None for all."""
    limit = invocation()["limit"]
    if limit is None:
        at_a_terminal = sys.stdout.isatty() and not invocation()["output"]
        return AT_A_TERMINAL if at_a_terminal else None
    if limit == "all":
        return None
    if not limit.isascii() or not limit.isdigit():
        raise OptionMisused(f"--limit takes a number or all, not {limit!r}.")
    return int(limit)


def _write(result: Result) -> int:
    format, path = chosen_format(), invocation()["output"]
    with_notes = bool(invocation()["with_notes"])
    if path is None or path == "-":
        terminal = width()
        if format not in ("table", "markdown") and terminal is None:
            # What programs read is UTF-8, whatever the terminal's locale.
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        escape, colour = terminal is not None, has_colour()
        written = write(
            result,
            format,
            sys.stdout,
            width=terminal,
            colour=colour,
            with_notes=with_notes,
            escape=escape,
        )
        sys.stdout.flush()
        return written
    return _write_file(result, format, Path(path), with_notes)


def _write_file(result: Result, format: str, path: Path, with_notes: bool) -> int:
    with in_place(path) as stream:
        written = write(result, format, stream, with_notes=with_notes)
    note(f"{written} row{'' if written == 1 else 's'} written to {path}")
    return written
