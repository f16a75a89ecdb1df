"""Which roles change by what rosters say of many people, and who was where before?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import select

from talentdb.database.portions import batches
from talentdb.dates import PartialDate, parse
from talentdb.derivation.presences import Listing, days_of
from talentdb.queries.rosters import presences_of, referred_roles
from talentdb.schema import roles
from talentdb.writes.calendars import Calendar
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.linked import Linked
from talentdb.writes.presences import Settling
from talentdb.writes.shelf import Held, Shelf

_Days = dict[PartialDate, list[Listing]]
_Place = tuple[int, int]  # a person, and an organisation under its newest name


class Sighting(NamedTuple):
    """That a roster of one day lists a person, as what if it tells."""

    organisation_id: int
    day: PartialDate
    person_id: int
    title: str | None = None
    kind: str = "employment"

    @property
    def listing(self) -> Listing:
        """What it says beside who and when."""
        return Listing(self.organisation_id, self.title, self.kind)


@dataclass
class Recorded:
    """What rosters did: counts by word, new sightings, the role of each, and who was where.

    `stayed` are pairs of organisations, one for each person of an earlier roster who is on a new
    one: where they were and where they are.
    """

    counts: Counter[str] = field(default_factory=Counter)
    new: set[Sighting] = field(default_factory=set)
    created: set[Held] = field(default_factory=set)
    of_day: dict[tuple[int, PartialDate, int], list[tuple[Listing, Held]]] = field(
        default_factory=dict
    )
    stayed: list[tuple[int, int]] = field(default_factory=list)


class Settlement:
    """Brings the roles of people in line with rosters, of which some are new."""

    def __init__(
        self,
        change: ChangeSet,
        linked: Linked,
        before: Mapping[int, Calendar],
        after: Mapping[int, Calendar],
        recorded: Recorded,
    ) -> None:
        self._change, self._linked, self._recorded = change, linked, recorded
        self._before, self._after = before, after
        self._shelf = Shelf(roles)
        self._surplus: list[Held] = []
        self._new: defaultdict[_Place, set[Sighting]] = defaultdict(set)
        for one in recorded.new:
            self._new[(one.person_id, linked.newest(one.organisation_id))].add(one)

    def run(self, cited: Sequence[Sighting], others: set[int]) -> None:
        """Settles what is said of those on the new rosters, and of these others."""
        sightings = [*self._recorded.new, *cited]
        groups = {self._linked.newest(one.organisation_id) for one in sightings}
        people = {one.person_id for one in sightings} | others
        for batch in batches(sorted(people)):
            listed, held = self._listed(batch), self._roles(batch)
            self._recorded.stayed += self._stayed(listed)
            for place, days in listed.items():
                if place[1] in groups:
                    self._settle(place, days, held.get(place, []))
        self._shelf.write(self._change)
        self._remove()
        self._change.people.update(people)

    def _settle(self, place: _Place, days: _Days, held: list[Held]) -> None:
        person_id, group = place
        new = {(one.day, one.listing) for one in self._new.get(place, ())}
        known = {
            day: [listing for listing in listings if (day, listing) not in new]
            for day, listings in days.items()
        }
        before = {day: listings for day, listings in known.items() if listings}
        settled = Settling(
            self._shelf,
            person_id,
            held,
            (self._before.get(group, Calendar([])), before),
            (self._after[group], days),
        ).done()
        recorded = self._recorded
        recorded.created.update(settled.created)
        recorded.counts += settled.counts
        recorded.counts["contradicted"] += len(settled.contradicted)
        for day, meant in settled.of_day.items():
            recorded.of_day[(group, day, person_id)] = meant
        self._surplus += settled.surplus

    def _listed(self, people: list[int]) -> dict[_Place, _Days]:
        found: defaultdict[_Place, _Days] = defaultdict(dict)
        for row in self._change.connection.execute(presences_of(people)):
            days = found[(row.person_id, self._linked.newest(row.organisation_id))]
            listing = Listing(row.organisation_id, row.title, row.kind)
            days.setdefault(parse(row.day), []).append(listing)
        return found

    def _roles(self, people: list[int]) -> dict[_Place, list[Held]]:
        found: defaultdict[_Place, list[Held]] = defaultdict(list)
        statement = select(roles).where(roles.c.person_id.in_(people)).order_by(roles.c.id)
        for row in self._change.connection.execute(statement).mappings():
            place = (row["person_id"], self._linked.newest(row["organisation_id"]))
            found[place].append(Held(dict(row), row["id"]))
        return found

    def _stayed(self, listed: Mapping[_Place, _Days]) -> Iterator[tuple[int, int]]:
        """Where those of the last roster were who are on a new one, and where they are now."""
        timelines: defaultdict[int, defaultdict[PartialDate, set[int]]] = defaultdict(
            lambda: defaultdict(set)
        )
        for (person_id, group), days in listed.items():
            for day in days:
                timelines[person_id][day].add(group)
        new_days: defaultdict[int, set[PartialDate]] = defaultdict(set)
        for (person_id, _), new in self._new.items():
            new_days[person_id] |= {one.day for one in new}
        for person_id, timeline in timelines.items():
            for earlier, later in pairwise(sorted(timeline, key=days_of)):
                now = timeline[later]
                for origin in sorted(timeline[earlier]) if later in new_days[person_id] else ():
                    if self._after[origin].last_before(later) == earlier:
                        yield origin, origin if origin in now else min(now)

    def _remove(self) -> None:
        """Takes away roles that rosters made and that they no longer tell, unless more is said."""
        ids = {held.key for held in self._surplus}
        for batch in batches(sorted(ids)):
            ids -= set(self._change.connection.execute(referred_roles(batch)).scalars())
        self._change.delete(roles, sorted(ids))
