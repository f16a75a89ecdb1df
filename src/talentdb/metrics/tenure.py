"""How long do people stay? (metrics.md §10)

The median of completed stays is biased toward short ones: whoever stays long is not in it yet. The
survival median counts those still there, as long as they are seen; it is None (not reached) where
more than half are still there after the longest time that anybody was followed.
"""

from collections.abc import Iterable, Iterator, Mapping
from statistics import median
from typing import NamedTuple

from talentdb.metrics import survival
from talentdb.metrics.stay import Reckoning, Stay


class Tenure(NamedTuple):
    """One row: counts of stays, medians and the limits of the survival median, in days."""

    organisation: str
    spells: int
    completed: int
    open: int
    unknown: int
    completed_median_days: float | None
    survival_median_days: float | None
    survival_lower_days: float | None
    survival_upper_days: float | None


def result(
    stays: Iterable[Stay], names: Mapping[int, str], reckoning: Reckoning
) -> Iterator[Tenure]:
    """A row an organisation, in the order of `names`; presumed ends count as ends."""
    by_organisation: dict[int, list[Stay]] = {id: [] for id in names}
    for stay in stays:
        by_organisation[stay.organisation_id].append(stay)
    for organisation_id, mine in by_organisation.items():
        lengths = [stay.days(reckoning.dates) for stay in mine]
        over = [stay.is_over for stay in mine]
        curve = survival.kaplan_meier(lengths, over)
        yield Tenure(
            names[organisation_id],
            len(mine),
            sum(over),
            sum(stay.ending == "open" for stay in mine),
            sum(stay.ending == "unknown" for stay in mine),
            completed_median(mine, reckoning.dates),
            *survival.median(curve),
        )


def completed_median(stays: Iterable[Stay], dates: str) -> float | None:
    """The median length in days of those that are over; None without one."""
    lengths = [stay.days(dates) for stay in stays if stay.is_over]
    return float(median(lengths)) if lengths else None
