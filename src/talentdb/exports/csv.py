"""Which files does a ledger become, so that importing them gives the same ledger? (design.md §8)"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from talentdb.exports.evidence import claims, publications
from talentdb.exports.facts import facts
from talentdb.exports.folder import complete_folder
from talentdb.exports.rosters import roster
from talentdb.exports.work import Export
from talentdb.imports.kinds import KINDS
from talentdb.output.formats import write
from talentdb.output.result import Column, Result
from talentdb.queries.names import ORGANISATION, PERSON

# What a `source` column says of a fact stands in citations.csv.
_CITED_IN_PLACE = ("links", "roles", "moves", "offers", "works", "credits", "figures")
FILES = {
    word: tuple(
        column for column in kind.columns if not (column == "source" and word in _CITED_IN_PLACE)
    )
    for word, kind in KINDS.items()
}


def export_directory(
    connection: Connection, directory: Path, replace: bool = False, redact: bool = False
) -> int:
    """Writes all that was recorded by hand into a directory; the number of rows.

    All files are there at the end, or the directory is as it was. Files of an earlier export
    are written over only with `replace`. Raises RuleBroken for them, for what is no directory or
    cannot be written, and for whom or what a file could not tell from another.
    """
    export = Export.of(connection, redact)
    names = [f"{word}.csv" for word in FILES]
    with complete_folder(directory, names, replace) as folder:
        counts = [
            _write(folder / f"{word}.csv", word, rows) for word, rows in tables(export).items()
        ]
        export.refuse_what_is_lost()
    return sum(counts)


def tables(export: Export) -> Mapping[str, Iterable[Mapping[str, Any]]]:
    """The rows of each file, by its word; every file of `FILES`, in the order of export."""
    return {
        "people": roster(export, PERSON),
        "organisations": roster(export, ORGANISATION),
        "names": facts(export, "name"),
        "links": facts(export, "link"),
        "roles": facts(export, "role"),
        "moves": facts(export, "move"),
        "offers": facts(export, "offer"),
        "works": facts(export, "work"),
        "credits": facts(export, "credit"),
        "figures": facts(export, "figure"),
        "sources": publications(export),
        "citations": claims(export),
    }


def _write(path: Path, word: str, rows: Iterable[Mapping[str, Any]]) -> int:
    columns = FILES[word]

    def cells() -> Iterator[list[Any]]:
        for row in rows:
            yield [row[column] for column in columns]

    with path.open("w", encoding="utf-8", newline="") as stream:
        return write(Result(tuple(map(Column, columns)), cells()), "csv", stream)
