"""Errors of a statement that the record or a rule refuses (exit code 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talentdb.errors.base import TalentdbError


class RecordRefuses(TalentdbError):
    exit_code = 4


@dataclass(eq=False)
class RuleBroken(RecordRefuses):
    """A rule of the ledger that has no error of its own; the sentence says which."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(eq=False)
class EndsBeforeStart(RecordRefuses):
    """A period whose end lies wholly before its start (both as EDTF)."""

    started: str
    ended: str

    def __str__(self) -> str:
        return (
            f"it would end ({self.ended}) before it starts ({self.started}): mend one of the two."
        )


@dataclass(eq=False)
class LinkMakesLoop(RecordRefuses):
    """A link that would make an organisation part, or successor, of itself."""

    organisation: str
    kind: str
    other: str

    def __str__(self) -> str:
        return (
            f"{self.organisation} {self.kind} {self.other} would close a loop: "
            f"{self.other} already leads to {self.organisation}."
        )


@dataclass(eq=False)
class RecordContradicted(RecordRefuses):
    """A statement that the record contradicts; `what` is recorded, `instead` says what to do."""

    what: str
    instead: str

    def __str__(self) -> str:
        return f"{self.what}: {self.instead}."


@dataclass(eq=False)
class ViaMakesLoop(RecordRefuses):
    """A source that would be known through one that is known only through it."""

    source: str
    via: str

    def __str__(self) -> str:
        return f"{self.via} is itself known via {self.source}: one of the two was there first."


@dataclass(eq=False)
class StillNeeded(RecordRefuses):
    """A record that others rest on; how many of each kind, and what to do."""

    record: str
    counts: Mapping[str, int]
    instead: str

    def __str__(self) -> str:
        counted = ", ".join(
            f"{count} {noun}{'s' if count != 1 else ''}" for noun, count in self.counts.items()
        )
        return f"{self.record} is needed by {counted}: {self.instead}."


@dataclass(eq=False)
class UndoRefused(RecordRefuses):
    """A change set that cannot be taken back; `later` names the writes that rest on it."""

    change: int
    later: Sequence[str]

    def __str__(self) -> str:
        listed = "".join(f"\n  {line}" for line in self.later)
        return f"change {self.change} cannot be undone: later writes rest on it.{listed}"


_SHOWN = 200  # characters of a cell that are shown


@dataclass(frozen=True)
class Problem:
    """What is wrong with one cell of a file. Lines and columns count from 1, the header too.

    `column` is the header's word, empty where the whole line is meant.
    """

    file: str
    line: int
    column: str
    value: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" + (f" {self.column}" if self.column else "")
        shown = self.value if len(self.value) <= _SHOWN else f"{self.value[:_SHOWN]}…"
        value = f" {shown!r}" if shown else ""
        return f"{place}{value}: {self.message}"


@dataclass(eq=False)
class CsvRefused(RecordRefuses):
    """Files with problems, all of them, and how many rows were read; nothing was written."""

    problems: Sequence[Problem]
    shown: int = 50
    rows: int = 0

    def __str__(self) -> str:
        count = len(self.problems)
        lines = [str(problem) for problem in self.problems[: self.shown]]
        if count > self.shown:
            lines.append(f"… and {count - self.shown} more")
        noun = "problem" if count == 1 else "problems"
        return "\n".join([*lines, f"{count} {noun}; nothing was written. Mend and import again."])
