"""Which records does a file hold, a thousand at a time, and on which line does each begin?"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from talentdb.imports.reading import LONGEST_CELL, Record, fault_of

# Few enough to stay in the processor's memory while their columns are understood.
_MANY = 1000
_BREAK = re.compile("\r\n|\r|\n")


class Chunk(NamedTuple):
    """Records that are not blank, their lines; and what is wrong with the one after them."""

    lines: Sequence[int]
    records: list[list[str]]
    fault: Record | None


def chunks(lines: Iterable[str], delimiter: str) -> Iterator[Chunk]:
    """All records of a file, their cells just as they stand there."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        first, found, fault = reader.line_num + 1, list[list[str]](), None
        try:
            found.extend(islice(reader, _MANY))
        except csv.Error as error:
            fault = fault_of(error)  # `found` holds what came before it
        if not found and fault is None:
            return
        after = reader.line_num + (0 if fault else 1)
        starts: Sequence[int] = range(first, first + len(found))
        if fault or after - first != len(found):
            starts = list(_starts(first, found))
            after = starts.pop()
        if first == 1 and found and found[0]:
            found[0][0] = found[0][0].removeprefix("\ufeff")
        if not all(found) or not _all_begin(found):
            starts = [line for line, cells in zip(starts, found, strict=True) if _says(cells)]
            found = list(filter(_says, found))
        yield Chunk(starts, found, _record(after, fault))


def _record(line: int, fault: str | None) -> Record | None:
    return None if fault is None else Record(line, [], fault)


def _starts(line: int, found: Iterable[list[str]]) -> Iterator[int]:
    """The line on which each record begins, and that after the last."""
    for cells in found:
        yield line
        line += 1 + sum(len(_BREAK.findall(cell)) for cell in cells)
    yield line


def _all_begin(found: list[list[str]]) -> bool:
    """Whether every first cell says something: nearly always, and quickly asked."""
    first = list(map(itemgetter(0), found))
    return "" not in first and not any(map(str.isspace, first))


def _says(cells: list[str]) -> bool:
    return any(cell.strip() for cell in cells)
