"""How is a move recorded, and when is it one that the ledger holds already? (design.md §8, Keys)"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from talentdb.database.portions import batches
from talentdb.dates import PartialDate
from talentdb.errors import RecordContradicted, RuleBroken
from talentdb.names import kept, labelled
from talentdb.schema import transition_reasons, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns, date_in, dates_agree, finer
from talentdb.writes.linked import Linked
from talentdb.writes.roles import Stated
from talentdb.writes.shelf import Held, Shelf

Key = tuple[int, int | None, int | None]


@dataclass(frozen=True)
class NewMove:
    """A move as somebody states it; a side that is not known is None, never both."""

    person_id: int
    from_organisation_id: int | None
    to_organisation_id: int | None
    date: PartialDate | None = None
    from_title: str | None = None
    to_title: str | None = None
    from_role: Held | None = None
    to_role: Held | None = None
    manner: str | None = None
    reasons: tuple[str, ...] = ()
    status: str | None = None
    note: str | None = None


class Moves:
    """The recorded moves of some people, as they are and as they will be once `write` is called.

    The roles that new moves name must be written before.
    """

    def __init__(self, change: ChangeSet, person_ids: Iterable[int]) -> None:
        self._change = change
        self._linked = Linked(change.connection)
        self._shelf, self._reasons = Shelf(transitions), Shelf(transition_reasons)
        self._held: defaultdict[Key, list[Held]] = defaultdict(list)
        self._tagged: set[tuple[int, str]] = set()
        self._to_tag: dict[tuple[Held, str], None] = {}
        for batch in batches(sorted(set(person_ids))):
            self._load(batch)

    def state(self, new: NewMove) -> Stated:
        """Records a move, or refines the one that it is. Raises what contradicts the record."""
        key = self._key(new.person_id, new.from_organisation_id, new.to_organisation_id)
        if key[1] is None and key[2] is None:
            raise RuleBroken("a move needs an organisation on one side at least: name from or to.")
        if key[1] == key[2]:
            raise RuleBroken("it leaves the organisation that it joins: a move needs two.")
        held = self._same(key, new)
        if held is None:
            held = self._shelf.add(_values(new))
            self._held[key].append(held)
            outcome = Stated(held, "created")
        elif self._shelf.change(held, _refined(held, new)):
            outcome = Stated(held, "updated")
        else:
            outcome = Stated(held, "unchanged")
        reasons = map(labelled, new.reasons)
        missing = [reason for reason in reasons if not self._is_tagged(held, reason)]
        self._to_tag |= dict.fromkeys((held, reason) for reason in missing)
        if missing and outcome.outcome == "unchanged":
            outcome = Stated(held, "updated")
        if outcome.outcome != "unchanged":
            self._change.people.add(new.person_id)
        return outcome

    def write(self) -> None:
        """Writes what was stated."""
        self._shelf.write(self._change)
        for held, reason in self._to_tag:
            self._tagged.add((held.key, reason))
            self._reasons.add({"transition_id": held.key, "reason": reason})
        self._to_tag.clear()
        self._reasons.write(self._change)

    def _is_tagged(self, held: Held, reason: str) -> bool:
        written = held.id is not None and (held.id, reason) in self._tagged
        return written or (held, reason) in self._to_tag

    def _load(self, person_ids: list[int]) -> None:
        mine = transitions.c.person_id.in_(person_ids)
        statement = select(transitions).where(mine, transitions.c.origin == "recorded")
        for row in self._change.connection.execute(statement.order_by(transitions.c.id)).mappings():
            sides = (row["from_organisation_id"], row["to_organisation_id"])
            self._held[self._key(row["person_id"], *sides)].append(Held(dict(row), row["id"]))
        reasons = select(transition_reasons.c.transition_id, transition_reasons.c.reason)
        tagged = reasons.join(transitions).where(mine)
        self._tagged.update((row[0], row[1]) for row in self._change.connection.execute(tagged))

    def _key(self, person_id: int, from_id: int | None, to_id: int | None) -> Key:
        newest = self._linked.newest
        return (
            person_id,
            None if from_id is None else newest(from_id),
            None if to_id is None else newest(to_id),
        )

    def _same(self, key: Key, new: NewMove) -> Held | None:
        date = new.date.text if new.date else None
        alike = self._held[key]
        exact = [held for held in alike if held.values["date"] == date]
        found = exact or [h for h in alike if dates_agree(date_in(h.values, "date"), new.date)]
        if len(found) > 1:
            raise RecordContradicted(
                f"it may be any of {len(found)} recorded moves of this person",
                "give it the date that tells them apart",
            )
        return found[0] if found else None


def _values(new: NewMove) -> dict[str, Any]:
    return {
        "person_id": new.person_id,
        "from_organisation_id": new.from_organisation_id,
        "to_organisation_id": new.to_organisation_id,
        "from_role_id": new.from_role.key if new.from_role else None,
        "to_role_id": new.to_role.key if new.to_role else None,
        "from_title": kept(new.from_title),
        "to_title": kept(new.to_title),
        **date_columns("date", new.date),
        "origin": "recorded",
        "manner": new.manner,
        "status": new.status,
        "note": kept(new.note),
    }


def _refined(held: Held, new: NewMove) -> dict[str, Any]:
    given = _values(new)
    names = ("from_role_id", "to_role_id", "from_title", "to_title", "manner", "status", "note")
    return {
        **date_columns("date", finer(date_in(held.values, "date"), new.date)),
        **{name: given[name] for name in names if given[name] is not None},
    }
