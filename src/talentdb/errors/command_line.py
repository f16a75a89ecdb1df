"""Errors of the command line alone (exit code 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from talentdb.errors.base import TalentdbError


class CommandLineWrong(TalentdbError):
    exit_code = 2


@dataclass(eq=False)
class OptionMisused(CommandLineWrong):
    """Options or arguments that do not go together; the sentence says which and what to do."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(eq=False)
class UnknownChoice(CommandLineWrong):
    """A word where only some words are understood, such as a kind of role."""

    what: str
    value: str
    choices: Sequence[str]

    def __str__(self) -> str:
        return f"{self.what} {self.value!r} is not known: use one of {', '.join(self.choices)}."


@dataclass(eq=False)
class NameRefused(CommandLineWrong):
    """A name (or other text) that cannot be kept: empty, or with NUL or half a character."""

    value: str
    why: str

    def __str__(self) -> str:
        return f"{self.value!r} cannot be kept: {self.why}."


@dataclass(eq=False)
class DateNotUnderstood(CommandLineWrong):
    """A date that cannot be read; `why` says what is wrong or what was expected."""

    text: str
    why: str

    def __str__(self) -> str:
        return f"the date {self.text!r} is not understood: {self.why}."


@dataclass(eq=False)
class DateIsAmbiguous(CommandLineWrong):
    """A date with two readings, day first and month first (both as EDTF)."""

    text: str
    readings: Sequence[str]

    def __str__(self) -> str:
        return (
            f"the date {self.text!r} is either {' or '.join(self.readings)}: write the one meant."
        )


@dataclass(eq=False)
class AmountNotUnderstood(CommandLineWrong):
    """An amount of money that cannot be read, or that lacks its currency."""

    text: str
    why: str

    def __str__(self) -> str:
        return f"the amount {self.text!r} is not understood: {self.why}."
