"""What was said on this command line beside the command's own words?

One command line is one invocation: `main` begins it, the everyday options fill it in.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Invocation:
    """The words as typed, and the options that many commands share, by their names."""

    words: tuple[str, ...]
    given: dict[str, Any] = field(default_factory=dict)
    held: list[Callable[[], None]] | None = None

    def take(self, options: dict[str, Any]) -> None:
        """Adds what was given; what was not given here leaves an earlier word standing."""
        for name, value in options.items():
            if value not in (None, False, (), []) or name not in self.given:
                self.given[name] = value

    def __getitem__(self, name: str) -> Any:
        return self.given.get(name)


_current: ContextVar[Invocation] = ContextVar("invocation")


def begin(words: tuple[str, ...]) -> Invocation:
    """Begins the invocation of these words."""
    invocation = Invocation(words)
    _current.set(invocation)
    return invocation


def invocation() -> Invocation:
    """The invocation that runs."""
    return _current.get()
