"""Of those who joined, how many are still there after N years? (metrics.md §9)

Four definitions, of first stays (whoever came back counts by the first one):
- `anniversary`: of those who began N years ago or more, who was there on that anniversary
- `cohort`: of those who joined in the 12 months that ended N years ago, who is there now
- `recent`: of those who joined within the last N years, who is there now. Biased upward: most have
  not had N years to leave in
- `survival`: the product-limit estimate of staying N years; who is still there counts as long as
  they are seen

An unknown end counts only if its last evidence gives the answer; else it is `unknown`, and
`if_left` and `if_stayed` say what the share would be if all unknown had left, or stayed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from talentdb.dates.years import months_after, years_after
from talentdb.metrics.intervals import wilson
from talentdb.metrics.stay import Reckoning, Stay
from talentdb.metrics.survival import after, kaplan_meier

DEFINITIONS = ("anniversary", "cohort", "recent", "survival")
DAYS_A_YEAR = 365.25
Verdict = Literal["retained", "left", "unknown"]


class Retention(NamedTuple):
    """One row; shares are 0 to 1, None where nobody is eligible or followed long enough.

    `eligible` is retained + known to have left; for `survival` all who joined, of whom `unknown`
    are censored at their last evidence, and `retained` is None.
    """

    organisation: str
    definition: str
    years: int
    as_of: date
    eligible: int
    retained: int | None
    retention: float | None
    lower: float | None
    upper: float | None
    unknown: int
    if_left: float | None
    if_stayed: float | None


class Judged(NamedTuple):
    """A stay under one definition, and whether the person was still there."""

    stay: Stay
    definition: str
    verdict: Verdict


def first_stays(stays: Iterable[Stay]) -> tuple[list[Stay], list[Stay]]:
    """The first stay of each person at each organisation, and those by which they came back."""
    firsts: dict[tuple[int, int], Stay] = {}
    returns = []
    for stay in stays:
        # In the order of a career, so the first to come is the first.
        if firsts.setdefault((stay.organisation_id, stay.person_id), stay) is not stay:
            returns.append(stay)
    return list(firsts.values()), returns


def result(
    firsts: Sequence[Stay],
    names: Mapping[int, str],
    definitions: Sequence[str],
    years: int,
    reckoning: Reckoning,
) -> Iterator[Retention]:
    """A row an organisation (in the order of `names`) and definition."""
    by_organisation: dict[int, list[Stay]] = {id: [] for id in names}
    for stay in firsts:
        by_organisation[stay.organisation_id].append(stay)
    for organisation_id, mine in by_organisation.items():
        about = names[organisation_id]
        for definition in definitions:
            if definition == "survival":
                yield _by_survival(about, mine, years, reckoning)
            else:
                judged = list(judge(mine, definition, years, reckoning))
                yield _by_count(about, definition, judged, years, reckoning)


def judge(
    firsts: Iterable[Stay], definition: str, years: int, reckoning: Reckoning
) -> Iterator[Judged]:
    """Each stay that the definition is about, with its verdict; for `survival` all of them."""
    asked_on = _day_asked(definition, years, reckoning)
    for stay in firsts:
        day = asked_on(stay.begin(reckoning.dates))
        if day is not None:
            yield Judged(stay, definition, _verdict(stay, day, reckoning.dates))


def _day_asked(definition: str, years: int, reckoning: Reckoning) -> Callable[[int], int | None]:
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


def _verdict(stay: Stay, day: int, dates: str) -> Verdict:
    if stay.is_over:
        return "retained" if stay.finish(dates) > day else "left"
    if stay.ending == "open" or stay.end_latest >= day:
        return "retained"
    return "unknown"


def _by_count(
    organisation: str, definition: str, judged: list[Judged], years: int, reckoning: Reckoning
) -> Retention:
    counts = {"retained": 0, "left": 0, "unknown": 0}
    for one in judged:
        counts[one.verdict] += 1
    retained, unknown = counts["retained"], counts["unknown"]
    eligible = retained + counts["left"]
    everybody = eligible + unknown
    return Retention(
        organisation,
        definition,
        years,
        reckoning.as_of,
        eligible,
        retained,
        retained / eligible if eligible else None,
        *wilson(retained, eligible),
        unknown,
        retained / everybody if everybody else None,
        (retained + unknown) / everybody if everybody else None,
    )


def _by_survival(
    organisation: str, firsts: Sequence[Stay], years: int, reckoning: Reckoning
) -> Retention:
    days = years * DAYS_A_YEAR
    as_of = reckoning.as_of.toordinal()
    unknown = [stay for stay in firsts if stay.ending == "unknown"]
    known = [stay for stay in firsts if stay.ending != "unknown"]
    stayed = [
        stay._replace(ending="open", end_earliest=as_of, end_latest=as_of) for stay in unknown
    ]
    left = [stay._replace(ending="ended") for stay in unknown]
    estimate, if_left, if_stayed = (
        after(
            kaplan_meier(
                [stay.days(reckoning.dates) for stay in those],
                [stay.is_over for stay in those],
            ),
            days,
        )
        for those in (firsts, [*known, *left], [*known, *stayed])
    )
    return Retention(
        organisation,
        "survival",
        years,
        reckoning.as_of,
        len(firsts),
        None,
        *estimate,
        len(unknown),
        if_left.value,
        if_stayed.value,
    )
