"""For how long was somebody on the rosters of one organisation, and as what?

It follows from all rosters together, so the order in which they were imported never matters.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from talentdb.dates import OPEN, PartialDate, one_of
from talentdb.names import name_key


class Listing(NamedTuple):
    """How one roster lists a person; a title that it does not tell is None."""

    organisation_id: int
    title: str | None = None
    kind: str = "employment"

    @property
    def key(self) -> tuple[str, str]:
        """What makes two listings one: the folded title, and the kind."""
        return (name_key(self.title) if self.title else "", self.kind)


class Run(NamedTuple):
    """Rosters in a row that list a person alike, the `days` of these, and what follows from them.

    `started` and `ended` lie between two rosters: the one without and the one with the person.
    Before the first roster anything is possible; after the last one the end is open.
    """

    listing: Listing
    days: tuple[PartialDate, ...]
    started: PartialDate
    ended: PartialDate

    @property
    def seen(self) -> PartialDate:
        """The last of its days."""
        return self.days[-1]


Listed = Mapping[PartialDate, Collection[Listing]]


def runs(days: Sequence[PartialDate], listed: Listed) -> list[Run]:
    """The runs of one person, in order; `days` are those of all rosters, in order.

    Another title is another run. Where a roster tells no title, that of the nearest roster in a
    row holds, the one before rather than the one after.
    """
    whole = completed(days, listed)
    found: list[Run] = []
    running: dict[tuple[str, str], Run] = {}
    before: PartialDate | None = None
    for day in days:
        now = {listing.key: listing for listing in reversed(whole.get(day, []))}
        for key in [key for key in running if key not in now]:
            found.append(running.pop(key)._replace(ended=between(before, day)))
        for key, listing in now.items():
            run = running.get(key) or Run(listing, (), between(before, day), OPEN)
            running[key] = run._replace(days=(*run.days, day))
        before = day
    return sorted(
        [*found, *running.values()], key=lambda run: (days_of(run.days[0]), run.listing.key)
    )


def between(before: PartialDate | None, day: PartialDate) -> PartialDate:
    """Some day from one roster to the next, both included: a list is made in the course of a day.

    By the day itself where no roster is before it.
    """
    return one_of(before.earliest if before else None, day.latest)


def days_of(when: PartialDate) -> tuple[str, str]:
    """By which rosters are put in order."""
    return (str(when.earliest), str(when.latest))


def completed(days: Sequence[PartialDate], listed: Listed) -> dict[PartialDate, list[Listing]]:
    """What every roster lists, in order, with titles taken over from its neighbours."""
    found = {day: _telling(listed[day]) for day in days if listed.get(day)}
    for row in _in_a_row(days, found):
        for other, one in (*pairwise(row), *pairwise(reversed(row))):
            found[one] = sorted((_filled(each, found[other]) for each in found[one]), key=_order)
    return found


def _in_a_row(
    days: Sequence[PartialDate], found: Mapping[PartialDate, object]
) -> Iterator[list[PartialDate]]:
    row: list[PartialDate] = []
    for day in days:
        if day in found:
            row.append(day)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _telling(listings: Collection[Listing]) -> list[Listing]:
    """The listings of one day in order, without those that only say less than another."""
    titled = {listing.kind for listing in listings if listing.title is not None}
    telling = (one for one in listings if one.title is not None or one.kind not in titled)
    return sorted(telling, key=_order)


def _filled(listing: Listing, others: Sequence[Listing]) -> Listing:
    if listing.title is not None:
        return listing
    titles = (other.title for other in others if other.kind == listing.kind)
    return listing._replace(title=next(titles, None))


def _order(listing: Listing) -> tuple[tuple[str, str], str, int]:
    return (listing.key, listing.title or "", listing.organisation_id)
