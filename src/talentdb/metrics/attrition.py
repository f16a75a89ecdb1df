"""Which part of the people left within a year? (metrics.md §11)

Stays that ended in the 12 months up to the day asked about, by the middle day of their end,
divided by the mean headcount of that day and the same day of the 12 months before. Presumed ends
count; ends that are not known do not, and stand beside.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from talentdb.dates.years import months_after
from talentdb.metrics.headcount import Present
from talentdb.metrics.stay import Reckoning, Stay

MONTHS = 12


class Attrition(NamedTuple):
    """One row; `attrition` is a fraction, None without anybody there; `unknown` may have left."""

    organisation: str
    departures: int
    average_headcount: float
    attrition: float | None
    unknown: int


def days(as_of: date) -> list[date]:
    """The days on which heads are counted: 13, the last of them `as_of`."""
    return [months_after(as_of, -months) for months in range(MONTHS, -1, -1)]


def departed(stays: Iterable[Stay], reckoning: Reckoning) -> Iterator[Stay]:
    """The stays that ended in the 12 months, and those of unknown end that may have."""
    last = reckoning.as_of
    first = months_after(last, -MONTHS).toordinal()
    for stay in stays:
        ended = stay.finish(reckoning.dates)
        in_year = stay.is_over and first < ended <= last.toordinal()
        if in_year or (stay.ending == "unknown" and stay.end_latest < last.toordinal()):
            yield stay


def result(
    gone: Iterable[Stay], there: Iterable[Present], names: Mapping[int, str], as_of: date
) -> Iterator[Attrition]:
    """A row an organisation, in the order of `names`; `there` on each of `days`."""
    people = Counter(one.stay.organisation_id for one in there if one.presence == "certain")
    left: Counter[int] = Counter()
    unknown: Counter[int] = Counter()
    for stay in gone:
        (left if stay.is_over else unknown)[stay.organisation_id] += 1
    for id, name in names.items():
        average = people[id] / len(days(as_of))
        share = left[id] / average if average else None
        yield Attrition(name, left[id], average, share, unknown[id])
