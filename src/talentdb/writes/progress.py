"""How far is a long write? Told every thousand rows to whoever listens."""

from collections.abc import Callable, Iterable, Iterator, Sized
from itertools import chain, islice
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Portion = TypeVar("Portion", bound=Sized)
# Takes what is being done, how much of it is done, and of how much: 0 if that is not known.
Progress: TypeAlias = Callable[[str, int, int], None]

_PORTION = 1000


def unheard(what: str, done: int, of: int) -> None:
    """Nobody listens."""


def told(rows: Iterable[T], progress: Progress, what: str, of: int = 0) -> Iterator[T]:
    """The rows; how far they are is told with every thousand of them, taken together."""
    waiting = iter(rows)
    portions: Iterator[list[T]] = iter(lambda: list(islice(waiting, _PORTION)), [])
    return chain.from_iterable(steps(portions, progress, what, of))


def steps(
    portions: Iterable[Portion], progress: Progress, what: str, of: int = 0
) -> Iterator[Portion]:
    """The portions; before each it is told how much was in those that are done."""
    done = 0
    for portion in portions:
        progress(what, done, of)
        yield portion
        done += len(portion)
    if done:
        progress(what, done, done)
