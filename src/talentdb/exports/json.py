"""How does a whole ledger become one JSON document, or JSON line by line? (docs/exports.md)

The tables of the CSV files in the same order, their rows in the same order, with the same fields:
a text, a number, an array of texts, or null for what a CSV leaves blank. A row is a line.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from talentdb.exports.csv import FILES, tables
from talentdb.exports.work import Export
from talentdb.imports.cells import Several
from talentdb.imports.kinds import KINDS
from talentdb.output.jsons import encoder
from talentdb.output.sink import Sink
from talentdb.output.values import Plain, plain

VERSION = 1  # of the form of the document, not of what it holds


def write_document(export: Export, stream: TextIO) -> int:
    """One document with an array a table; the number of its rows."""
    encode, count = encoder(Sink(stream)), 0
    stream.write(f'{{\n"talentdb": {VERSION}')
    for word, rows in tables(export).items():
        stream.write(f',\n"{word}": [')
        before = "\n"
        for row in objects(word, rows):
            stream.write(before + encode(row))
            before, count = ",\n", count + 1
        stream.write("]" if before == "\n" else "\n]")
    stream.write("\n}\n")
    return count


def write_lines(export: Export, stream: TextIO) -> int:
    """An object a row, which says of which table it is; the number of rows."""
    encode, count = encoder(Sink(stream)), 0
    for word, rows in tables(export).items():
        for row in objects(word, rows):
            stream.write(encode({"table": word, **row}) + "\n")
            count += 1
    return count


def objects(word: str, rows: Any) -> Iterator[dict[str, Plain]]:
    """The rows of a table as JSON knows them."""
    several = {name: isinstance(KINDS[word].columns[name], Several) for name in FILES[word]}
    for row in rows:
        yield {name: _value(row, name, many) for name, many in several.items()}


def _value(row: Mapping[str, Any], name: str, is_several: bool) -> Plain:
    value = plain(row[name])
    if is_several:
        return value or []
    return None if value == "" else value
