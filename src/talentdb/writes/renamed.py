"""Which recorded moves contradict that two organisations are one under two names?"""

from sqlalchemy import Connection, or_, select

from talentdb.errors import RecordContradicted
from talentdb.schema import transitions
from talentdb.writes.alike import alike
from talentdb.writes.linked import Linked


def refuse_moves_made_one(connection: Connection, organisation_id: int) -> None:
    """Raises RecordContradicted for a move that, once the new link counts, leads nowhere.

    Or for two that now are one: who stated them has to say which of them remains.
    """
    linked = Linked(connection)
    names = linked.within(organisation_id)
    sides = transitions.c.from_organisation_id, transitions.c.to_organisation_id
    statement = select(transitions).where(
        transitions.c.origin == "recorded", or_(*(side.in_(names) for side in sides))
    )
    found = connection.execute(statement.order_by(transitions.c.id)).mappings()
    rows = [dict(row) for row in found]
    for row in rows:
        ends = [row[side.name] and linked.newest(row[side.name]) for side in sides]
        if ends[0] == ends[1]:
            raise RecordContradicted(
                f"move:{row['id']} leads from the one name to the other",
                "a rename is no move, so remove the move first",
            )
    for first, second in alike(transitions, rows, linked):
        raise RecordContradicted(
            f"move:{first['id']} and move:{second['id']} would be the same",
            "remove one of the two first",
        )
