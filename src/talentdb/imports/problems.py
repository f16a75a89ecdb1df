"""Which rows of which files cannot be taken, and why? All is collected and told at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from talentdb.errors import (
    CsvRefused,
    DateIsAmbiguous,
    DateNotUnderstood,
    EndsBeforeStart,
    LinkMakesLoop,
    NameRefused,
    Problem,
    TalentdbError,
)

_STRENGTHS = ("unchanged", "updated", "created")
_OWN_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(eq=False, slots=True)
class Row:
    """One record of a file: where it begins, its cells as written and as understood.

    Every column of its kind has a value, None where the cell is blank or the column missing.
    `labels` are the file's own words for columns, where they differ from ours. A row that stands
    beside another, for what a record says besides its fact, has that one as `main`.
    """

    file: str
    line: int
    texts: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    outcome: str = "unchanged"
    labels: Mapping[str, str] = field(default_factory=lambda: _OWN_NAMES)
    main: "Row | None" = None
    kind: str = ""

    @property
    def place(self) -> str:
        """Where the row stands, as people write it."""
        return f"{self.file}:{self.line}"

    def place_of(self, _: int) -> str:
        """The same, where one of several places is asked for."""
        return self.place

    def became(self, outcome: str) -> None:
        """Notes what the row did; creating says more than updating."""
        self.outcome = max(self.outcome, outcome, key=_STRENGTHS.index)
        if self.main is not None:
            self.main.became(outcome)


class Problems:
    """What is wrong with the files; a row with a problem takes no part in what follows.

    `rows` is how many were read.
    """

    def __init__(self, files: Sequence[str]) -> None:
        self.rows = 0
        self._order = {file: place for place, file in enumerate(files)}
        self._found: list[Problem] = []
        self._rejected: set[tuple[str, int]] = set()
        self._left_out: set[str] = set()

    def add(self, file: str, line: int, column: str, value: str, message: str) -> None:
        """Notes what is wrong with a cell, or with a line where no column is named."""
        # Bytes that are no UTF-8 were read as half characters, which no terminal or JSON takes.
        shown = value.encode("utf-8", "surrogatepass").decode("utf-8", "backslashreplace")
        if any("\udc80" <= character <= "\udcff" for character in value):
            shown = value.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        self._found.append(Problem(file, line, column, shown, message))
        self._rejected.add((file, line))

    def about(self, row: Row, column: str, message: str) -> None:
        """Notes what is wrong with a cell of this row."""
        label = row.labels.get(column, column)
        self.add(row.file, row.line, label, row.texts.get(column, ""), message)

    def refused(self, row: Row, error: TalentdbError, column: str = "", more: str = "") -> None:
        """Notes what the record says against this row; `more` follows the sentence."""
        if isinstance(error, EndsBeforeStart):
            column = "ended"
        elif isinstance(error, LinkMakesLoop):
            column = "other"
        self.about(row, column, message_of(error) + more)

    def rejected(self, file: str) -> set[int]:
        """The lines of a file that have a problem, or follow from one."""
        return {line for name, line in self._rejected if name == file}

    def reject(self, row: Row) -> None:
        """Leaves out a row whose trouble follows from a problem that is told already."""
        self._rejected.add((row.file, row.line))

    def sound(self, rows: Sequence[Row]) -> list[Row]:
        """The rows without a problem so far."""
        return [row for row in rows if (row.file, row.line) not in self._rejected]

    def among(self, rows: Sequence[Row]) -> bool:
        """Whether a row of these has a problem, so that what it would have made is missing."""
        return any((row.file, row.line) in self._rejected for row in rows)

    def forget_what_follows(self) -> None:
        """Takes back what `reject` left out: without the refused rows it may be judged anew."""
        self._rejected = {(problem.file, problem.line) for problem in self._found}

    @property
    def count(self) -> int:
        """How many problems there are so far."""
        return len(self._found)

    @property
    def lines(self) -> int:
        """How many rows are refused so far."""
        return len(self._rejected)

    def reasons(self, file: str) -> dict[int, str]:
        """What is wrong with each refused line of a file, in one sentence."""
        found: dict[int, list[str]] = {}
        for problem in self._found:
            if problem.file == file:
                value = f" {problem.value!r}" if problem.value else ""
                words = f"{problem.column}{value}: ".lstrip() if problem.column or value else ""
                found.setdefault(problem.line, []).append(f"{words}{problem.message}")
        return {line: "; ".join(dict.fromkeys(told)) for line, told in found.items()}

    def position(self, row: Row) -> tuple[int, int]:
        """Where a row stands in the files, to be sorted by."""
        return (self._order[row.file], row.line)

    def in_order(self) -> tuple[Problem, ...]:
        """All problems, file by file and line by line."""
        return tuple(sorted(self._found, key=lambda one: (self._order[one.file], one.line)))

    def leave_out(self, file: str) -> None:
        """Notes that nothing of a file can be taken, so that leaving out rows is no help."""
        self._left_out.add(file)

    def refuse_headers(self, shown: int) -> None:
        """Raises CsvRefused for the files of which nothing can be taken, if there are any."""
        found = tuple(problem for problem in self.in_order() if problem.file in self._left_out)
        if found:
            raise CsvRefused(found, shown, self.rows)

    def refuse(self, shown: int) -> None:
        """Raises CsvRefused with all problems if there are any; so many of them are shown."""
        if self._found:
            raise CsvRefused(self.in_order(), shown, self.rows)


def message_of(error: TalentdbError) -> str:
    """What an error says where the value stands beside it, without a full stop."""
    if isinstance(error, DateNotUnderstood | NameRefused):
        return error.why
    if isinstance(error, DateIsAmbiguous):
        either = " or ".join(error.readings)
        return f"it is either {either}: write the one meant, or say --date-format day-first"
    return str(error).removesuffix(".")
