"""What would the spells and moves be, if other roles counted? (design.md §3, Derivation)

The same pure functions that fill the stored tables fill temporary ones of the same names, and the
same statements run over those. Nothing is written to the ledger.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from talentdb.database.temporary import index, shadow, stored
from talentdb.queries.rule import Basis
from talentdb.schema import people, spells, transitions
from talentdb.writes.change_sets import batches
from talentdb.writes.derive import Rows, derived_rows
from talentdb.writes.known import keep_known_moves
from talentdb.writes.linked import Linked

Key = tuple[int, int]


def rederive(connection: Connection, basis: Basis) -> None:
    """Puts the spells and moves that follow from this basis in front of the stored ones.

    Recorded moves are there with their ids, matched anew. A derived move that is stored too keeps
    its id, so that `show move:12` opens it; the others have ids below 0.
    """
    kept = stored(connection, transitions)
    moves, stays = shadow(connection, transitions), shadow(connection, spells)
    if basis.known_by is None:
        recorded = select(kept).where(kept.c.origin == "recorded")
        names = [column.name for column in kept.columns]
        connection.execute(insert(moves).from_select(names, recorded))
    else:
        keep_known_moves(connection, moves, kept, basis.known_by)
    numbers, linked = count(1), Linked(connection)
    everybody = connection.execute(select(people.c.id).order_by(people.c.id)).scalars().all()
    for batch in batches(everybody):
        spell_rows, move_rows = derived_rows(connection, list(batch), linked, basis)
        known = _known_ids(connection, kept, batch)
        _insert(connection, stays, ({"id": next(numbers), **row} for row in spell_rows.values()))
        _insert(connection, moves, _numbered(move_rows, known, numbers))
    index(connection, moves)
    index(connection, stays)


def _known_ids(connection: Connection, kept: Table, person_ids: Any) -> dict[Key, int]:
    """The ids of the stored derived moves of these people, by the roles they lead from and to."""
    derived = select(kept.c.from_role_id, kept.c.to_role_id, kept.c.id).where(
        kept.c.person_id.in_(person_ids), kept.c.origin == "derived"
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(derived)}


def _numbered(
    rows: Rows, known: dict[Key, int], numbers: Iterator[int]
) -> Iterator[dict[str, Any]]:
    for row in rows.values():
        key = row["from_role_id"], row["to_role_id"]
        yield {"id": known.get(key) or -next(numbers), **row}


def _insert(connection: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)
