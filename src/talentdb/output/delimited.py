"""How does a result become csv or tsv?"""

import csv
from collections.abc import Callable
from dataclasses import dataclass

from talentdb.output.result import Result
from talentdb.output.sink import Sink, escaped
from talentdb.output.values import text

_TSV = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def write_csv(result: Result, sink: Sink, escape: bool) -> int:
    """RFC 4180 with LF line ends; with `escape`, control characters are shown instead."""
    writer = csv.writer(_LineFeeds(sink), lineterminator="\r\n")
    return _write(result, writer.writerow, escaped if escape else str)


def write_tsv(result: Result, sink: Sink, escape: bool) -> int:
    r"""Tab, line ends and backslash within a value as `\t`, `\n`, `\r`, `\\`; nothing is quoted."""

    def written(cell: str) -> str:
        cell = cell.translate(_TSV)
        return escaped(cell) if escape else cell

    return _write(result, lambda cells: sink.write("\t".join(cells) + "\n"), written)


def _write(result: Result, write: Callable[[list[str]], object], cell: Callable[[str], str]) -> int:
    write([column.name for column in result.columns])
    count = 0
    for row in result.rows:
        pairs = zip(result.columns, row, strict=True)
        write([cell(text(value)) for _, value in pairs])
        count += 1
    return count


@dataclass(frozen=True)
class _LineFeeds:
    # Before Python 3.13 csv quotes a lone carriage return only if it is part of its line end;
    # unquoted, it cannot be read back.
    sink: Sink

    def write(self, line: str) -> None:
        self.sink.write(line.removesuffix("\r\n") + "\n")
