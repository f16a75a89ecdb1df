"""Which dates follow from the days of an organisation's rosters, and which were said otherwise?"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from talentdb.dates import OPEN, PartialDate
from talentdb.derivation.presences import Run, between, days_of
from talentdb.schema.words import MAIN_ROLE_KINDS
from talentdb.writes.dated import date_in
from talentdb.writes.roles import folded
from talentdb.writes.shelf import Held


class Calendar:
    """The days of an organisation's rosters, in order."""

    def __init__(self, days: Sequence[PartialDate]) -> None:
        self.days = tuple(sorted(days, key=days_of))
        self._place = {day: place for place, day in enumerate(self.days)}
        self._by_text = {day.text: day for day in self.days}
        self._starts = {self.start(day).text: day for day in self.days}

    def before(self, day: PartialDate) -> PartialDate | None:
        """The roster before this one."""
        place = self._place[day]
        return self.days[place - 1] if place else None

    def after(self, day: PartialDate) -> PartialDate | None:
        """The roster after this one."""
        place = self._place[day] + 1
        return self.days[place] if place < len(self.days) else None

    def last_before(self, day: PartialDate) -> PartialDate | None:
        """The last roster before a day on which there need not be one."""
        place = bisect_left(self.days, days_of(day), key=days_of)
        return self.days[place - 1] if place else None

    def start(self, day: PartialDate) -> PartialDate:
        """When somebody started who is first listed on this day."""
        return between(self.before(day), day)

    def end(self, day: PartialDate) -> PartialDate:
        """When somebody ended who is last listed on this day."""
        after = self.after(day)
        return between(day, after) if after else OPEN

    def own(self, values: Any) -> tuple[PartialDate, PartialDate] | None:
        """The first and the last day of a role all whose dates are those of rosters."""
        first = self._starts.get(values["started"] or "")
        last = self._by_text.get(values["seen"] or "")
        if first is None or last is None or values["ended"] != self.end(last).text:
            return None
        return (first, last) if self._place[first] <= self._place[last] else None

    def without_own(self, values: Any) -> "Recorded":
        """The dates of a role that are not those of rosters."""
        ends = {self.end(day).text for day in self.days} - {OPEN.text}
        return Recorded(
            _unless(values, "started", self._starts),
            _unless(values, "ended", ends),
            _unless(values, "seen", self._by_text),
        )


@dataclass(eq=False)
class Recorded:
    """The dates of a role that somebody recorded; `closed` once a roster without it ended it."""

    started: PartialDate | None
    ended: PartialDate | None
    seen: PartialDate | None
    closed: bool = False
    claimed: bool = False

    def __post_init__(self) -> None:
        """Keeps the end as it was recorded, beside the one that rosters give."""
        self.end_recorded = self.ended

    def may_cover(self, day: PartialDate) -> bool:
        """Whether the role may have run on this day."""
        began, over = self.started, self.ended
        too_early = began is not None and (began.earliest or date.min) > (day.latest or date.max)
        too_late = over is not None and (over.latest or date.max) < (day.earliest or date.min)
        return not (self.closed or too_early or too_late)


def _unless(values: Any, name: str, texts: Collection[str]) -> PartialDate | None:
    return None if values[name] in texts else date_in(values, name)


def sort_of(kind: str) -> str:
    """Main roles are of one sort: a list of staff does not tell a founder from an employee."""
    return "main" if kind in MAIN_ROLE_KINDS else kind


def is_made_by(held: Held, run: Run, days: tuple[PartialDate, PartialDate]) -> bool:
    """Whether this run made the role, and nobody has said more of it since."""
    values = held.values
    said = (folded(values["title"]), values["kind"], values["status"], values["note"])
    own = (*run.listing.key, None, None)
    return said == own and set(days) <= set(run.days)


def is_blank(held: Held, dates: Recorded) -> bool:
    """Whether no more is known than that the person was there, so that any roster tells more."""
    said = [held.values[name] for name in ("title", "status", "note")]
    is_plain = held.values["kind"] == MAIN_ROLE_KINDS[0] and dates.ended in (None, OPEN)
    return is_plain and not any((*said, dates.started, dates.seen))
