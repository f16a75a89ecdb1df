"""By which way do people come from one organisation to another? (metrics.md §14)"""

from collections.abc import Collection, Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from talentdb.metrics.chains import Step, by_days, by_roles, walks

# Longer chains are careers, and each is one person's own.
LONGEST = 4


class Path(NamedTuple):
    """A chain of organisations, as `Acme → Hooli → Globex`, and how many people went it.

    `moves` are the ids of theirs, person by person in the order in which they went.
    """

    path: str
    people: int
    moves: tuple[int, ...]


def result(
    steps: Iterable[Step], origins: Collection[int], destinations: Collection[int]
) -> list[Path]:
    """The ways from an origin to a destination, the commonest first, then the shorter.

    A way begins when its person leaves an origin for the last time before joining a destination,
    and has at most four moves; whoever went it twice counts once. `steps` are given person by
    person. A move is followed by the next one that is dated, if that leaves where it led to, and by
    one that leaves the role which it led to, dated or not.
    """
    people: dict[tuple[int, ...], set[int]] = {}
    moves: dict[tuple[int, ...], dict[int, None]] = {}
    names: dict[int, str] = {}
    for person_id, mine in groupby(steps, key=attrgetter("person_id")):
        for chain in _ways(list(mine), origins, destinations):
            stops = (chain[0].origin_id, *(step.destination_id for step in chain))
            names |= {step.destination_id: step.destination for step in chain}
            names[chain[0].origin_id] = chain[0].origin
            people.setdefault(stops, set()).add(person_id)
            moves.setdefault(stops, {}).update(dict.fromkeys(step.id for step in chain))
    ordered = sorted(
        people,
        key=lambda stops: (-len(people[stops]), len(stops), [names[s] for s in stops], stops),
    )
    return [
        Path(" → ".join(names[s] for s in stops), len(people[stops]), tuple(moves[stops]))
        for stops in ordered
    ]


def _ways(
    mine: list[Step], origins: Collection[int], destinations: Collection[int]
) -> Iterable[tuple[Step, ...]]:
    linked, next_ones = by_roles(mine), by_days(mine)
    onward = {
        step.id: list(dict.fromkeys((*linked[step.id], *next_ones.get(step.id, ()))))
        for step in mine
    }
    for first in mine:
        if first.origin_id in origins:
            for chain in walks(first, onward, destinations, LONGEST):
                if not any(step.origin_id in origins for step in chain[1:]):
                    yield chain
