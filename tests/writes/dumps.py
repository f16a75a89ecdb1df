"""Is a ledger, row by row, what it was, and does what is derived follow from its facts?"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, select, text

from talentdb.queries.changes import FACT_TABLES
from talentdb.schema import spells, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.derive import derive_everybody, derive_people
from tests.builders import AUTHOR

Rows = list[tuple[Any, ...]]
Dump = dict[str, Rows]


def dump(connection: Connection) -> Dump:
    """Every fact with its id and its change set; derived rows without ids, which may differ."""
    held = {
        table.name: _rows(connection, table, table.c.change_set_id.is_not(None))
        for table in FACT_TABLES
    }
    return held | {f"derived {name}": rows for name, rows in derived(connection, 1).items()}


def derived(connection: Connection, first: int = 0) -> Dump:
    """The spells and the moves that follow from roles, from that column on, in order."""
    moves = _rows(connection, transitions, transitions.c.change_set_id.is_(None))
    found = {"spells": _rows(connection, spells), "moves": moves}
    return {name: sorted((row[first:] for row in rows), key=repr) for name, rows in found.items()}


def follows_from_the_facts(connection: Connection) -> bool:
    """Whether deriving everybody anew writes nothing, and every reference leads somewhere."""
    before = derived(connection)
    derive_everybody(connection)
    check_references(connection)
    return derived(connection) == before


def check_references(connection: Connection) -> None:
    """Fails, as a commit would, if a row refers to one that is not there."""
    if connection.dialect.name == "sqlite":
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        return
    connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))


def written(connection: Connection, what: Callable[[ChangeSet], object]) -> int | None:
    """The change set of one command, as the command line runs it; None if it wrote nothing.

    What raises leaves no trace.
    """
    with connection.begin_nested():
        change = ChangeSet(connection, AUTHOR)
        what(change)
        derive_people(connection, change.people)
        change.finish("talentdb test")
        check_references(connection)
    return change.id if change.has_changes else None


def _rows(connection: Connection, table: Table, *conditions: Any) -> Rows:
    statement = select(table).where(*conditions).order_by(table.c.id)
    return [tuple(row) for row in connection.execute(statement)]
