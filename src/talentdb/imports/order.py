"""In which order are rows stated, so that the order of a file does not matter?"""

from collections.abc import Iterable, Sequence

from talentdb.dates import OPEN, PartialDate
from talentdb.imports.problems import Row

_NO_BOUND, _UNKNOWN, _STILL = 10**7, 10**8, 10**9  # days; no period between two days is as long


def finest_first(rows: Iterable[Row], *dates: str) -> list[Row]:
    """The rows with the finest dates first, so that coarser ones find what they agree with.

    What goes on comes after all that has ended: a later word may end it, not the other way.
    """
    return sorted(rows, key=lambda row: (*width_of(row, *dates), sorted(row.texts.items())))


def width_of(row: Row, *dates: str) -> Sequence[int]:
    """How exact a row is: the smaller, the finer."""
    widths = [_width(row.values[date]) for date in dates]
    return [_STILL in widths, *widths]


def _width(date: PartialDate | None) -> int:
    """How many days a date may mean; an unknown one more than any, an open end still more."""
    if date is None:
        return _UNKNOWN
    if date == OPEN:
        return _STILL
    if date.earliest is None or date.latest is None:
        return _NO_BOUND
    return (date.latest - date.earliest).days
