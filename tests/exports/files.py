"""How does a test write a ledger into one file?"""

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from talentdb.exports.formats import Wish, export_file, format_of
from talentdb.queries.filters import MoveFilter
from talentdb.queries.rule import Rule

AS_OF = date(2026, 1, 1)


def write_file(connection: Connection, path: Path, redact: bool = False, **rule: Any) -> int:
    """The number of rows, or of flows, in the file, which is written over."""
    filter = MoveFilter(Rule(AS_OF, **rule))
    return export_file(connection, Wish(path, format_of(path, None), filter, True, redact))
