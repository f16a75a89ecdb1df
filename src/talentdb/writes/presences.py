"""Which roles does a person hold by the rosters of an organisation, and which are there already?

A role that rosters made is made anew from all of them. One with dates from elsewhere that may
cover the day of a roster is the role that the roster means, never doubled: what is not known of
it is filled in, a date that is recorded stays. So no order of rosters matters.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple

from talentdb.dates import OPEN, PartialDate
from talentdb.derivation.presences import Listed, Listing, Run, completed, days_of, runs
from talentdb.schema.words import MAIN_ROLE_KINDS
from talentdb.writes.calendars import Calendar, Recorded, is_blank, is_made_by, sort_of
from talentdb.writes.dated import date_columns, dates_agree, ends_agree, latest
from talentdb.writes.roles import folded
from talentdb.writes.shelf import Held, Shelf


class Stretch(NamedTuple):
    """Days in a row of one run that mean one role: a recorded one, or None for one of rosters."""

    run: Run
    held: Held | None
    days: tuple[PartialDate, ...]


@dataclass
class Settled:
    """What became of the roles: those of each day by listing, and what is new, gone or odd."""

    of_day: dict[PartialDate, list[tuple[Listing, Held]]] = field(default_factory=dict)
    created: list[Held] = field(default_factory=list)
    surplus: list[Held] = field(default_factory=list)
    contradicted: set[Held] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)


class Settling:
    """Brings the roles of one person at one organisation in line with its rosters.

    `before` and `now` are the rosters without and with those that are new.
    """

    def __init__(
        self,
        shelf: Shelf,
        person_id: int,
        roles: Sequence[Held],
        before: tuple[Calendar, Listed],
        now: tuple[Calendar, Listed],
    ) -> None:
        self._shelf, self._person_id = shelf, person_id
        self._calendar, self._listed = now[0], completed(now[0].days, now[1])
        self._settled = Settled()
        self._own: dict[Held, tuple[PartialDate, PartialDate] | None] = {}
        self._recorded: dict[Held, Recorded] = {}
        old = runs(before[0].days, before[1])
        for held in sorted(roles, key=_order):
            days = before[0].own(held.values)
            if days and any(is_made_by(held, run, days) for run in old):
                self._own[held] = days
                continue
            dates = before[0].without_own(held.values)
            if is_blank(held, dates):
                self._own[held] = None
            else:
                self._recorded[held] = dates

    def done(self) -> Settled:
        """Changes the roles; those that are surplus remain to be removed."""
        for run in runs(self._calendar.days, self._listed):
            for stretch in self._stretches(run):
                held = self._make(stretch) if stretch.held is None else self._refine(stretch)
                for day in stretch.days:
                    self._settled.of_day.setdefault(day, []).append((run.listing, held))
        for held, dates in self._recorded.items():
            if dates.claimed:
                self._write(held, dates.started, dates.ended, dates.seen)
        self._settled.surplus += [held for held, days in self._own.items() if days]
        return self._settled

    def _stretches(self, run: Run) -> Iterator[Stretch]:
        meant = {day: self._covering(run, day) for day in run.days}
        for _, days in groupby(run.days, key=lambda day: id(meant[day])):
            listed = tuple(days)
            yield Stretch(run, meant[listed[0]], listed)

    def _covering(self, run: Run, day: PartialDate) -> Held | None:
        """The recorded role that a listing of this day means; of another title only if alone."""
        title, kind = run.listing.key
        keys = {listing.key for listing in self._listed[day]}
        is_alone = sum(sort_of(other) == sort_of(kind) for _, other in keys) == 1
        found: list[tuple[bool, Held]] = []
        for held, dates in self._recorded.items():
            own = folded(held.values["title"])
            is_of_title = own == title != "" or (is_alone and dates.started is not None)
            is_of_sort = sort_of(held.values["kind"]) == sort_of(kind)
            if is_of_title and is_of_sort and dates.may_cover(day):
                found.append((own != title, held))
        return min(found, key=lambda one: one[0])[1] if found else None

    def _make(self, stretch: Stretch) -> Held:
        run, first, last = stretch.run, stretch.days[0], stretch.days[-1]
        values = {
            "organisation_id": run.listing.organisation_id,
            "title": run.listing.title,
            "kind": run.listing.kind,
        }
        held = self._taken_over(stretch)
        if held is None:
            held = self._shelf.add({"person_id": self._person_id, **values, **_UNSAID})
            self._settled.created.append(held)
            self._settled.counts[self._why_opened(first)] += 1
        self._shelf.change(held, values)
        self._write(held, self._calendar.start(first), self._calendar.end(last), last)
        return held

    def _why_opened(self, first: PartialDate) -> str:
        before = self._calendar.before(first)
        if before in self._listed:
            return "retitled"
        return (
            "returned" if any(days_of(day) < days_of(first) for day in self._listed) else "joined"
        )

    def _taken_over(self, stretch: Stretch) -> Held | None:
        """The role that rosters made of these days before, first of all one of this title."""
        first, last = days_of(stretch.days[0]), days_of(stretch.days[-1])
        found = [
            ((days is None, folded(held.values["title"]) != stretch.run.listing.key[0]), held)
            for held, days in self._own.items()
            if days is None or (days_of(days[0]) <= last and days_of(days[1]) >= first)
        ]
        if not found:
            return None
        held = min(found, key=lambda one: one[0])[1]
        del self._own[held]
        return held

    def _refine(self, stretch: Stretch) -> Held:
        held, run = stretch.held, stretch.run
        assert held is not None
        dates = self._recorded[held]
        dates.claimed = True
        dates.seen = latest(dates.seen, stretch.days[-1])
        if stretch.days[0] == run.days[0]:
            self._refine_start(held, dates, run)
        self._refine_end(held, dates, stretch.days[-1])
        return held

    def _refine_start(self, held: Held, dates: Recorded, run: Run) -> None:
        if dates.started is None:
            dates.started = run.started
        elif self._calendar.before(run.days[0]) in self._listed:
            return
        elif not dates_agree(dates.started, run.started):
            self._settled.contradicted.add(held)

    def _refine_end(self, held: Held, dates: Recorded, last: PartialDate) -> None:
        ended, seen = self._calendar.end(last), dates.seen or last
        is_seen_later = (seen.earliest or date.min) > (ended.latest or date.max)
        if ends_agree(dates.end_recorded, ended) and not is_seen_later:
            dates.ended = ended if dates.end_recorded in (None, OPEN) else dates.end_recorded
            dates.closed = ended != OPEN
        elif ended != OPEN and self._calendar.after(last) not in self._listed:
            self._settled.contradicted.add(held)

    def _write(
        self,
        held: Held,
        started: PartialDate | None,
        ended: PartialDate | None,
        seen: PartialDate | None,
    ) -> None:
        was_over = held.values["ended"] not in (None, OPEN.text)
        dates = {"started": started, "ended": ended, "seen": seen}
        columns = {
            name: value for each in dates.items() for name, value in date_columns(*each).items()
        }
        self._shelf.change(held, columns)
        if not was_over and ended not in (None, OPEN):
            self._settled.counts["ended"] += 1


_UNSAID = {**dict.fromkeys(("status", "note", "ended")), "kind": MAIN_ROLE_KINDS[0]}


def _order(held: Held) -> tuple[str, int]:
    return (str(held.values["started_earliest"] or ""), held.key)
