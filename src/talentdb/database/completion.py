"""Which names begin as what was typed so far?

Asked at every TAB, so by the standard library alone, and silent whatever happens: a shell has
nowhere to put an error. A server answers nothing: to connect takes longer than a TAB may.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from talentdb.names import organisation_key, search_key

# Enough to read; a shell lists no more before it asks.
MOST = 50
_SECONDS_TO_WAIT = 0.2
_LAST = "\U0010ffff"
_FILE_URL = "sqlite:///"
_UNTYPABLE = frozenset(map(chr, (*range(32), 127)))

# By range on an index. The last name of all is added to the first ones, so that the shell does
# not take for common what only the first ones have in common.
_NAMES = """
    SELECT * FROM (SELECT name, search_key FROM {table}
        WHERE search_key >= :first AND search_key < :last ORDER BY search_key LIMIT :most)
    UNION SELECT * FROM (SELECT name, search_key FROM {table}
        WHERE search_key >= :first AND search_key < :last ORDER BY search_key DESC LIMIT 1)
"""
_TAGS = """
    SELECT DISTINCT tag, tag FROM tags
    WHERE tag >= :first AND tag < :last ORDER BY tag LIMIT :most
"""


def people(ledger: str, typed: str) -> list[str]:
    """Names of people, former and other ones too, that begin so, whatever case and accents."""
    return _literal_first(_found(ledger, ("people", "person_names"), search_key(typed)), typed)


def organisations(ledger: str, typed: str) -> list[str]:
    """Names of organisations that begin so; a legal form may be typed or not."""
    tables = ("organisations", "organisation_names")
    found = _found(ledger, tables, search_key(typed))
    if not found and typed.strip():
        # Search keys have no Inc. or Ltd.: what was typed may reach into it.
        shorter = search_key(organisation_key(typed.strip().rpartition(" ")[0]))
        folded = typed.casefold()
        found = [
            name for name in _found(ledger, tables, shorter) if name.casefold().startswith(folded)
        ]
    return _literal_first(found, typed)


def works(ledger: str, typed: str) -> list[str]:
    """Names of works that begin so."""
    return _literal_first(_found(ledger, ("works",), search_key(typed)), typed)


def tags(ledger: str, typed: str) -> list[str]:
    """Tags that begin so."""
    return _read(ledger, [_TAGS], typed)


def _found(ledger: str, tables: Sequence[str], key: str) -> list[str]:
    return _read(ledger, [_NAMES.format(table=table) for table in tables], key)


def _read(ledger: str, statements: Sequence[str], first: str) -> list[str]:
    file = _file_of(ledger)
    if file is None:
        return []
    limits = {"first": first, "last": first + _LAST, "most": MOST}
    try:
        mode = "mode=ro" if os.access(file.parent, os.W_OK) else "mode=ro&immutable=1"
        address = f"{file.resolve().as_uri()}?{mode}"
        with closing(sqlite3.connect(address, timeout=_SECONDS_TO_WAIT, uri=True)) as connection:
            rows = [row for each in statements for row in connection.execute(each, limits)]
    except (sqlite3.Error, OSError, ValueError):
        return []
    ordered = sorted(rows, key=lambda row: (row[1], row[0]))
    names = dict.fromkeys(row[0] for row in ordered)
    return [name for name in names if _UNTYPABLE.isdisjoint(name)]


def _file_of(ledger: str) -> Path | None:
    """The file that `--db` names, by a path or a URL; None on a server."""
    path = ledger.removeprefix(_FILE_URL)
    return None if "://" in path else Path(path).expanduser()


def _literal_first(names: list[str], typed: str) -> list[str]:
    """Those that begin just as typed, if any do: else a shell takes typed letters back."""
    return [name for name in names if name.startswith(typed)] or names
