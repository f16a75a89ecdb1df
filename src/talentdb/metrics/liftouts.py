"""Which teams went over together? (metrics.md §13)"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO, narrowed
from talentdb.queries.transitions import counted
from talentdb.schema import people


class Mover(NamedTuple):
    """One move from X to Y, between the days `earliest` and `latest`, both known."""

    origin_id: int
    origin: str
    destination_id: int
    destination: str
    person_id: int
    person: str
    when: str
    earliest: date
    latest: date
    id: int


class Liftout(NamedTuple):
    """People who moved from one organisation to another within a short time.

    `first` and `last` are the dates (EDTF) of the earliest and the latest of their moves, whose ids
    `moves` holds.
    """

    origin: str
    destination: str
    people: int
    first: str
    last: str
    names: tuple[str, ...]
    moves: tuple[int, ...]


def statement(filter: MoveFilter) -> Select[Any]:
    """The moves that may be part of a lift-out: two-sided, certain, with a first and a last day.

    Pair by pair.
    """
    move = counted(filter.rule)
    rows = (
        select(
            FROM.c.id.label("origin_id"),
            FROM.c.name.label("origin"),
            TO.c.id.label("destination_id"),
            TO.c.name.label("destination"),
            move.c.person_id,
            people.c.name.label("person"),
            move.c.date.label("when"),
            move.c.date_earliest.label("earliest"),
            move.c.date_latest.label("latest"),
            move.c.id,
        )
        .join(people, people.c.id == move.c.person_id)
        .join(FROM, FROM.c.id == move.c.from_group)
        .join(TO, TO.c.id == move.c.to_group)
        .where(move.c.certain, move.c.date_earliest.is_not(None), move.c.date_latest.is_not(None))
        .order_by(move.c.from_group, move.c.to_group, move.c.date_earliest, move.c.id)
    )
    return narrowed(rows, move, filter)


def unbounded(filter: MoveFilter) -> Select[Any]:
    """How many two-sided moves have no date with both a first and a last day."""
    move = counted(filter.rule)
    known = move.c.date_earliest.is_not(None) & move.c.date_latest.is_not(None)
    rows = select(func.count(move.c.id)).where(
        move.c.certain, move.c.from_group.is_not(None), move.c.to_group.is_not(None), ~known
    )
    return narrowed(rows, move, filter)


def result(rows: Iterable[Mover], people: int = 3, days: int = 90) -> list[Liftout]:
    """At least `people` people from X to one Y between two days not more than `days` apart.

    From the earliest day on which the first of their moves may lie to the latest of the last.
    Groups are taken largest first, then earliest, and no move twice; so they come, too. `rows` are
    given pair by pair.
    """
    found = [
        group
        for _, pair in groupby(rows, key=attrgetter("origin_id", "destination_id"))
        for group in _groups(list(pair), people, days)
    ]
    found.sort(key=lambda group: (-_people(group), _order(group)))
    return [_liftout(group) for group in found]


def _people(group: Sequence[Mover]) -> int:
    return len({mover.person_id for mover in group})


def _order(group: Sequence[Mover]) -> tuple[Any, ...]:
    last = max(mover.latest for mover in group)
    first = group[0]
    sides = (first.origin, first.destination, first.origin_id, first.destination_id)
    return (first.earliest, last, *sides)


def _liftout(group: list[Mover]) -> Liftout:
    first = min(group, key=lambda mover: (mover.earliest, mover.latest, mover.when))
    last = max(group, key=lambda mover: (mover.latest, mover.earliest, mover.when))
    names = {mover.person_id: mover.person for mover in group}
    sides = (first.origin, first.destination)
    listed = tuple(sorted(names.values()))
    moves = tuple(mover.id for mover in group)
    return Liftout(*sides, len(names), first.when, last.when, listed, moves)


def _groups(pair: list[Mover], people: int, days: int) -> Iterator[list[Mover]]:
    """The groups of one pair, in the order in which they are taken.

    A group begins on the first day of one of its moves and holds all that end in time. Taking
    one only makes others smaller: so what was the largest is looked at again when it comes up,
    and taken if it still is.
    """
    short = [mover for mover in pair if (mover.latest - mover.earliest).days <= days]
    by_begin = sorted(short, key=lambda mover: (mover.earliest, mover.latest, mover.person_id))
    begins = {mover.earliest: place for place, mover in reversed(list(enumerate(by_begin)))}
    taken: set[int] = set()
    waiting = [(-count, begin) for begin, count in _counts(by_begin, days) if count >= people]
    heapify(waiting)
    while waiting:
        size, begin = heappop(waiting)
        places = [place for place in _within(by_begin, begins[begin], days) if place not in taken]
        group = [by_begin[place] for place in places]
        count = _people(group)
        if count < people or group[0].earliest != begin:
            continue  # too few are left; or it begins later, where it waits as another
        if (-count, begin) > (size, begin):
            heappush(waiting, (-count, begin))
        else:
            taken.update(places)
            yield group


def _within(by_begin: Sequence[Mover], place: int, days: int) -> Iterator[int]:
    """The places of the moves that lie within some days from the beginning of one of them."""
    last = by_begin[place].earliest.toordinal() + days
    while place < len(by_begin) and by_begin[place].earliest.toordinal() <= last:
        if by_begin[place].latest.toordinal() <= last:
            yield place
        place += 1


def _counts(by_begin: Sequence[Mover], days: int) -> Iterator[tuple[date, int]]:
    """How many people move within some days from each day on which a move may begin.

    One pass: moves come in by their last day and go out by their first.
    """
    by_end = sorted(by_begin, key=attrgetter("latest"))
    inside: dict[int, int] = {}
    coming = 0
    for begin, going in groupby(by_begin, key=attrgetter("earliest")):
        last = begin.toordinal() + days
        while coming < len(by_end) and by_end[coming].latest.toordinal() <= last:
            mover = by_end[coming]
            coming += 1
            if mover.earliest >= begin:
                inside[mover.person_id] = inside.get(mover.person_id, 0) + 1
        yield begin, len(inside)
        for mover in going:
            # It came in: it is short enough to end within the days that follow its beginning.
            inside[mover.person_id] -= 1
            if not inside[mover.person_id]:
                del inside[mover.person_id]
