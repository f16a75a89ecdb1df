"""What do the derived tables say, whatever the ids are?"""

from typing import Any

from sqlalchemy import Connection, Table, select

from talentdb.schema import organisations, people, roles, spells, transitions


def content(connection: Connection) -> list[tuple[Any, ...]]:
    """Every spell and move: names for people and organisations, the words of roles and moves."""
    words = {
        "person_id": _words(connection, people, "name"),
        "organisation_id": _words(connection, organisations, "name"),
        "role_id": _words(connection, roles, "title", "started", "ended"),
        "by_id": _words(connection, transitions, "origin", "date", "to_title"),
        "twin_of_id": _words(connection, transitions, "origin", "date", "to_title"),
    }
    found = [
        (table.name, *(_meant(words, column, value) for column, value in row.items()))
        for table in (spells, transitions)
        for row in connection.execute(select(table)).mappings()
    ]
    return sorted(found, key=repr)


def _words(connection: Connection, table: Table, *names: str) -> dict[int | None, Any]:
    rows = connection.execute(select(table)).mappings()
    return {None: None} | {row["id"]: [row[name] for name in names] for row in rows}


def _meant(words: dict[str, dict[int | None, Any]], column: str, value: Any) -> Any:
    if column in ("id", "change_set_id"):
        return None
    for ending, meanings in words.items():
        if column.endswith(ending):
            return meanings[value]
    return value


def stored(connection: Connection) -> list[tuple[Any, ...]]:
    """Every row of both tables as it is stored."""
    return [
        (table.name, *row)
        for table in (spells, transitions)
        for row in connection.execute(select(table).order_by(table.c.id))
    ]


def routes(connection: Connection, origin: str = "derived") -> list[str]:
    """The moves as `Ada: Acme → Globex 2020 direct`, in order."""
    sides = organisations.alias(), organisations.alias()
    statement = (
        select(people.c.name, sides[0].c.name, sides[1].c.name, transitions.c.date)
        .add_columns(transitions.c.continuity)
        .join(people, people.c.id == transitions.c.person_id)
        .outerjoin(sides[0], sides[0].c.id == transitions.c.from_organisation_id)
        .outerjoin(sides[1], sides[1].c.id == transitions.c.to_organisation_id)
        .where(transitions.c.origin == origin)
        .order_by(people.c.name, transitions.c.date_earliest, transitions.c.id)
    )
    return [
        f"{who.split()[0]}: {left} → {joined} {date} {continuity}"
        for who, left, joined, date, continuity in connection.execute(statement)
    ]
