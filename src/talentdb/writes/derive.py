"""How do the stored spells and derived moves follow every write?

The people touched are derived anew from their roles, in the transaction that touched them, and
only what differs is written. Derived rows are never journalled: they follow from the facts.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select, update

from talentdb.derivation import (
    NEVER_AFTER,
    NEVER_BEFORE,
    Matches,
    Move,
    Recorded,
    Role,
    Spell,
    derive,
    matched,
)
from talentdb.queries.careers import counted_roles, stated_moves
from talentdb.queries.rule import STANDARD, Basis
from talentdb.schema import people, spells, transitions
from talentdb.schema.words import STATUSES
from talentdb.writes.change_sets import batches
from talentdb.writes.linked import Linked

Rows = dict[int, dict[str, Any]]


def derive_people(connection: Connection, person_ids: Iterable[int]) -> None:
    """Brings the spells and derived moves of these people in line with their roles."""
    linked = Linked(connection)
    for batch in batches(sorted(person_ids)):
        derived_spells, derived_moves = derived_rows(connection, batch, linked)
        _store(connection, transitions, "to_role_id", batch, derived_moves)
        _store(connection, spells, "first_role_id", batch, derived_spells)


def derive_everybody(connection: Connection) -> None:
    """Derives the whole ledger anew; on a sound ledger it writes nothing."""
    derive_people(connection, connection.execute(select(people.c.id)).scalars())


def derived_rows(
    connection: Connection, person_ids: list[int], linked: Linked, basis: Basis = STANDARD
) -> tuple[Rows, Rows]:
    """The rows that `spells` and `transitions` should hold for these people.

    Keyed by the first role of the spell, and by the role that a move leads to. `basis` says which
    roles make spells.
    """
    stated = dict(_by_person(connection.execute(stated_moves(person_ids))))
    spell_rows: Rows = {}
    move_rows: Rows = {}
    careers = dict(_by_person(connection.execute(counted_roles(person_ids, basis))))
    for person_id in person_ids:
        roles = [_role(row, linked) for row in careers.get(person_id, ())]
        if not roles:
            continue
        found, moves = derive(roles, basis.bridge)
        recorded = [_recorded(row, linked) for row in stated.get(person_id, ())]
        matches = matched(recorded, found, moves, linked.related) if recorded else _NO_MATCHES
        titles = {role.id: role.title or None for role in roles}
        for spell in found:
            spell_rows[spell.first_role_id] = _spell_row(person_id, spell, matches)
        for move in moves:
            move_rows[move.to_role_id] = _move_row(person_id, move, matches, titles)
    return spell_rows, move_rows


_NO_MATCHES = Matches({}, {}, {})


def _by_person(rows: Iterable[Any]) -> Iterator[tuple[int, list[Any]]]:
    for person_id, group in groupby(rows, key=itemgetter(0)):
        yield person_id, list(group)


def _ordinal(value: date | None, unbounded: int) -> int:
    return unbounded if value is None else value.toordinal()


def _day(ordinal: int | None) -> date | None:
    known = ordinal is not None and NEVER_BEFORE < ordinal < NEVER_AFTER
    return date.fromordinal(ordinal) if known and ordinal is not None else None


def _role(row: Any, linked: Linked) -> Role:
    newest = linked.newest(row.organisation_id)
    has_seen = row.seen is not None
    return Role(
        row.id,
        newest,
        linked.key(newest, row.name_key),
        row.title or "",
        row.started,
        _ordinal(row.started_earliest, NEVER_BEFORE),
        _ordinal(row.started_latest, NEVER_AFTER),
        row.ended,
        _ordinal(row.ended_earliest, NEVER_BEFORE),
        _ordinal(row.ended_latest, NEVER_AFTER),
        _ordinal(row.seen_earliest, NEVER_BEFORE),
        _ordinal(row.seen_latest, NEVER_AFTER) if has_seen else NEVER_BEFORE,
        STATUSES.index(row.effective_status),
    )


def _recorded(row: Any, linked: Linked) -> Recorded:
    sides = (row.from_organisation_id, row.to_organisation_id)
    origin, destination = (None if side is None else linked.newest(side) for side in sides)
    undated = row.date is None
    return Recorded(
        row.id,
        origin,
        destination,
        row.from_role_id,
        row.to_role_id,
        None if undated else _ordinal(row.date_earliest, NEVER_BEFORE),
        None if undated else _ordinal(row.date_latest, NEVER_AFTER),
    )


def _spell_row(person_id: int, spell: Spell, matches: Matches) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "organisation_id": spell.organisation_id,
        "first_role_id": spell.first_role_id,
        "last_role_id": spell.last_role_id,
        "started": spell.started,
        "started_earliest": _day(spell.start_earliest),
        "started_latest": _day(spell.start_latest),
        "state": spell.state,
        "ended": spell.ended,
        "ended_earliest": _day(spell.end_earliest),
        "ended_latest": _day(spell.end_latest),
        "evidence": _day(spell.evidence),
        "presence": _day(spell.presence),
        "presumed_end": _day(spell.presumed_end),
        "aside": spell.aside,
        "status": STATUSES[spell.status_rank],
        "joined_by_id": matches.joined_by.get(spell.first_role_id),
        "left_by_id": matches.left_by.get(spell.first_role_id),
    }


def _move_row(
    person_id: int, move: Move, matches: Matches, titles: dict[int, str | None]
) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "from_organisation_id": move.from_organisation_id,
        "to_organisation_id": move.to_organisation_id,
        "from_role_id": move.from_role_id,
        "to_role_id": move.to_role_id,
        "from_title": titles[move.from_role_id],
        "to_title": titles[move.to_role_id],
        "date": move.date,
        "date_earliest": _day(move.date_earliest),
        "date_latest": _day(move.date_latest),
        "continuity": move.continuity,
        "gap_days": move.gap_days,
        "origin": "derived",
        "status": STATUSES[move.status_rank],
        "twin_of_id": matches.twin_of.get(move.to_role_id),
    }


def _store(
    connection: Connection, table: Table, key: str, person_ids: list[int], wanted: Rows
) -> None:
    """Makes the derived rows of these people the wanted ones, writing only differences."""
    mine: ColumnElement[bool] = table.c.person_id.in_(person_ids)
    if table is transitions:
        mine &= table.c.origin == "derived"
    names = next(iter(wanted.values()), {})
    columns = [table.c.id, table.c[key].label("row_key"), *(table.c[name] for name in names)]
    stale, changed = [], []
    missing = dict(wanted)
    for row in connection.execute(select(*columns).where(mine)).mappings():
        new = missing.pop(row["row_key"], None)
        if new is None:
            stale.append(row["id"])
        elif any(row[name] != value for name, value in new.items()):
            changed.append({"row_id": row["id"], **{f"new_{name}": new[name] for name in names}})
    for ids in batches(stale):
        connection.execute(delete(table).where(table.c.id.in_(ids)))
    if changed:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        connection.execute(
            update(table).where(table.c.id == bindparam("row_id")).values(values), changed
        )
    if missing:
        connection.execute(insert(table), list(missing.values()))
