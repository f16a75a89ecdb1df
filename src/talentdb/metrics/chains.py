"""Which moves of one person follow one another?

By roles: a move leaves the very role that the one before led to; that needs no date. By days: a
move is the next of that person, and leaves the organisation that the one before led to.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

Onward = Mapping[int, Sequence["Step"]]


class Step(NamedTuple):
    """A move between two organisations, each standing for its own in this question."""

    id: int
    person_id: int
    person: str
    origin_id: int
    origin: str
    destination_id: int
    destination: str
    from_role_id: int | None
    to_role_id: int | None
    when: str | None
    earliest: date | None
    latest: date | None
    certain: bool
    possible: bool


def by_roles(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """The moves of one person that leave the role which each leads to, by the id of each."""
    leaving = defaultdict(list)
    for step in steps:
        if step.from_role_id is not None:
            leaving[step.from_role_id].append(step)
    return {
        step.id: leaving.get(step.to_role_id, []) if step.to_role_id is not None else []
        for step in steps
    }


def by_days(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """The next moves of one person that leave where each leads to, by the id of each.

    Moves that begin on one day may follow one another either way.
    """
    dated = sorted((step for step in steps if begin(step)), key=lambda step: (begin(step), step.id))
    days = [list(group) for _, group in groupby(dated, key=begin)]
    onward: dict[int, list[Step]] = {}
    for place, today in enumerate(days):
        later = days[place + 1] if place + 1 < len(days) else []
        for step in today:
            onward[step.id] = [
                other
                for other in (*today, *later)
                if other is not step and other.origin_id == step.destination_id
            ]
    return onward


def begin(step: Step) -> date | None:
    """The day by which a move is put in order; None if it is undated."""
    return step.earliest or step.latest


def walks(
    first: Step, onward: Onward, goals: Container[int], longest: int
) -> Iterator[tuple[Step, ...]]:
    """Every chain of moves that begins with this one and ends where it first reaches a goal.

    It comes by no move twice, and has at most `longest` of them.
    """
    waiting: list[tuple[Step, ...]] = [(first,)]
    while waiting:
        chain = waiting.pop()
        if chain[-1].destination_id in goals:
            yield chain
        elif len(chain) < longest:
            further = onward.get(chain[-1].id, ())
            waiting += [(*chain, step) for step in further if step not in chain]
