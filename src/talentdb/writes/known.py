"""How does a ledger look by what was known on a day? (metrics.md §15)

Temporary tables of the same names stand in front of the stored ones: the citations known by then,
the facts that they speak of, with the status and the values that they give. Links that no source
is cited for stay: they say what is part of what, not who moved. Nothing is written to the ledger.
"""

from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, func, insert, null, select, update

from talentdb.database.temporary import index, shadow, stored
from talentdb.dates import parse, parse_end
from talentdb.queries.claimed import SIDES, column_of, reference_to
from talentdb.queries.known import cited, claims, is_known
from talentdb.schema import (
    citations,
    credits,
    figures,
    metadata,
    offers,
    organisation_links,
    organisations,
    roles,
    sources,
    transitions,
    works,
)
from talentdb.writes.claims import AMOUNTS, DATES
from talentdb.writes.dated import date_columns

FACTS = (roles, organisation_links, offers, works, credits, figures)


def know_only(connection: Connection, day: date) -> str:
    """Puts what was known by a day in front of what is stored; what that left out, in words.

    Moves are not among it: `rederive` makes their table, and `keep_known_moves` fills it.
    """
    kept = {table: stored(connection, table) for table in (*FACTS, transitions, citations)}
    known = is_known(kept[citations], sources, day)
    uncited = later = 0
    for table in (*FACTS, transitions):
        all_cited = select(kept[citations].c[reference_to(table)])
        recorded = select(func.count()).select_from(kept[table])
        if table is transitions:
            recorded = recorded.where(kept[table].c.origin == "recorded")
        total = connection.scalar(recorded) or 0
        with_any = connection.scalar(recorded.where(kept[table].c.id.in_(_set(all_cited)))) or 0
        then = cited(table, kept[citations], known)
        seen = connection.scalar(recorded.where(kept[table].c.id.in_(then))) or 0
        uncited += 0 if table is organisation_links else total - with_any
        later += with_any - seen
    for table in FACTS:
        _stand_in(connection, table, kept, known)
    front = shadow(connection, citations)
    _fill(connection, front, kept[citations], known)
    index(connection, front)
    return ", ".join(
        part
        for part in (
            f"{uncited} without a source" if uncited else "",
            f"{later} known only later or from undated sources" if later else "",
        )
        if part
    )


def keep_known_moves(connection: Connection, front: Table, kept: Table, day: date) -> None:
    """Fills the table of moves with the recorded ones known by a day, as they were known."""
    said = stored(connection, citations)
    known = is_known(said, sources, day)
    then = cited(transitions, said, known)
    _fill(connection, front, kept, (kept.c.origin == "recorded") & kept.c.id.in_(then))
    for side in ("from_role_id", "to_role_id"):
        gone = front.c[side].not_in(select(roles.c.id))
        connection.execute(update(front).where(gone).values({side: None}))
    connection.execute(update(front).values(status=None))
    _as_claimed(connection, transitions, front, said, known)


def _stand_in(connection: Connection, table: Table, kept: Any, known: Any) -> None:
    said = kept[citations]
    front = shadow(connection, table)
    condition = kept[table].c.id.in_(cited(table, said, known))
    if table is organisation_links:
        any_source = select(said.c.organisation_link_id)
        condition = condition | kept[table].c.id.not_in(_set(any_source))
    if table is credits:
        condition = condition & kept[table].c.work_id.in_(select(works.c.id))
    _fill(connection, front, kept[table], condition)
    if "status" in front.c:
        connection.execute(update(front).values(status=None))
    _as_claimed(connection, table, front, said, known)
    index(connection, front)


def _set(statement: Any) -> Any:
    column = next(iter(statement.selected_columns))
    return statement.where(column.is_not(None))


def _fill(connection: Connection, front: Table, kept: Table, condition: Any) -> None:
    names = [column.name for column in kept.columns]
    connection.execute(insert(front).from_select(names, select(kept).where(condition)))


def _as_claimed(
    connection: Connection, table: Table, front: Table, said: Table, known: Any
) -> None:
    """Gives facts the values known by then, where another is recorded that was claimed later."""
    rows = connection.execute(claims(table, said, sources, known)).all()
    for (id, field), group in groupby(rows, key=lambda row: (row.fact_id, row.field)):
        listed = list(group)
        column = front.c[column_of(table, field).name]
        held = connection.scalar(select(column).where(front.c.id == id))
        recorded = _text(connection, field, held)
        then = [row.value for row in listed if row.known]
        if recorded in then or (not then and recorded not in [row.value for row in listed]):
            continue
        value = then[0] if then else None
        if value is None and not metadata.tables[table.name].c[column.name].nullable:
            continue
        values = _columns(connection, column.name, field, value)
        connection.execute(update(front).where(front.c.id == id).values(values))


def _text(connection: Connection, field: str, held: Any) -> str | None:
    if field in SIDES and held is not None:
        name = select(organisations.c.name).where(organisations.c.id == held)
        held = connection.scalar(name)
    return None if held is None else str(held)


def _columns(connection: Connection, column: str, field: str, value: str | None) -> dict[str, Any]:
    if value is None:
        dated = field in DATES or field == "ended"
        return date_columns(field, None) if dated else {column: null()}
    if field in SIDES:
        named = select(organisations.c.id).where(organisations.c.name == value)
        return {column: connection.scalar(named.order_by(organisations.c.id))}
    if field in DATES:
        return date_columns(field, parse(value))
    if field == "ended":
        return date_columns(field, parse_end(value))
    return {column: int(value) if field in AMOUNTS else value}
