"""Who came back? (metrics.md §12)

A return is seen in two ways. By spells: two consecutive ones at an organisation, and one elsewhere
running on some day of the hole between. By chain: recorded moves, each leaving the very role that
the one before led to, go from an organisation elsewhere and back; these need no dates.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from talentdb.metrics.chains import Step, by_roles, walks

# As between the roles of one spell (metrics.md §2).
BRIDGE_DAYS = 31


class Stay(NamedTuple):
    """A spell, at the organisation that stands for its own in this question.

    `begin` is the day that it is ordered by; it reaches to `reach` by its last evidence, and to
    `until` if its end is presumed from a spell elsewhere (both None: without end). Dates are
    given as text with their bounds. `joined_by` and `left_by` are the recorded moves that say how
    it began and ended.
    """

    person_id: int
    person: str
    organisation_id: int
    organisation: str
    begin: date
    reach: date | None
    until: date | None
    started: str
    started_earliest: date | None
    started_latest: date | None
    left: str | None
    left_earliest: date | None
    left_latest: date | None
    joined_by: int | None
    left_by: int | None
    certain: bool
    possible: bool


class Return(NamedTuple):
    """A person who was back, in the fields of `query boomerangs`, and how it is known.

    `away_days` runs from the middle day of the leaving to that of the return; None unless both
    are bounded. `moves` are the recorded moves that say so.
    """

    person: str
    organisation: str
    left: str | None
    returned: str | None
    away_days: int | None
    via: tuple[str, ...]
    person_id: int
    organisation_id: int
    returned_latest: date | None
    certain: bool
    possible: bool
    moves: frozenset[int]


def result(stays: Iterable[Stay], steps: Iterable[Step], asked: Sequence[int]) -> list[Return]:
    """Every return to an organisation asked about (none: to any), the latest first.

    `stays` and `steps` are given person by person, stays in the order of their `begin`. What
    spells and moves both tell is told once, by the spells, which know the dates.
    """
    found = [
        back
        for _, group in groupby(stays, key=attrgetter("person_id"))
        for back in _by_spells(list(group))
    ]
    told = {(back.organisation_id, move) for back in found for move in back.moves}
    for _, mine in groupby(steps, key=attrgetter("person_id")):
        chained = map(_by_chain, _chains(list(mine)))
        found += [
            back
            for back in chained
            if not any((back.organisation_id, move) in told for move in back.moves)
        ]
    if asked:
        found = [back for back in found if back.organisation_id in asked]
    return sorted(found, key=_latest_first)


def _chains(mine: list[Step]) -> Iterator[tuple[Step, ...]]:
    """The chains of one person's recorded moves that leave an organisation and lead back."""
    onward = by_roles(mine)
    for first in mine:
        if first.origin_id != first.destination_id:
            yield from walks(first, onward, {first.origin_id}, len(mine))


def _latest_first(back: Return) -> tuple[int, str, str, int, int, tuple[str, ...]]:
    day = 0 if back.returned_latest is None else -back.returned_latest.toordinal()
    ids = back.person_id, back.organisation_id
    return day, back.person, back.organisation, *ids, back.via


def _by_spells(mine: list[Stay]) -> list[Return]:
    places: defaultdict[int, list[Stay]] = defaultdict(list)
    for stay in mine:
        places[stay.organisation_id].append(stay)
    return [
        back
        for stays in places.values()
        for before, after in pairwise(_joined(stays))
        if (back := _return(before, after, mine))
    ]


def _joined(stays: list[Stay]) -> list[Stay]:
    """One for each unbroken presence: spells at parts of one organisation may follow closely.

    Each begins as its first spell and ends as the one that reaches furthest.
    """
    joined: list[Stay] = []
    for stay in stays:
        last = joined[-1] if joined else None
        if last is None or (last.reach and (stay.begin - last.reach).days > BRIDGE_DAYS):
            joined.append(stay)
        elif last.reach and (stay.reach is None or stay.reach > last.reach):
            begun = ("begin", "started", "started_earliest", "started_latest", "joined_by")
            kept = {name: getattr(last, name) for name in (*begun, "certain", "possible")}
            joined[-1] = stay._replace(**kept)
    return joined


def _return(before: Stay, after: Stay, mine: list[Stay]) -> Return | None:
    between = [stay for stay in mine if _runs_between(stay, before, after)]
    if not between:
        return None
    via = tuple(dict.fromkeys(stay.organisation for stay in between))
    moves = (before.left_by, after.joined_by)
    return Return(
        after.person,
        after.organisation,
        before.left,
        after.started,
        _days(
            (before.left_earliest, before.left_latest),
            (after.started_earliest, after.started_latest),
        ),
        via,
        after.person_id,
        after.organisation_id,
        after.started_latest,
        after.certain,
        after.possible,
        frozenset(move for move in moves if move is not None),
    )


def _runs_between(stay: Stay, before: Stay, after: Stay) -> bool:
    """Whether a spell elsewhere runs on some day after the one ends and before the other begins."""
    if before.reach is None or stay.begin >= after.begin:
        return False
    if stay.organisation_id == after.organisation_id:
        return False
    if (after.begin - before.reach).days < 2:
        return False
    return stay.until is None or stay.until > before.reach


def _by_chain(chain: tuple[Step, ...]) -> Return:
    first, last = chain[0], chain[-1]
    via = tuple(dict.fromkeys(step.destination for step in chain[:-1]))
    return Return(
        last.person,
        last.destination,
        first.when,
        last.when,
        _days((first.earliest, first.latest), (last.earliest, last.latest)),
        via,
        last.person_id,
        last.destination_id,
        last.latest,
        last.certain,
        last.possible,
        frozenset((first.id, last.id)),
    )


def _days(
    start: tuple[date | None, date | None], end: tuple[date | None, date | None]
) -> int | None:
    (left, left_latest), (back, back_latest) = start, end
    if left is None or left_latest is None or back is None or back_latest is None:
        return None
    middle = left + (left_latest - left) // 2
    return max(0, (back + (back_latest - back) // 2 - middle).days)
