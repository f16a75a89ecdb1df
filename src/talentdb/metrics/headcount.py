"""How many people are there on a day? (metrics.md §11)

Whoever has a stay that runs on it: from the earliest day that the start may mean to the latest
that the end may (`--dates outer`, the default here). `possible` are those of whom only an
unbounded date or an unknown end allows it. Whether a part belongs is asked as of that day.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, Literal, NamedTuple

from talentdb.derivation import spell_of_one
from talentdb.metrics.stay import Reckoning, Stay, stay_of
from talentdb.metrics.stays import as_role, evidence_of

Presence = Literal["certain", "possible"]


class Headcount(NamedTuple):
    """One row: people certainly there, and people who may be."""

    organisation: str
    date: date
    people: int
    possible: int


class Present(NamedTuple):
    """One person on one day at one organisation."""

    stay: Stay
    date: date
    presence: Presence


def present(rows: Iterable[Any], reckoning: Reckoning) -> Iterator[Present]:
    """Whoever is, or may be, there, from the rows of `spells_on_days`; once a day and person."""
    for (_, day, _), group in groupby(rows, key=lambda row: (row.group_id, row.day, row.person_id)):
        found: dict[str, Stay] = {}
        for row in group:
            stay = _alone(row, reckoning)
            presence = presence_on(stay, day.toordinal(), reckoning.dates)
            if presence is not None:
                found.setdefault(presence, stay)
        if "certain" in found:
            yield Present(found["certain"], day, "certain")
        elif "possible" in found:
            yield Present(found["possible"], day, "possible")


def presence_on(stay: Stay, day: int, dates: str) -> Presence | None:
    """Whether the person is there on a day, or only may be; None: no."""
    begun = day >= stay.begin(dates)
    ended = day > stay.finish(dates)
    if begun and not ended:
        return "certain"
    maybe_begun = begun or stay.since_unbounded
    maybe_there = not ended or stay.until_unbounded or stay.ending == "unknown"
    return "possible" if maybe_begun and maybe_there else None


def result(found: Iterable[Present], names: Mapping[int, str]) -> Iterator[Headcount]:
    """A row an organisation and day, in the order of both."""
    counts: dict[tuple[int, date], list[int]] = {}
    for one in found:
        pair = counts.setdefault((one.stay.organisation_id, one.date), [0, 0])
        pair[one.presence == "possible"] += 1
    order = list(names)
    for id, day in sorted(counts, key=lambda key: (order.index(key[0]), key[1])):
        people, possible = counts[id, day]
        yield Headcount(names[id], day, people, possible)


def _alone(row: Any, reckoning: Reckoning) -> Stay:
    spell = spell_of_one(as_role(row), {})._replace(evidence=evidence_of(row))
    if row.presumed_end is not None:
        spell = spell._replace(presumed_end=row.presumed_end.toordinal())
    roles = tuple(dict.fromkeys((row.first_role_id, row.last_role_id)))
    return stay_of((row.person_id, row.person, row.group_id, roles), spell, reckoning)
