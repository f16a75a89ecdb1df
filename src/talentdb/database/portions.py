"""In which portions do very many values go to a database?"""

from collections.abc import Iterable
from typing import TypeVar

BATCH = 5000
T = TypeVar("T")


def batches(ids: Iterable[int], size: int | None = None) -> Iterable[list[int]]:
    """The ids in portions small enough for one statement's parameters."""
    return portions(list(ids), size)


def portions(listed: list[T], size: int | None = None) -> Iterable[list[T]]:
    """Whatever is listed, so many at a time."""
    size = size or BATCH
    for start in range(0, len(listed), size):
        yield listed[start : start + size]
