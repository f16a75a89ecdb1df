"""How is a role recorded, and when is it one that the ledger holds already? (design.md §8, Keys)"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import select

from talentdb.database.portions import batches
from talentdb.dates import OPEN, PartialDate
from talentdb.errors import RecordContradicted
from talentdb.names import kept, name_key
from talentdb.schema import roles
from talentdb.schema.words import ROLE_KINDS
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import (
    date_columns,
    date_in,
    dates_agree,
    ends_agree,
    finer,
    latest,
    refuse_end_before_start,
)
from talentdb.writes.shelf import Held, Shelf

Outcome = Literal["created", "updated", "unchanged"]
Key = tuple[int, int, str, str]


@dataclass(frozen=True)
class NewRole:
    """A role as somebody states it."""

    person_id: int
    organisation_id: int
    title: str | None = None
    kind: str = "employment"
    started: PartialDate | None = None
    ended: PartialDate | None = None
    seen: PartialDate | None = None
    status: str | None = None
    note: str | None = None

    @property
    def key(self) -> Key:
        """What decides, with the start, which role it is."""
        return (self.person_id, self.organisation_id, folded(self.title), self.kind)


class Stated(NamedTuple):
    """The row that now holds a statement, and what was done to it."""

    held: Held
    outcome: Outcome


class Roles:
    """The roles of some people, as they are and as they will be once `write` is called."""

    def __init__(self, change: ChangeSet, person_ids: Iterable[int]) -> None:
        self._change = change
        self._shelf = Shelf(roles)
        self._held: defaultdict[Key, list[Held]] = defaultdict(list)
        for batch in batches(sorted(set(person_ids))):
            statement = select(roles).where(roles.c.person_id.in_(batch)).order_by(roles.c.id)
            for row in change.connection.execute(statement).mappings():
                self._held[_key_of(row)].append(Held(dict(row), row["id"]))

    def state(self, new: NewRole) -> Stated:
        """Records a role, or refines the one that it is.

        Raises EndsBeforeStart, and RecordContradicted where the record says otherwise.
        """
        refuse_end_before_start(new.started, new.ended)
        held = self._same(new)
        if held is None:
            held = self._shelf.add(_values(new))
            self._held[new.key].append(held)
            self._change.people.add(new.person_id)
            return Stated(held, "created")
        if not self._shelf.change(held, _refined(held, new)):
            return Stated(held, "unchanged")
        self._change.people.add(new.person_id)
        return Stated(held, "updated")

    def titled(self, person_id: int, organisation_id: int, title: str) -> Held | None:
        """The only role of this person there with this title; None if there are none or several."""
        found = [
            held
            for kind in ROLE_KINDS
            for held in self._held.get((person_id, organisation_id, folded(title), kind), ())
        ]
        return found[0] if len(found) == 1 else None

    def running(self, person_id: int, organisation_id: int) -> list[Held]:
        """The roles of this person there that are not known to have ended."""
        return [
            held
            for (person, organisation, *_), rows in self._held.items()
            if (person, organisation) == (person_id, organisation_id)
            for held in rows
            if held.values["ended"] in (None, OPEN.text)
        ]

    def end(self, held: Held, ended: PartialDate) -> None:
        """Gives a role that is not known to have ended its end."""
        refuse_end_before_start(date_in(held.values, "started"), ended)
        self._shelf.change(held, date_columns("ended", ended))
        self._change.people.add(held.values["person_id"])

    def write(self) -> None:
        """Writes what was stated."""
        self._shelf.write(self._change)

    def _same(self, new: NewRole) -> Held | None:
        alike = self._held[new.key]
        started = new.started.text if new.started else None
        exact = [held for held in alike if held.values["started"] == started]
        found = exact or [held for held in alike if _agrees(held, new)]
        if len(found) > 1:
            agreeing = [held for held in found if _agrees(held, new)]
            if len(agreeing) != 1:
                raise RecordContradicted(
                    f"it may be any of {len(found)} roles of this person there",
                    "give it the start that tells them apart",
                )
            found = agreeing
        if found and not self._change.overwrites and not _agrees(found[0], new):
            ends = (found[0].values["ended"], new.ended.text if new.ended else None)
            raise RecordContradicted(
                f"this role is recorded with the end {ends[0]}, not {ends[1]}",
                "both cannot be true; mend one of them",
            )
        return found[0] if found else None


def folded(title: str | None) -> str:
    """A title as it is compared."""
    return name_key(title) if title else ""


def _key_of(row: Any) -> Key:
    return (row["person_id"], row["organisation_id"], folded(row["title"]), row["kind"])


def _agrees(held: Held, new: NewRole) -> bool:
    return dates_agree(date_in(held.values, "started"), new.started) and ends_agree(
        date_in(held.values, "ended"), new.ended
    )


def _values(new: NewRole) -> dict[str, Any]:
    return {
        "person_id": new.person_id,
        "organisation_id": new.organisation_id,
        "title": kept(new.title),
        "kind": new.kind,
        **date_columns("started", new.started),
        **date_columns("ended", new.ended),
        **date_columns("seen", new.seen),
        "status": new.status,
        "note": kept(new.note),
    }


def _refined(held: Held, new: NewRole) -> dict[str, Any]:
    old = held.values
    started = finer(date_in(old, "started"), new.started)
    ended = date_in(old, "ended")
    ended = finer(ended, new.ended) if ends_agree(ended, new.ended) else new.ended
    refuse_end_before_start(started, ended)
    seen = latest(date_in(old, "seen"), new.seen)
    given = {"status": new.status, "note": kept(new.note)}
    return {
        **date_columns("started", started),
        **date_columns("ended", ended),
        **date_columns("seen", seen),
        **{name: value for name, value in given.items() if value is not None},
    }
