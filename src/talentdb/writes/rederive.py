"""What would the spells and moves be, if other roles counted? (design.md §3, Derivation)

The same pure functions that fill the stored tables fill temporary ones of the same names, and the
same statements run over those. Nothing is written to the ledger.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from talentdb.database.bulk import filling
from talentdb.database.portions import batches
from talentdb.database.temporary import index, shadow, stored
from talentdb.queries.careers import among
from talentdb.queries.rule import Basis
from talentdb.schema import people, spells, transitions
from talentdb.writes.derived import MOVE_COLUMNS, SPELL_COLUMNS, Rows, derived_rows
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
    with (
        filling(connection, stays, ("id", *SPELL_COLUMNS)) as add_spells,
        filling(connection, moves, ("id", *MOVE_COLUMNS)) as add_moves,
    ):
        for batch in batches(everybody, 1000):
            spell_rows, move_rows = derived_rows(connection, batch, linked, basis)
            known = _known_ids(connection, kept, batch)
            add_spells(_numbered(spell_rows, numbers))
            add_moves(_named(move_rows, known, numbers))
    index(connection, moves)
    index(connection, stays)


def _known_ids(connection: Connection, kept: Table, person_ids: Sequence[int]) -> dict[Key, int]:
    """The ids of the stored derived moves of these people, by the roles they lead from and to."""
    derived = select(kept.c.from_role_id, kept.c.to_role_id, kept.c.id).where(
        among(kept.c.person_id, person_ids), kept.c.origin == "derived"
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(derived)}


def _numbered(rows: Rows, numbers: Iterator[int]) -> Iterator[tuple[Any, ...]]:
    return ((next(numbers), *row) for row in rows.values())


def _named(rows: Rows, known: dict[Key, int], numbers: Iterator[int]) -> Iterator[tuple[Any, ...]]:
    leads = MOVE_COLUMNS.index("from_role_id"), MOVE_COLUMNS.index("to_role_id")
    for row in rows.values():
        yield (known.get((row[leads[0]], row[leads[1]])) or -next(numbers), *row)
