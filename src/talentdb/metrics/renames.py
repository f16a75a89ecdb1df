"""Which moves look like a rename? (metrics.md §17)

When nearly everybody of an organisation is at one other a year later, it is more likely that it was
renamed, or taken over, than that all of them moved.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Select, bindparam, case, func, select

from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO
from talentdb.queries.transitions import counted, groups_under
from talentdb.schema import spells

LEAST_MOVED = 3
LEAST_SHARE = 0.5

Body = TypeVar("Body", bound=Hashable)


class Moved(NamedTuple):
    """One person's move between two organisations, between two days that are both known."""

    origin_id: int
    origin: str
    destination_id: int
    destination: str
    person_id: int
    earliest: date
    latest: date


class There(NamedTuple):
    """One person's presence at an organisation; `reach` is the last day of evidence, or None."""

    person_id: int
    organisation_id: int
    begin: date
    reach: date | None


class Suspect(NamedTuple):
    """A suspected rename, in the columns of links.csv; the note holds the evidence."""

    organisation: str
    link: str
    other: str
    started: str
    ended: None
    amount: None
    currency: None
    status: None
    note: str


Period = tuple[date, date]
Departures = dict[int, set[int]]
Candidates = dict[tuple[int, Period], Departures]


def suspected(
    moved: Mapping[tuple[Body, Body], int],
    remaining: Mapping[Body, int],
    left: Mapping[Body, int] | None = None,
) -> dict[tuple[Body, Body], int]:
    """The pairs (origin, destination) that look like one organisation under two names.

    `moved` counts, for two periods, who was at the one in the first and at the other in the
    second; `remaining` who was at the same in both; `left` who moved from each, where one person
    may have gone to several. Suspected is an origin from which at least 3
    people moved, if at least half of its people who are still in the record went to one
    destination. The value is how many those people are.
    """
    if left is None:
        left = Counter()
        for (origin, _), count in moved.items():
            left[origin] += count
    kept = {origin: count + remaining.get(origin, 0) for origin, count in left.items()}
    return {
        (origin, destination): kept[origin]
        for (origin, destination), count in moved.items()
        if left[origin] >= LEAST_MOVED and count >= LEAST_SHARE * kept[origin]
    }


def statement(filter: MoveFilter) -> Select[Any]:
    """The certain moves with both sides, and a first and a last day: columns as of `Moved`."""
    move = counted(filter.rule)
    days = move.c.date_earliest, move.c.date_latest
    return (
        select(FROM.c.id, FROM.c.name, TO.c.id, TO.c.name, move.c.person_id, *days)
        .join(FROM, FROM.c.id == move.c.from_group)
        .join(TO, TO.c.id == move.c.to_group)
        .where(move.c.certain, *(day.is_not(None) for day in days))
        .order_by(*days, move.c.id)
    )


def presences(filter: MoveFilter, organisation_ids: Iterable[int]) -> Select[Any]:
    """Who was at these organisations, and from when to when: columns as of `There`."""
    dated = (spells.c.started, spells.c.started_earliest, spells.c.started_latest)
    group = groups_under(filter.rule).group(spells.c.organisation_id, dated).label("group_id")
    # Written out, since a statement may not have as many parameters.
    ids: Any = bindparam("ids", list(organisation_ids), expanding=True, literal_execute=True)
    begin = func.coalesce(spells.c.started_earliest, spells.c.started_latest)
    reach = case((spells.c.state != "open", spells.c.evidence))
    one = select(spells.c.id, spells.c.person_id, group, begin.label("begin"), reach.label("reach"))
    there = one.where(begin.is_not(None)).subquery("there")
    columns = there.c.person_id, there.c.group_id, there.c.begin, there.c.reach
    return select(*columns).where(there.c.group_id.in_(ids)).order_by(there.c.id)


def candidates(moves: Iterable[Moved]) -> tuple[Candidates, dict[int, str]]:
    """The origins and periods that pass the rule if nobody remained, and everybody's name.

    By origin and period, the people who went to each destination. A period is the calendar year in
    which a move lies, else the days between which it lies: rosters date their moves so.
    """
    names: dict[int, str] = {}
    found: Candidates = {}
    for move in moves:
        names |= {move.origin_id: move.origin, move.destination_id: move.destination}
        period = found.setdefault((move.origin_id, period_of(move)), {})
        period.setdefault(move.destination_id, set()).add(move.person_id)
    kept = {
        (origin, period): went
        for (origin, period), went in found.items()
        if suspected(_numbers(origin, went), {}, {origin: len(_gone(went))})
    }
    return kept, names


def period_of(move: Moved) -> Period:
    """The calendar year that holds the whole move, else the days between which it lies."""
    year = move.earliest.year
    if year == move.latest.year:
        return date(year, 1, 1), date(year, 12, 31)
    return move.earliest, move.latest


def _numbers(origin: int, went: Departures) -> dict[tuple[int, int], int]:
    return {(origin, destination): len(people) for destination, people in went.items()}


def _gone(went: Departures) -> set[int]:
    return set().union(*went.values())


def result(
    found: Candidates, names: Mapping[int, str], there: Iterable[There]
) -> list[tuple[tuple[int, int], Suspect]]:
    """The suspects, most people first, each with its two ids; of one pair the strongest period.

    Remaining are people who were at the origin before the period begins and still are when it is
    over; who left for nowhere known did not stay in the record.
    """
    stays: defaultdict[int, list[There]] = defaultdict(list)
    for stay in there:
        stays[stay.organisation_id].append(stay)
    best: dict[tuple[int, int], tuple[int, int, Period]] = {}
    for (origin, period), went in found.items():
        moved = _numbers(origin, went)
        gone = _gone(went)
        remaining = len({one.person_id for one in stays[origin] if _remains(one, period)} - gone)
        for pair, kept in suspected(moved, {origin: remaining}, {origin: len(gone)}).items():
            strength = (moved[pair], kept, period)
            if pair not in best or _stronger(strength, best[pair]):
                best[pair] = strength
    listed = [(pair, _suspect(pair, names, *best[pair])) for pair in best]
    return sorted(listed, key=lambda one: (-best[one[0]][0], one[1].organisation, one[1].other))


def _stronger(one: tuple[int, int, Period], other: tuple[int, int, Period]) -> bool:
    return (-one[0], one[1], one[2]) < (-other[0], other[1], other[2])


def _remains(stay: There, period: Period) -> bool:
    return stay.begin < period[0] and (stay.reach is None or stay.reach > period[1])


def _suspect(
    pair: tuple[int, int], names: Mapping[int, str], moved: int, kept: int, period: Period
) -> Suspect:
    first, last = period
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    is_year = whole_year and first.year == last.year
    old, new = names[pair[0]], names[pair[1]]
    when = f"in {first.year}" if is_year else f"between {first} and {last}"
    note = f"{moved} of the {kept} people of {old} who stayed in the record went to {new} {when}"
    started = str(first.year) if is_year else f"[{first}..{last}]"
    return Suspect(old, "renamed", new, started, None, None, None, None, note)
