"""How do the stored spells and derived moves follow every write?

The people touched are derived anew from their roles, in the transaction that touched them, and
only what differs is written. Derived rows are never journalled: they follow from the facts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Table, bindparam, func, select, update
from sqlalchemy import delete as delete_from

from talentdb.database.bulk import as_text, driver_rows, load
from talentdb.database.portions import batches
from talentdb.queries.careers import among
from talentdb.schema import people, spells, transitions
from talentdb.writes.derived import MOVE_COLUMNS, SPELL_COLUMNS, Rows, derived_rows
from talentdb.writes.derived_many import derived_many, filling_derived
from talentdb.writes.linked import Linked
from talentdb.writes.progress import Progress, steps, unheard

DERIVING = "deriving people's moves"
_AT_ONCE = 500  # people whose roles and derived rows are in memory together


def derive_people(
    connection: Connection, person_ids: Iterable[int], progress: Progress = unheard
) -> None:
    """Brings the spells and derived moves of these people in line with their roles."""
    wanted = sorted(person_ids)
    if not wanted:
        return
    last = _last_derived(connection)
    first_new = bisect_right(wanted, last)
    linked = Linked(connection)
    known = batches(wanted[:first_new], _AT_ONCE)
    for batch in steps(known, progress, DERIVING, first_new):
        spell_rows, move_rows = derived_rows(connection, batch, linked)
        _store(connection, transitions, MOVE_COLUMNS, "to_role_id", batch, move_rows)
        _store(connection, spells, SPELL_COLUMNS, "first_role_id", batch, spell_rows)
    derive_new(connection, wanted[first_new:], progress)


def derive_new(
    connection: Connection,
    person_ids: Sequence[int],
    progress: Progress = unheard,
    any_stated: bool = True,
) -> None:
    """Stores the spells and derived moves of people, given in order, who have none yet.

    `any_stated` is whether there may be recorded moves: to look for them takes long while
    transitions have no index.
    """
    linked = Linked(connection)
    with filling_derived(connection) as fill:
        portions = batches(person_ids, _AT_ONCE)
        for batch in steps(portions, progress, DERIVING, len(person_ids)):
            fill(*derived_many(connection, batch, linked, any_stated))


def derive_everybody(connection: Connection) -> None:
    """Derives the whole ledger anew; on a sound ledger it writes nothing."""
    derive_people(connection, connection.execute(select(people.c.id)).scalars())


def _last_derived(connection: Connection) -> int:
    """The greatest id of a person who has a spell or a move."""
    last = [
        connection.scalar(select(func.max(table.c.person_id))) or 0
        for table in (spells, transitions)
    ]
    return max(last)


def _store(
    connection: Connection,
    table: Table,
    names: Sequence[str],
    key: str,
    person_ids: Sequence[int],
    wanted: Rows,
) -> None:
    """Makes the derived rows of these people the wanted ones, writing only differences."""
    mine: ColumnElement[bool] = among(table.c.person_id, person_ids)
    if table is transitions:
        mine &= table.c.origin == "derived"
    place = names.index(key)
    stale, changed = [], []
    missing = dict(wanted)
    columns = (table.c.id, *(as_text(table.c[name]) for name in names))
    for id, *row in driver_rows(connection, select(*columns).where(mine)):
        new = missing.pop(row[place], None)
        if new is None:
            stale.append(id)
        elif new != tuple(row):
            changed.append({"row_id": id, **_typed(table, names, new)})
    for ids in batches(stale):
        connection.execute(delete_from(table).where(table.c.id.in_(ids)))
    if changed:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        connection.execute(
            update(table).where(table.c.id == bindparam("row_id")).values(values), changed
        )
    load(connection, table, names, missing.values())


def _typed(table: Table, names: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    """The new values of a row, its days as days."""
    return {
        f"new_{name}": date.fromisoformat(value)
        if value is not None and isinstance(table.c[name].type, Date)
        else value
        for name, value in zip(names, row, strict=True)
    }
