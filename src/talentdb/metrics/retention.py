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

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from talentdb.metrics.intervals import wilson
from talentdb.metrics.stay import Reckoning, Stay
from talentdb.metrics.survival import after, curve_of
from talentdb.metrics.verdicts import VERDICTS, Verdict, day_asked, verdict

DEFINITIONS = ("anniversary", "cohort", "recent", "survival")
DAYS_A_YEAR = 365.25


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


def first_stays(stays: Iterable[Stay]) -> tuple[list[Stay], list[Stay]]:
    """The first stay of each person at each organisation, and those by which they came back."""
    firsts: list[Stay] = []
    returns: list[Stay] = []
    for stay, is_first in told_apart(stays):
        (firsts if is_first else returns).append(stay)
    return firsts, returns


def told_apart(stays: Iterable[Stay]) -> Iterator[tuple[Stay, bool]]:
    """Each stay, person by person as they come, and whether it is the first one there."""
    for _, mine in groupby(stays, key=attrgetter("person_id")):
        known: set[int] = set()
        for stay in mine:
            # In the order of a career, so the first to come is the first.
            yield stay, stay.organisation_id not in known
            known.add(stay.organisation_id)


class Tally:
    """First stays at one organisation in numbers: any number of them in as little memory.

    `lengths` are those of all of them as they are known.
    """

    def __init__(self, definitions: Sequence[str], years: int, reckoning: Reckoning) -> None:
        self._years, self._reckoning = years, reckoning
        self._asked_on = {word: day_asked(word, years, reckoning) for word in definitions}
        self._verdicts: Counter[tuple[str, Verdict]] = Counter()
        self._known: Counter[tuple[int, bool]] = Counter()
        self._unknown: Counter[tuple[int, bool]] = Counter()
        self._if_stayed: Counter[tuple[int, bool]] = Counter()

    def add(self, stay: Stay) -> None:
        """Counts one more."""
        dates = self._reckoning.dates
        for word, asked_on in self._asked_on.items():
            day = asked_on(stay.begin(dates))
            if day is not None:
                self._verdicts[word, verdict(stay, day, dates)] += 1
        if stay.ending != "unknown":
            self._known[stay.days(dates), stay.is_over] += 1
            return
        as_of = self._reckoning.as_of.toordinal()
        stayed = stay._replace(ending="open", end_earliest=as_of, end_latest=as_of)
        self._unknown[stay.days(dates), False] += 1
        self._if_stayed[stayed.days(dates), False] += 1

    @property
    def lengths(self) -> Counter[tuple[int, bool]]:
        return self._known + self._unknown

    def rows(self, organisation: str) -> Iterator[Retention]:
        """A row a definition."""
        for word in self._asked_on:
            row = self._by_survival() if word == "survival" else self._by_count(word)
            yield Retention(organisation, word, self._years, self._reckoning.as_of, *row)

    def _by_count(self, word: str) -> tuple[Any, ...]:
        retained, left, unknown = (self._verdicts[word, one] for one in VERDICTS)
        eligible = retained + left
        everybody = eligible + unknown
        return (
            eligible,
            retained,
            retained / eligible if eligible else None,
            *wilson(retained, eligible),
            unknown,
            retained / everybody if everybody else None,
            (retained + unknown) / everybody if everybody else None,
        )

    def _by_survival(self) -> tuple[Any, ...]:
        left = Counter({(days, True): count for (days, _), count in self._unknown.items()})
        estimate, if_left, if_stayed = (
            after(curve_of(self._known + others), self._years * DAYS_A_YEAR)
            for others in (self._unknown, left, self._if_stayed)
        )
        everybody, unknown = self.lengths.total(), self._unknown.total()
        return everybody, None, *estimate, unknown, if_left.value, if_stayed.value


def result(
    firsts: Iterable[Stay],
    names: Mapping[int, str],
    definitions: Sequence[str],
    years: int,
    reckoning: Reckoning,
) -> Iterator[Retention]:
    """A row an organisation (in the order of `names`) and definition."""
    tallies = {id: Tally(definitions, years, reckoning) for id in names}
    for stay in firsts:
        tallies[stay.organisation_id].add(stay)
    for id, tally in tallies.items():
        yield from tally.rows(names[id])
