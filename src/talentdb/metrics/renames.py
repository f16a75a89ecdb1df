"""Which organisations look renamed, because most of their people are together elsewhere?"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Suspected(NamedTuple):
    """An origin and a destination: `moved` of its `stayed` people, those still on record."""

    origin: int
    destination: int
    moved: int
    stayed: int


def suspected(pairs: Iterable[tuple[int, int]], at_least: int = 3) -> list[Suspected]:
    """Renames that look like moves between two periods, those of most people first.

    One pair for each person of an origin who stayed in the record: where they were, and where
    they are, which may be the same. Suspected are origins that at least 3 people left, if at
    least half of those who stayed in the record went to one destination (docs: metrics.md §17).
    """
    gone: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for origin, destination in pairs:
        gone[origin][destination] += 1
    found = []
    for origin, counted in gone.items():
        stayed, left = counted.total(), counted.total() - counted[origin]
        if left >= at_least:
            elsewhere = ((one, count) for one, count in counted.items() if one != origin)
            destination, moved = min(elsewhere, key=lambda one: (-one[1], one[0]))
            if moved * 2 >= stayed:
                found.append(Suspected(origin, destination, moved, stayed))
    return sorted(found, key=lambda one: (-one.moved, one.origin))
