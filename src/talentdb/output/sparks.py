"""How is a series of numbers drawn in one line?"""

from collections.abc import Sequence
from typing import NamedTuple

_BLOCKS = "▁▂▃▄▅▆▇█"
_PLAIN = "_.:-=+*#"


class Series(NamedTuple):
    """Numbers of 0 or more, in order, under a name; drawn by how much of `greatest` each is."""

    name: str
    values: Sequence[int]
    greatest: int


def spark(series: Series, length: int, blocks: bool) -> str:
    """One character a number, of the last `length` numbers; nothing is a blank.

    Whatever is not 0 can be seen. Without `blocks` in ASCII.
    """
    shapes = _BLOCKS if blocks else _PLAIN
    shown = series.values[-length:] if length > 0 else ()
    return "".join(_shape(value / (series.greatest or 1), shapes) for value in shown)


def _shape(part: float, shapes: str) -> str:
    if part <= 0:
        return " "
    return shapes[min(len(shapes) - 1, int(part * len(shapes)))]
