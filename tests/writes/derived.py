"""What do the derived tables say, whatever the ids are?"""

from typing import Any

from sqlalchemy import Connection, select

from talentdb.schema import organisations, people, roles, spells, transitions

_ROLES = {"first_role_id", "last_role_id", "from_role_id", "to_role_id"}
_MOVES = {"joined_by_id", "left_by_id", "twin_of_id"}


def content(connection: Connection) -> list[tuple[Any, ...]]:
    """Every spell and move: names for people and organisations, the words of roles and moves."""
    named = {
        table.name: {id: name for id, name in connection.execute(select(table.c.id, table.c.name))}
        for table in (people, organisations)
    }
    role_words = {
        row["id"]: (row["organisation_id"], row["title"], row["started"], row["ended"])
        for row in connection.execute(select(roles)).mappings()
    }
    move_words = {
        row["id"]: (row["origin"], row["date"], row["to_title"])
        for row in connection.execute(select(transitions)).mappings()
    }
    found = []
    for table in (spells, transitions):
        for row in connection.execute(select(table)).mappings():
            words: dict[str, Any] = {"table": table.name}
            for name, value in row.items():
                if name.endswith("person_id"):
                    words[name] = named["people"][value]
                elif name.endswith("organisation_id"):
                    words[name] = named["organisations"].get(value)
                elif name in _ROLES:
                    organisation, *rest = role_words.get(value, (None,))
                    words[name] = (named["organisations"].get(organisation), *rest)
                elif name in _MOVES:
                    words[name] = move_words.get(value)
                elif name not in ("id", "change_set_id"):
                    words[name] = str(value)
            found.append(tuple(words.items()))
    return sorted(found, key=repr)


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
