"""What tells records apart that share a name?"""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from talentdb.queries.names import Noun
from talentdb.schema import identifiers, organisations, roles, transitions


def told_apart(connection: Connection, noun: Noun, ids: Sequence[int]) -> list[str]:
    """One line a record: its id, its name, and where it has been or how it is identified."""
    lines = []
    for id in ids:
        name = connection.scalar(select(noun.table.c.name).where(noun.table.c.id == id))
        marks = [
            f"{row.scheme}:{row.value}"
            for row in connection.execute(
                select(identifiers.c.scheme, identifiers.c.value)
                .where(identifiers.c[noun.reference] == id)
                .order_by(identifiers.c.scheme, identifiers.c.value)
            )
        ]
        if noun.word == "person":
            marks += _places(connection, id)
        else:
            count = select(func.count()).where(roles.c.organisation_id == id)
            marks.append(f"{connection.scalar(count)} roles")
        lines.append(f"{noun.word}:{id}  {name}" + (f" ({', '.join(marks)})" if marks else ""))
    return lines


def _places(connection: Connection, person_id: int) -> list[str]:
    held = select(roles.c.organisation_id).where(roles.c.person_id == person_id)
    joined = select(transitions.c.to_organisation_id).where(transitions.c.person_id == person_id)
    names = (
        select(organisations.c.name)
        .where(organisations.c.id.in_(held.union(joined)))
        .order_by(organisations.c.name)
        .limit(4)
    )
    return list(connection.execute(names).scalars())
