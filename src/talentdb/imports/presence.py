"""How do the rows of a roster become roles that begin, go on and end?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import select

from talentdb.database.portions import batches
from talentdb.imports.as_of import day_of
from talentdb.imports.kinds import ROSTER
from talentdb.imports.problems import Row
from talentdb.imports.work import MENTIONS, Stated, Work
from talentdb.metrics.renames import suspected
from talentdb.schema import organisations
from talentdb.schema.words import MAIN_ROLE_KINDS
from talentdb.writes.roles import folded
from talentdb.writes.rosters import Rosters
from talentdb.writes.shelf import Held
from talentdb.writes.sightings import Recorded, Sighting

_SHOWN = 10  # suspected renames
_WHY = (("retitled", "for a new title"), ("returned", "on a return"))


class _Listed(NamedTuple):
    row: Row
    sighting: Sighting


def add_presences(work: Work, as_of: str | None) -> list[str]:
    """Records the rosters of an import, and what follows from them; sentences to be told."""
    if as_of is None or not work.sound(ROSTER.word):
        return []
    rosters = Rosters(work.change)
    listed = [one for one in _listed(work, as_of) if _has_place(work, rosters, one)]
    cited = [one.sighting for one in listed if one.row.values["source"]]
    recorded = rosters.state([one.sighting for one in listed], cited)
    for row, sighting in listed:
        held = _role_of(rosters, recorded, sighting)
        if sighting in recorded.new:
            row.became("created" if held in recorded.created else "updated")
        if held is not None:
            work.stated.append(Stated(row, "role_id", held, sighting.person_id))
    return [*_told(listed, recorded), *_renamed(work, recorded.stayed)]


def _listed(work: Work, as_of: str) -> Iterator[_Listed]:
    days = {file: day_of(as_of, file) for file in {row.file for row in work.rows[ROSTER.word]}}
    for row in work.sound(ROSTER.word):
        ids = {column: work.meant(row, column, noun) for column, noun in MENTIONS[ROSTER.word]}
        person_id, organisation_id = ids["person"], ids["organisation"]
        if person_id is not None and organisation_id is not None:
            said = (row.values["title"], row.values["kind"] or MAIN_ROLE_KINDS[0])
            yield _Listed(row, Sighting(organisation_id, days[row.file], person_id, *said))


def _has_place(work: Work, rosters: Rosters, one: _Listed) -> bool:
    """Whether it is clear which roster of the organisation comes before which."""
    organisation_id, day = one.sighting[:2]
    other = rosters.in_the_way(organisation_id, day)
    if other is None:
        rosters.announce(organisation_id, day)
        return True
    message = f"a roster of {other.text} is there: which of the two is later than the other?"
    work.problems.about(one.row, "organisation", f"{message} Say --as-of by day")
    return False


def _role_of(rosters: Rosters, recorded: Recorded, sighting: Sighting) -> Held | None:
    place = (rosters.group(sighting.organisation_id), sighting.day, sighting.person_id)
    meant = recorded.of_day.get(place, [])
    title = folded(sighting.title)
    exact = [held for listing, held in meant if listing.key[0] == title or not title]
    return exact[0] if exact else None


def _told(listed: Sequence[_Listed], recorded: Recorded) -> Iterator[str]:
    days = sorted({one.sighting.day.text for one in listed})
    places = len({one.sighting.organisation_id for one in listed})
    counts, opened = recorded.counts, len(recorded.created)
    kept = sum(one.row.outcome != "created" for one in listed)
    why = [f"{counts[word]} {words}" for word, words in _WHY if counts[word]]
    of_them = f" ({', '.join(why)})" if why else ""
    where = f"{places} organisations" if places > 1 else "1 organisation"
    yield (
        f"roster of {where} on {', '.join(days)}: "
        f"opened {opened}{of_them}, ended {counts['ended']}, kept {kept}"
    )
    if odd := counts["contradicted"]:
        what = "1 recorded role runs" if odd == 1 else f"{odd} recorded roles run"
        yield f"{what} on the day of a roster that does not list it: kept as recorded"


def _renamed(work: Work, stayed: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The organisations that look renamed, by where each of their people was and is."""
    counted = Counter(stayed)
    moved = {pair: count for pair, count in counted.items() if pair[0] != pair[1]}
    remaining = {origin: count for (origin, now), count in counted.items() if origin == now}
    kept = suspected(moved, remaining)
    found = sorted(kept, key=lambda pair: (-moved[pair], pair))
    names: dict[int, str] = {}
    for batch in batches(sorted({id for pair in found[:_SHOWN] for id in pair})):
        statement = select(organisations.c.id, organisations.c.name)
        rows = work.change.connection.execute(statement.where(organisations.c.id.in_(batch)))
        names |= {row.id: row.name for row in rows}
    for pair in found[:_SHOWN]:
        origin, destination = names[pair[0]], names[pair[1]]
        yield (
            f"looks renamed: {origin} → {destination} ({moved[pair]} of {kept[pair]} people); "
            f"if so: talentdb add link {origin!r} renamed {destination!r}"
        )
    if len(found) > _SHOWN:
        yield f"… and {len(found) - _SHOWN} more look renamed"
