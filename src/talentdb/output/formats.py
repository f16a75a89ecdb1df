"""Which formats are there, and how is a result written in one of them?"""

from pathlib import PurePath
from typing import TextIO

from talentdb.errors import OptionMisused, UnknownChoice
from talentdb.output.delimited import write_csv, write_tsv
from talentdb.output.jsons import write_json, write_ndjson
from talentdb.output.markdown import write_markdown
from talentdb.output.result import Result
from talentdb.output.sink import Sink
from talentdb.output.table import write_table

FORMATS = ("table", "csv", "tsv", "json", "ndjson", "markdown")
_ENDINGS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".md": "markdown",
    ".txt": "table",
}


def format_from_path(path: str) -> str:
    """The format that a file's ending asks for, in capitals or not.

    Raises OptionMisused, which names the endings, for any other.
    """
    known = _ENDINGS.get(PurePath(path).suffix.lower())
    if known is None:
        endings = ", ".join(_ENDINGS)
        raise OptionMisused(
            f"the ending of {path!r} names no format: end it in one of {endings}, or choose with -f"
        )
    return known


def write(
    result: Result,
    format: str,
    stream: TextIO,
    *,
    width: int | None = None,
    colour: bool = False,
    with_notes: bool = False,
    escape: bool = False,
) -> int:
    """Write the result to the stream, and return the number of its rows.

    `width` and `colour` are a table's: None and False unless the stream is a terminal.
    `with_notes` puts notes and rule into json. `escape` shows control characters in csv and
    tsv instead of sending them, as a terminal needs; every other format does so always.
    csv, tsv, json, ndjson and markdown are written as the rows come. Raises UnknownChoice for
    a format that is none of FORMATS.
    """
    sink = Sink(stream)
    match format:
        case "table":
            return write_table(result, sink, width, colour)
        case "csv":
            return write_csv(result, sink, escape)
        case "tsv":
            return write_tsv(result, sink, escape)
        case "json":
            return write_json(result, sink, with_notes)
        case "ndjson":
            return write_ndjson(result, sink)
        case "markdown":
            return write_markdown(result, sink)
    raise UnknownChoice("format", format, FORMATS)
