"""What stands on the card of a role, a move, a source?"""

from typing import TYPE_CHECKING, Any

from talentdb.cli.cards import listed
from talentdb.errors import RecordNotFound
from talentdb.output.card import Card

if TYPE_CHECKING:
    from sqlalchemy import Connection

HIDDEN = ("id", "url")


def role_card(connection: "Connection", id: int) -> Card:
    """One role and what every source says of it."""
    from talentdb.queries import fact_details as details
    from talentdb.queries.evidence import about_role
    from talentdb.schema import roles

    row = _row(connection, details.role_row(id), "role", id)
    told = ("title", "kind", "started", "ended", "seen", "status", "note")
    facts = [(name, row[name]) for name in ("id", "person", "organisation", *told)]
    backed = details.evidence(about_role(roles.c.id)).where(roles.c.id == id)
    heading = f"{row['person']}, {row['title'] or 'role'} at {row['organisation']}"
    return Card(heading, facts, [("evidence", listed(connection, backed, HIDDEN))])


def move_card(connection: "Connection", id: int) -> Card:
    """One move and what every source says of it."""
    from talentdb.queries import fact_details as details
    from talentdb.queries.evidence import about_move
    from talentdb.schema import transitions

    row = _row(connection, details.move_row(id), "move", id)
    reasons = connection.execute(details.reasons_of(id)).scalars().all()
    told = ("date", "from_title", "to_title", "origin", "manner")
    facts = [(name, row[name]) for name in ("id", "person", "from", "to", *told)]
    facts += [("reasons", list(reasons)), ("status", row["status"]), ("note", row["note"])]
    if row["twin_of_id"] is not None:
        facts.append(("twin_of", f"move:{row['twin_of_id']}"))
    move = transitions.alias("shown")
    backed = details.evidence(about_move(move)).where(move.c.id == id)
    route = f"{row['person']}: {row['from'] or '?'} → {row['to'] or '?'}"
    return Card(route, facts, [("evidence", listed(connection, backed, HIDDEN))])


def source_card(connection: "Connection", id: int) -> Card:
    """One publication and every fact that it speaks of."""
    from talentdb.queries import fact_details as details

    row = _row(connection, details.source_row(id), "source", id)
    told = ("title", "publisher", "author", "language", "published", "accessed", "url", "archive")
    facts = [("id", row["id"]), ("source", row["handle"]), *((name, row[name]) for name in told)]
    cited = listed(connection, details.facts_of_source(id))
    return Card(row["title"] or row["handle"], facts, [("facts", cited)])


def _row(connection: "Connection", statement: Any, noun: str, id: int) -> Any:
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RecordNotFound(noun, id)
    return row
