"""Which spells of a person show a return? (metrics.md §12)

Two consecutive stays at an organisation, and a spell elsewhere running on some day of the hole
between.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

# What a stay of several spells has of its first.
BEGUN = (
    "begin",
    "started",
    "started_earliest",
    "started_latest",
    "joined_by",
    "first_role_id",
    "certain",
    "possible",
)


class Stay(NamedTuple):
    """A spell at `place_id`, for which `organisation_id` stands in this question.

    `begin` is the day that it is ordered by; it reaches to `reach` by its last evidence, and to
    `until` if its end is presumed from a spell elsewhere (both None: without end). Dates are
    given as text with their bounds. `joined_by` and `left_by` are the recorded moves that say how
    it began and ended.
    """

    person_id: int
    person: str
    place_id: int
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
    ends_unknown: bool
    first_role_id: int
    last_role_id: int
    certain: bool
    possible: bool


class Trace(NamedTuple):
    """Roles or recorded moves that show a part of a return: where from or where to, and when."""

    roles: tuple[int, ...]
    moves: tuple[int, ...]
    origin: str | None
    destination: str | None
    date: str | None


class Return(NamedTuple):
    """A person who was back, in the fields of `query boomerangs`, and how it is known.

    `away_days` runs from the middle day of the leaving to that of the return; None unless both
    are bounded. `moves` are the recorded moves that say so, `traces` all that does, in order.
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
    moves: tuple[int, ...]
    traces: tuple[Trace, ...]


def by_spells(mine: list[Stay], bridge: int) -> list[Return]:
    """The returns that the spells of one person show, given in the order of their `begin`."""
    return [
        back
        for stays in _joined(mine, bridge).values()
        for before, after in pairwise(stays)
        if (back := _return(before, after, mine))
    ]


def _joined(mine: list[Stay], bridge: int) -> dict[int, list[Stay]]:
    """One for each unbroken presence, by organisation: spells at its parts may follow closely.

    Each begins as its first spell and ends as the one that reaches furthest.
    """
    places: defaultdict[int, list[Stay]] = defaultdict(list)
    before: Stay | None = None
    for stay in mine:
        joined = places[stay.organisation_id]
        last = joined[-1] if joined else None
        if last is None or not (_bridged(last, stay, bridge) or _passes_on(before, stay)):
            joined.append(stay)
        elif last.reach and (stay.reach is None or stay.reach > last.reach):
            kept = {name: getattr(last, name) for name in BEGUN}
            joined[-1] = stay._replace(**kept)
        before = stay
    return places


def _bridged(last: Stay, stay: Stay, bridge: int) -> bool:
    return last.reach is None or (stay.begin - last.reach).days <= bridge


def _passes_on(before: Stay | None, stay: Stay) -> bool:
    """Whether the spell before is at another part, and how it ended is not known."""
    return (
        before is not None
        and before.ends_unknown
        and before.organisation_id == stay.organisation_id
        and before.place_id != stay.place_id
    )


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
        days_between(
            (before.left_earliest, before.left_latest),
            (after.started_earliest, after.started_latest),
        ),
        via,
        after.person_id,
        after.organisation_id,
        after.started_latest,
        after.certain,
        after.possible,
        tuple(move for move in moves if move is not None),
        tuple(_traces(before, between, after)),
    )


def _traces(before: Stay, between: list[Stay], after: Stay) -> Iterator[Trace]:
    """That somebody left, was elsewhere, and came back."""
    left = (before.left_by,) if before.left_by is not None else ()
    yield Trace((before.last_role_id,), left, before.organisation, None, before.left)
    for stay in (*between, after):
        roles = {stay.first_role_id} if stay is after else {stay.first_role_id, stay.last_role_id}
        joined = (stay.joined_by,) if stay.joined_by is not None else ()
        yield Trace(tuple(sorted(roles)), joined, None, stay.organisation, stay.started)


def _runs_between(stay: Stay, before: Stay, after: Stay) -> bool:
    """Whether a spell elsewhere runs on some day after the one ends and before the other begins."""
    if before.reach is None or stay.begin >= after.begin:
        return False
    if stay.organisation_id == after.organisation_id:
        return False
    if (after.begin - before.reach).days < 2:
        return False
    return stay.until is None or stay.until > before.reach


def days_between(
    start: tuple[date | None, date | None], end: tuple[date | None, date | None]
) -> int | None:
    """The days from the middle of one date to that of another; None unless both are bounded."""
    (left, left_latest), (back, back_latest) = start, end
    if left is None or left_latest is None or back is None or back_latest is None:
        return None
    middle = left + (left_latest - left) // 2
    return max(0, (back + (back_latest - back) // 2 - middle).days)
