"""Errors of a name that is not found or is ambiguous (exit code 3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from talentdb.errors.base import TalentdbError


class NameUnclear(TalentdbError):
    exit_code = 3


@dataclass(eq=False)
class NameNotFound(NameUnclear):
    """No record has this name. `near` are the names most like it."""

    noun: str
    text: str
    near: Sequence[str] = ()

    def __str__(self) -> str:
        if self.near:
            return f"no {self.noun} called {self.text!r}. Near: {', '.join(self.near)}."
        return f"no {self.noun} called {self.text!r}: `talentdb find` searches parts of names."


@dataclass(eq=False)
class NameIsAmbiguous(NameUnclear):
    """Several records have this name. `candidates` tell them apart, each beginning with its id."""

    noun: str
    text: str
    candidates: Sequence[str]

    def __str__(self) -> str:
        listed = "".join(f"\n  {candidate}" for candidate in self.candidates)
        return f"several match {self.noun} {self.text!r}; name one by its id:{listed}"


@dataclass(eq=False)
class RecordNotFound(NameUnclear):
    """No record has this id."""

    noun: str
    id: int

    def __str__(self) -> str:
        return f"there is no {self.noun}:{self.id}."


@dataclass(eq=False)
class CreationNotAllowed(NameUnclear):
    """A script named something new. `unknown` are sentences, one for each new name."""

    unknown: Sequence[str]

    def __str__(self) -> str:
        return f"{'; '.join(self.unknown)}: add --create to create what is new."
