"""How many times as likely is it to come as to go? (metrics.md §7, per capita)

Q = [c(X→A) / PY_X] / [c(A→X) / PY_A]: each count against the person-years of those who could have
moved. R's interval times PY_A / PY_X; never to be called the ratio.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from talentdb.metrics.ratio import Counts, Ratio, grouped, ratio_of
from talentdb.metrics.retention import DAYS_A_YEAR
from talentdb.metrics.stay import Reckoning, Stay


class Propensity(NamedTuple):
    """Q with its limits, and the person-years at the counterpart and at the organisation.

    Q and `propensity_upper` are None where nobody went, all three without person-years on a side.
    """

    inbound_person_years: float
    outbound_person_years: float
    propensity: float | None
    propensity_lower: float | None
    propensity_upper: float | None


def result(
    rows: Iterable[Counts], person_years: Mapping[int, float], top: int | None = None
) -> Iterator[tuple[object, ...]]:
    """Each row of the ratio with its propensity beside it.

    The person-years of `(all)` and `other` are those of the counterparts in it.
    """
    for row, parts in grouped(rows, top):
        there = sum(person_years.get(part.counterpart_id or 0, 0.0) for part in parts)
        here = person_years.get(row.organisation_id, 0.0)
        ratio = ratio_of(row)
        yield (*ratio, *propensity(ratio, there, here))


def propensity(ratio: Ratio, inbound_years: float, outbound_years: float) -> Propensity:
    """The propensity that a ratio comes to over the person-years of both sides."""
    scale = outbound_years / inbound_years if inbound_years and outbound_years else None
    scaled = (
        None if value is None or scale is None else value * scale
        for value in (ratio.ratio, ratio.lower, ratio.upper)
    )
    return Propensity(inbound_years, outbound_years, *scaled)


def person_years(
    stays: Iterable[Stay], since: date | None, until: date | None, reckoning: Reckoning
) -> dict[int, float]:
    """The person-years of stays within a window, by organisation; without one, to the day asked.

    An unknown end counts to its last evidence.
    """
    first = since.toordinal() if since else 0
    last = (until or reckoning.as_of).toordinal()
    days: dict[int, int] = {}
    for stay in stays:
        begin, finish = stay.begin(reckoning.dates), stay.finish(reckoning.dates)
        if finish < begin:
            begin, finish = stay.start_earliest, stay.end_latest
        within = min(finish, last) - max(begin, first)
        days[stay.organisation_id] = days.get(stay.organisation_id, 0) + max(0, within)
    return {id: count / DAYS_A_YEAR for id, count in days.items()}
