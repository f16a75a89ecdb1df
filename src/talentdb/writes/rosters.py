"""How are rosters recorded, and what do they say together with those that are there already?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from talentdb.database.portions import batches
from talentdb.dates import PartialDate, meet, parse
from talentdb.queries.rosters import listed_on, rosters_by_day
from talentdb.schema import presences, rosters
from talentdb.writes.calendars import Calendar
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns
from talentdb.writes.linked import Linked
from talentdb.writes.roles import folded
from talentdb.writes.sightings import Recorded, Settlement, Sighting


class Rosters:
    """The rosters of a ledger; renamed organisations have theirs in common."""

    def __init__(self, change: ChangeSet) -> None:
        self._change = change
        self._linked = Linked(change.connection)
        self._ids: dict[tuple[int, PartialDate], int] = {}
        self._days: defaultdict[int, set[PartialDate]] = defaultdict(set)
        for id, organisation_id, day in change.connection.execute(rosters_by_day()):
            self._add(id, organisation_id, parse(day))
        self._before = {group: Calendar([*days]) for group, days in self._days.items()}

    def group(self, organisation_id: int) -> int:
        """The organisation under its newest name."""
        return self._linked.newest(organisation_id)

    def in_the_way(self, organisation_id: int, day: PartialDate) -> PartialDate | None:
        """A roster that can be put neither before nor after one of this day."""
        days = self._days[self.group(organisation_id)]
        return next((one for one in sorted(days) if one != day and meet(one, day)), None)

    def announce(self, organisation_id: int, day: PartialDate) -> None:
        """Takes in that there will be a roster of this day."""
        self._days[self.group(organisation_id)].add(day)

    def state(self, sightings: Sequence[Sighting], cited: Sequence[Sighting] = ()) -> Recorded:
        """Records rosters, each as its sightings say; the union of all that is said of a day.

        Opens, ends and refines the roles that follow. What is said of `cited` ones may be known,
        but their roles are looked up too.
        """
        recorded = Recorded()
        wanted = {(one.organisation_id, one.day): None for one in sightings}
        missing = [key for key in wanted if key not in self._ids]
        rows = [
            {"organisation_id": organisation_id, **date_columns("day", day)}
            for organisation_id, day in missing
        ]
        for (organisation_id, day), id in zip(
            missing, self._change.insert(rosters, rows), strict=True
        ):
            self._add(id, organisation_id, day)
        self._write_new(sightings, recorded)
        after = {group: Calendar([*days]) for group, days in self._days.items()}
        settlement = Settlement(self._change, self._linked, self._before, after, recorded)
        settlement.run(cited, self._on_neighbours(missing, after))
        return recorded

    def _add(self, id: int, organisation_id: int, day: PartialDate) -> None:
        self._ids[(organisation_id, day)] = id
        self._days[self.group(organisation_id)].add(day)

    def _write_new(self, sightings: Sequence[Sighting], recorded: Recorded) -> None:
        named = sorted({self._ids[one.organisation_id, one.day] for one in sightings})
        known = set()
        for batch in batches(named):
            for roster_id, person_id, title, kind in self._change.connection.execute(
                listed_on(batch)
            ):
                known.add((roster_id, person_id, folded(title), kind))
        rows = []
        for one in sightings:
            roster_id = self._ids[one.organisation_id, one.day]
            key = (roster_id, one.person_id, folded(one.title), one.kind)
            if key not in known:
                known.add(key)
                recorded.new.add(one)
                said = {"title": one.title, "kind": one.kind}
                rows.append({"roster_id": roster_id, "person_id": one.person_id, **said})
        self._change.insert(presences, rows)

    def _on_neighbours(
        self, missing: Sequence[tuple[int, PartialDate]], after: Mapping[int, Calendar]
    ) -> set[int]:
        """Who is on the rosters right before and right after the new ones, and may be gone."""
        wanted = set()
        for organisation_id, day in missing:
            group = self.group(organisation_id)
            wanted |= {(group, after[group].before(day)), (group, after[group].after(day))}
        ids = [id for (own, day), id in self._ids.items() if (self.group(own), day) in wanted]
        return {
            row.person_id
            for batch in batches(ids)
            for row in self._change.connection.execute(listed_on(batch))
        }
