"""How is a change set taken back?

Its inverse is written as a change set of its own, which can be undone in turn: rows that it
added go, rows that it removed come back with their ids, rows that it wrote over are as before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from talentdb.database.portions import batches
from talentdb.errors import RuleBroken
from talentdb.queries.careers import among
from talentdb.queries.changes import (
    FACT_TABLES,
    added_ids,
    images,
    of_actor,
    overwritten_ids,
    people_cited,
    people_of_sources,
)
from talentdb.schema import change_sets, changes, citations, organisation_links, organisations
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.citing import refuse_via_loop
from talentdb.writes.links import NewLink, refuse_loop, touch_sides_of
from talentdb.writes.progress import steps
from talentdb.writes.resting import effective_ids, refuse_undo

# What tells whose spells and moves a row may change.
_TOUCHING = ("id", "person_id", "organisation_id", "other_id", "role_id", "transition_id")


def latest_of(connection: Connection, actor: str) -> int:
    """The latest change set of this actor that still counts. Raises RuleBroken if there is none."""
    effective = effective_ids(connection)
    statement = select(change_sets.c.id).where(of_actor(actor))
    for id in connection.execute(statement.order_by(change_sets.c.id.desc())).scalars():
        if id in effective:
            return int(id)
    raise RuleBroken(f"there is nothing of {actor} to undo: `talentdb log` lists every change.")


def undo(change: ChangeSet, change_set_id: int) -> None:
    """Takes one change set back, in the name of another. Raises if that cannot be."""
    connection = change.connection
    refuse_undo(connection, change_set_id)
    change.undoes_id = change_set_id
    for table in reversed(FACT_TABLES):
        added = sorted(connection.execute(added_ids(change_set_id, table)).scalars())
        for ids in steps(batches(added), change.progress, f"removing {table.name}", len(added)):
            if table is not organisations:  # nobody is at one that may go
                _touch(change, table, _rows(connection, table, ids, _TOUCHING))
            change.delete(table, ids)
    for table in FACT_TABLES:
        overwritten = sorted(connection.execute(overwritten_ids(change_set_id, table)).scalars())
        what = f"restoring {table.name}"
        for ids in steps(batches(overwritten), change.progress, what, len(overwritten)):
            some = images(change_set_id, table).where(among(changes.c.row_id, ids))
            _restore(
                change, table, [_as_row(table, row.before) for row in connection.execute(some)]
            )
    for table in (organisation_links, citations):
        for row in connection.execute(images(change_set_id, table)):
            _refuse_loop(connection, table, row.before or {})


def _restore(change: ChangeSet, table: Table, rows: list[dict[str, Any]]) -> None:
    ids = [row["id"] for row in rows]
    there = _rows(change.connection, table, ids, _TOUCHING)
    present = {row["id"] for row in there}
    # Whoever was at an organisation that comes back comes back too.
    _touch(change, table, there if table is organisations else [*there, *rows])
    change.update(table, [row for row in rows if row["id"] in present])
    missing = [row for row in rows if row["id"] not in present]
    if missing:
        change.bring_back(table, missing)


def _refuse_loop(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Raises if a row that came back closes a loop with what was written since."""
    if table is organisation_links and row:
        link = NewLink(row["organisation_id"], row["kind"], row["other_id"])
        refuse_loop(connection, link, apart_from=row["id"])
    elif row and row["via_source_id"] is not None:
        refuse_via_loop(connection, row["source_id"], row["via_source_id"])


def _touch(change: ChangeSet, table: Table, rows: Iterable[Any]) -> None:
    """Whose spells and moves have to be derived anew."""
    for row in rows:
        if table.name == "people":
            change.people.add(row["id"])
        elif row.get("person_id") is not None:
            change.people.add(row["person_id"])
        elif table is organisation_links:
            touch_sides_of(change, row["organisation_id"], row["other_id"])
        elif table is organisations:
            # The name decides between roles that begin and end together (metrics.md §2).
            touch_sides_of(change, row["id"], row["id"])
    if table.name in ("citations", "sources"):
        change.people.update(_cited_people(change.connection, table, rows))


def _cited_people(connection: Connection, table: Table, rows: Iterable[Any]) -> Iterator[int]:
    if table.name == "sources":
        yield from connection.execute(people_of_sources([row["id"] for row in rows])).scalars()
        return
    roles = [row["role_id"] for row in rows if row["role_id"] is not None]
    moves = [row["transition_id"] for row in rows if row["transition_id"] is not None]
    yield from connection.execute(people_cited(roles, moves)).scalars()


def _rows(connection: Connection, table: Table, ids: list[int], names: Sequence[str]) -> list[Any]:
    columns = (table.c[name] for name in names if name in table.c)
    return list(connection.execute(select(*columns).where(among(table.c.id, ids))).mappings())


def _as_row(table: Table, image: dict[str, Any]) -> dict[str, Any]:
    """A before-image with its days as days again."""
    row = dict(image)
    for name, value in image.items():
        kind = table.c[name].type.python_type
        if value is not None and kind in (date, datetime):
            row[name] = kind.fromisoformat(value)
    return row
