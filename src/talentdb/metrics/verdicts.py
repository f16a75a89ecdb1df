"""Was somebody still there on the day that a definition of retention asks about? (metrics.md §9)"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from talentdb.dates.years import months_after, years_after
from talentdb.metrics.stay import Reckoning, Stay

Verdict = Literal["retained", "left", "unknown"]
VERDICTS: tuple[Verdict, ...] = ("retained", "left", "unknown")


class Judged(NamedTuple):
    """A stay under one definition, and whether the person was still there."""

    stay: Stay
    definition: str
    verdict: Verdict


def judge(
    firsts: Iterable[Stay], definition: str, years: int, reckoning: Reckoning
) -> Iterator[Judged]:
    """Each stay that the definition is about, with its verdict; for `survival` all of them."""
    asked_on = day_asked(definition, years, reckoning)
    for stay in firsts:
        day = asked_on(stay.begin(reckoning.dates))
        if day is not None:
            yield Judged(stay, definition, verdict(stay, day, reckoning.dates))


def day_asked(definition: str, years: int, reckoning: Reckoning) -> Callable[[int], int | None]:
    """From the day of joining, the day on which it is asked who is there; None: not at all."""
    as_of = reckoning.as_of
    since = years_after(as_of, -years)
    before = months_after(since, -12).toordinal()
    now, then = as_of.toordinal(), since.toordinal()

    def anniversary(begun: int) -> int | None:
        day = years_after(date.fromordinal(begun), years).toordinal()
        return day if day <= now else None

    if definition == "anniversary":
        return anniversary
    if definition == "cohort":
        return lambda begun: now if before < begun <= then else None
    if definition == "recent":
        return lambda begun: now if then < begun <= now else None
    return lambda begun: now


def verdict(stay: Stay, day: int, dates: str) -> Verdict:
    """Whether somebody was still there on a day; `dates` as in `Reckoning`."""
    if stay.is_over:
        return "retained" if stay.finish(dates) > day else "left"
    if stay.ending == "open" or stay.end_latest >= day:
        return "retained"
    return "unknown"
