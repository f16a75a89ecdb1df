"""How is a link between two organisations recorded, and which would make a loop?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from talentdb.dates import PartialDate
from talentdb.errors import LinkMakesLoop, RuleBroken
from talentdb.names import kept
from talentdb.schema import organisation_links, organisations, roles, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns, refuse_end_before_start
from talentdb.writes.firm import MONEY
from talentdb.writes.linked import Linked
from talentdb.writes.offers import refuse_sure_amount_without_currency
from talentdb.writes.refined import refine
from talentdb.writes.renamed import refuse_moves_made_one
from talentdb.writes.roles import Outcome

# Each of these says that the first stands in, or became, the second: none may lead back.
LEADS_ON = ("part-of", "renamed", "merged-into")
_FIRM = {name: MONEY[name] for name in ("amount", "currency")}


@dataclass(frozen=True)
class NewLink:
    """A link as a sentence: ORGANISATION kind OTHER."""

    organisation_id: int
    kind: str
    other_id: int
    started: PartialDate | None = None
    ended: PartialDate | None = None
    amount: int | None = None
    currency: str | None = None
    status: str | None = None
    note: str | None = None


def add_link(change: ChangeSet, new: NewLink) -> tuple[int, Outcome]:
    """The link's id, and what was done to it; it is the same if sides, kind and start are.

    A `renamed` link makes one body of two: everybody with roles or moves at either is touched.
    Raises LinkMakesLoop, RuleBroken; RecordContradicted for another end or amount than recorded.
    """
    refuse_end_before_start(new.started, new.ended)
    started = new.started.text if new.started else None
    known = select(organisation_links.c.id).where(
        organisation_links.c.organisation_id == new.organisation_id,
        organisation_links.c.other_id == new.other_id,
        organisation_links.c.kind == new.kind,
        organisation_links.c.started.is_not_distinct_from(started),
    )
    found = change.connection.scalar(known)
    if found is not None:
        return int(found), _refined(change, int(found), new)
    refuse_amount({name: getattr(new, name) for name in ("amount", "currency", "status")})
    refuse_loop(change.connection, new)
    id = change.insert_one(organisation_links, **_values(new))
    if new.kind == "renamed":
        refuse_moves_made_one(change.connection, new.other_id)
    if new.kind in LEADS_ON:
        touch_sides_of(change, new.organisation_id, new.other_id)
    return id, "created"


def _refined(change: ChangeSet, id: int, new: NewLink) -> Outcome:
    given = {name: _values(new)[name] for name in ("amount", "currency", "status", "note")}
    if not refine(change, organisation_links, id, new.ended, given, _FIRM, refuse_amount):
        return "unchanged"
    if new.kind in LEADS_ON:
        touch_sides_of(change, new.organisation_id, new.other_id)
    return "updated"


def refuse_amount(row: Mapping[str, Any]) -> None:
    """Raises RuleBroken for a sure amount of no currency."""
    refuse_sure_amount_without_currency(row, (row["amount"],), "deal")


def refuse_loop(connection: Connection, new: NewLink, apart_from: int | None = None) -> None:
    """Raises if the second organisation already leads to the first, or was renamed otherwise.

    `apart_from` is the link that the new one stands in for, when one is edited.
    """
    linked = Linked(connection, apart_from)
    first, second = linked.newest(new.organisation_id), linked.newest(new.other_id)
    if new.organisation_id == new.other_id:
        raise _loop(connection, new)
    if new.kind == "renamed":
        refuse_renamed_before(connection, new.organisation_id, apart_from)
    if new.kind in LEADS_ON and (first == second or first in linked.above(second)):
        raise _loop(connection, new)
    if new.kind == "renamed" and second in linked.above(first):
        raise _loop(connection, new)


def refuse_renamed_before(
    connection: Connection, organisation_id: int, apart_from: int | None = None
) -> None:
    """Raises RuleBroken if the organisation bears another name already, by a link."""
    now = Linked(connection, apart_from).newest(organisation_id)
    if now != organisation_id:
        raise RuleBroken(
            f"{_name(connection, organisation_id)} was renamed already "
            f"(now {_name(connection, now)}): link the newest name instead."
        )


def touch_sides_of(change: ChangeSet, first: int, second: int) -> None:
    """Marks everybody with a role or a move at either side or within it, under older names too.

    A part of a part comes to lie within what is newly above it, so its moves may find twins.
    """
    linked = Linked(change.connection)
    both = linked.within(first) | linked.within(second)
    held = select(roles.c.person_id).where(roles.c.organisation_id.in_(both))
    moved = select(transitions.c.person_id).where(
        or_(
            transitions.c.from_organisation_id.in_(both),
            transitions.c.to_organisation_id.in_(both),
        )
    )
    change.people.update(change.connection.execute(held.union(moved)).scalars())


def _values(new: NewLink) -> dict[str, Any]:
    return {
        "organisation_id": new.organisation_id,
        "kind": new.kind,
        "other_id": new.other_id,
        **date_columns("started", new.started),
        **date_columns("ended", new.ended),
        "amount": new.amount,
        "currency": kept(new.currency),
        "status": new.status,
        "note": kept(new.note),
    }


def _loop(connection: Connection, new: NewLink) -> LinkMakesLoop:
    first, second = _name(connection, new.organisation_id), _name(connection, new.other_id)
    return LinkMakesLoop(first, new.kind, second)


def _name(connection: Connection, organisation_id: int) -> str:
    statement = select(organisations.c.name).where(organisations.c.id == organisation_id)
    return str(connection.scalar(statement))
