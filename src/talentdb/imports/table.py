"""How are the rows of a file of roles kept, so that a million of them fit into memory?

As columns of numbers. A row of texts is made only of those rows that need a closer look.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO, TypeAlias

import numpy as np
import numpy.typing as npt

from talentdb.imports import cells as readers
from talentdb.imports.checks import check_row
from talentdb.imports.chunks import Chunk, chunks
from talentdb.imports.columns import Codes, Column
from talentdb.imports.given import Given, Memo
from talentdb.imports.kinds import KINDS
from talentdb.imports.meanings import end_word
from talentdb.imports.problems import Problems, Row
from talentdb.imports.reading import Record
from talentdb.imports.understanding import Plan
from talentdb.writes.progress import Progress, unheard

Places: TypeAlias = npt.NDArray[np.int32] | npt.NDArray[np.int64]

_ROLES = KINDS["roles"]


def fits_table(plan: Plan) -> bool:
    """Whether each record of the file is one role, and says nothing besides."""
    return (
        plan.kind == _ROLES.word
        and not plan.assignment.identifiers
        and plan.assignment.fields.keys() | plan.recipe.constants.keys() <= _ROLES.columns.keys()
    )


class Table:
    """The rows of one file: for each field a column, and the line on which each row begins."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.lines = array("i")
        self.columns: dict[str, Column] = {}
        self._odd: dict[int, list[str]] = {}
        given = {one.field: one for one in plan.given}
        for name, reader in _ROLES.columns.items():
            default = plan.recipe.constants.get(name, "")
            if name == "ended" and plan.recipe.blank_end == "open":
                default = default or ".."
            if name in given or default:
                needed = name in _ROLES.never_blank
                one = given.get(name) or _constant(name)
                self.columns[name] = Column(one, reader, default, needed)

    def __len__(self) -> int:
        return len(self.lines)

    def read(
        self, lines: IO[str] | Iterator[str], problems: Problems, progress: Progress = unheard
    ) -> None:
        """Takes in all records after the header; what is no CSV is a problem."""
        plan = self.plan
        for chunk in chunks(lines, plan.recipe.delimiter or ","):
            self._take(chunk)
            progress(f"reading {plan.file}", len(self), 0)
            if chunk.fault is not None:
                fault = chunk.fault
                problems.add(plan.file, fault.line, "", "", str(fault.fault))
        for column in self.columns.values():
            column.settle()
        self._observe()
        self._count()

    def wrong(self) -> Iterator[int]:
        """The rows with a problem: a cell not understood, another number of cells."""
        found = set(self._odd)
        for column in self.columns.values():
            if column.wrong:
                found.update(np.flatnonzero(column.has(column.wrong)).tolist())
        return iter(sorted(found))

    def row(self, place: int, problems: Problems) -> Row:
        """One row by itself, with its values; what is wrong with it is told."""
        quiet = replace(self.plan, counts=self.plan.counts.copy())
        *_, row = quiet.rows(self._record(place), problems)
        check_row(row, _ROLES, problems)
        return row

    def place(self, row: int) -> str:
        """Where a row stands, as people write it."""
        return f"{self.plan.file}:{self.lines[row]}"

    def sound(self, problems: Problems) -> Places:
        """The rows without a problem so far."""
        rejected = list(problems.rejected(self.plan.file))
        lines = np.frombuffer(self.lines, dtype=np.int32)
        return np.flatnonzero(~np.isin(lines, np.array(rejected, dtype=np.int32)))

    def codes(self, field: str) -> Codes:
        """What every row says of a field, by the codes of its column."""
        return self.columns[field].codes

    def distinct(self, field: str, rows: Places) -> Iterator[tuple[str, int, int]]:
        """What these rows say of a field: each value, how often, and in which row first."""
        column = self.columns[field]
        codes = self.codes(field)[rows]
        counts = np.bincount(codes, minlength=len(column.values))
        first = np.zeros(len(column.values), dtype=np.int32)
        first[codes[::-1]] = rows[::-1]
        met = np.flatnonzero(counts)
        values = column.values
        for code, count, row in zip(met, counts[met].tolist(), first[met].tolist(), strict=True):
            yield values[code], count, row

    def _take(self, chunk: Chunk) -> None:
        lines, records = chunk.lines, chunk.records
        header = self.plan.header
        if lines and lines[0] <= header.line:
            first = sum(line <= header.line for line in lines)
            lines, records = lines[first:], records[first:]
        if not records:
            return
        width = len(header.words)
        if set(map(len, records)) != {width}:
            for place, cells in enumerate(records, start=len(self.lines)):
                if len(cells) != width:
                    self._odd[place] = cells
            records = [(cells + [""] * width)[:width] for cells in records]
        columns = list(zip(*records, strict=True))
        for column in self.columns.values():
            column.take(columns, len(records))
        self.lines.extend(lines)

    def _record(self, place: int) -> Record:
        cells = self._odd.get(place)
        if cells is None:
            cells = [""] * len(self.plan.header.words)
            for column in self.columns.values():
                raw = column.raw(column.codes[place])
                for position, cell in zip(column.given.places, raw, strict=False):
                    cells[position] = cell
        return Record(self.lines[place], [cell.strip() for cell in cells])

    def _observe(self) -> None:
        """What is still so was seen on the day that the file was made (`--observed`)."""
        day, ended = self.plan.recipe.observed, self.columns.get("ended")
        if not day or ended is None:
            return
        if "seen" not in self.columns:
            self.columns["seen"] = Column(_constant("seen"), readers.date)
            self.columns["seen"].take((), len(self))
            self.columns["seen"].settle()
        seen = self.columns["seen"]
        blank = seen.has({code for code, text in enumerate(seen.texts) if not text})
        is_open = ended.has({code for code, text in enumerate(ended.texts) if text == ".."})
        seen.codes = seen.codes.astype(np.int32)
        seen.codes[blank & is_open] = seen.add(day, readers.date(day))

    def _count(self) -> None:
        """Counts the words for an end that is open or unknown, and blank ends that are open."""
        ended = self.columns.get("ended")
        if ended is None:
            return
        counts = np.bincount(ended.codes)
        for code in np.flatnonzero(counts).tolist():
            for word in self._end_words(ended, code):
                self.plan.counts[word] += int(counts[code])

    def _end_words(self, ended: Column, code: int) -> Iterator[str]:
        if code in ended.defaulted and self.plan.recipe.blank_end == "open":
            yield "blank"
        if ended.given.places:
            yield end_word(ended.raw(code)[0].strip())


def _constant(name: str) -> Given:
    """A field without a column."""
    same: Callable[[tuple[str, ...]], str] = "".join
    return Given(name, (), Memo(same), False, ())


def check_tables(
    tables: Iterable[Table], rows: Mapping[str, list[Row]], problems: Problems
) -> None:
    """Tells what cannot be understood in tables; the rows with a problem join the others."""
    for table in tables:
        rows["roles"].extend(table.row(place, problems) for place in table.wrong())


def rows_of(tables: Iterable[Table], problems: Problems) -> list[Row]:
    """All rows of tables, one by one; only for what looks at few."""
    return [table.row(place, problems) for table in tables for place in range(len(table))]
