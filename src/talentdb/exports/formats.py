"""Into which one file may a ledger be written, by its ending?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from sqlalchemy import Connection

from talentdb.errors import OptionMisused
from talentdb.exports.copy import write_copy
from talentdb.exports.folder import complete_file
from talentdb.exports.graphml import write_network
from talentdb.exports.json import write_document, write_lines
from talentdb.exports.work import Export
from talentdb.queries.filters import MoveFilter

FORMATS = ("json", "ndjson", "graphml", "db")
NETWORK = "graphml"
_ENDINGS = {
    **{".json": "json", ".ndjson": "ndjson", ".jsonl": "ndjson", ".graphml": "graphml"},
    **{".db": "db", ".sqlite": "db", ".sqlite3": "db"},
}


@dataclass(frozen=True)
class Wish:
    """What to write where; `filter` chooses the moves of a network and nothing else."""

    path: Path
    format: str
    filter: MoveFilter
    replace: bool = False
    redact: bool = False


def format_of(path: Path, given: str | None) -> str:
    """The format that `-f` or the ending of the file asks for; raises OptionMisused."""
    found = given or _ENDINGS.get(path.suffix.lower())
    if found not in FORMATS:
        what = f"the format {given!r} is" if given else f"the ending of {str(path)!r} names"
        endings = ", ".join(_ENDINGS)
        raise OptionMisused(
            f"{what} no format of an export: end the file in one of {endings}, "
            f"or choose one of {', '.join(FORMATS)} with -f"
        )
    return found


def export_file(connection: Connection, wish: Wish) -> int:
    """Writes the whole ledger, or its network, into one file; the number of rows or flows.

    The file is complete, or as it was. Raises RuleBroken as `export_directory` does.
    """
    with complete_file(wish.path, wish.replace) as part:
        match wish.format:
            case "json":
                return _exported(connection, wish, part, write_document)
            case "ndjson":
                return _exported(connection, wish, part, write_lines)
            case "db":
                return write_copy(connection, part, wish.redact)
        with part.open("w", encoding="utf-8", newline="") as stream:
            return write_network(connection, wish.filter, stream)


def _exported(
    connection: Connection, wish: Wish, part: Path, write: Callable[[Export, TextIO], int]
) -> int:
    export = Export.of(connection, wish.redact)
    with part.open("w", encoding="utf-8", newline="") as stream:
        count = write(export, stream)
    export.refuse_what_is_lost()
    return count
