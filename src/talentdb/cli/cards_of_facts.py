"""What stands on the card of a role, a move, a source?"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from talentdb.cli.cards import listed
from talentdb.errors import RecordNotFound
from talentdb.output.card import Card
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

HIDDEN = ("id", "url")
# What few citations say: a table leaves it out where none does.
SELDOM = ("status", "field", "value", "quote", "locator", "said_by", "via_source")


def role_card(connection: "Connection", id: int) -> Card:
    """One role and what every source says of it."""
    from talentdb.queries import fact_details as details
    from talentdb.queries.evidence import about_role
    from talentdb.schema import roles

    row = the_row(connection, details.role_row(id), "role", id)
    told = ("title", "kind", "started", "ended", "seen", "status", "note")
    facts = [(name, row[name]) for name in ("id", "person", "organisation", *told)]
    backed = details.evidence(about_role(roles.c.id)).where(roles.c.id == id)
    heading = f"{row['person']}, {row['title'] or 'role'} at {row['organisation']}"
    return Card(heading, facts, [("evidence", evidence_list(connection, backed))])


def move_card(connection: "Connection", id: int) -> Card:
    """One move and what every source says of it."""
    from sqlalchemy import literal

    from talentdb.queries import fact_details as details
    from talentdb.queries.evidence import about, about_move
    from talentdb.schema import transitions

    row = the_row(connection, details.move_row(id), "move", id)
    reasons = connection.execute(details.reasons_of(id)).scalars().all()
    told = ("date", "from_title", "to_title", "origin", "manner")
    facts = [(name, row[name]) for name in ("id", "person", "from", "to", *told)]
    facts += [("reasons", list(reasons)), ("status", row["status"]), ("note", row["note"])]
    if row["twin_of_id"] is not None:
        facts.append(("twin_of", f"move:{row['twin_of_id']}"))
    move = transitions.alias("shown")
    backed = details.evidence(about_move(move)).where(move.c.id == id)
    route = f"{row['person']}: {row['from'] or '?'} → {row['to'] or '?'}"
    sections = [("evidence", evidence_list(connection, backed))]
    if row["origin"] == "recorded":
        ladder = over_time(connection, about("move", literal(id)))
        sections = [("status_over_time", ladder), *sections]
    return Card(route, facts, sections)


def source_card(connection: "Connection", id: int) -> Card:
    """One publication and every fact that it speaks of."""
    from talentdb.queries import fact_details as details

    row = the_row(connection, details.source_row(id), "source", id)
    told = ("title", "publisher", "author", "language", "published", "accessed", "url", "archive")
    facts = [("id", row["id"]), ("source", row["handle"]), *((name, row[name]) for name in told)]
    cited = listed(connection, details.facts_of_source(id))
    return Card(row["title"] or row["handle"], facts, [("facts", cited)])


def evidence_list(connection: "Connection", statement: "Select[Any]") -> Result:
    """What every source says of a fact, as a list of its card."""
    found = listed(connection, statement, HIDDEN)
    rows = [dict(zip((one.name for one in found.columns), row, strict=True)) for row in found.rows]
    unsaid = [name for name in SELDOM if all(row[name] is None for row in rows)]
    names = [column.name for column in found.columns]
    return replace(found, columns=columns(names, (*HIDDEN, *unsaid)))


def over_time(connection: "Connection", condition: Any) -> Result:
    """The steps from rumoured over reported to confirmed or denied; none if it never changed."""
    from talentdb.queries.ladder import ladder, steps

    found = ladder(list(connection.execute(steps(condition))))
    names = ("published", "status", "source", "said_by")
    return Result(columns(names), [tuple(step) for step in found])


def the_row(connection: "Connection", statement: Any, noun: str, id: int) -> Any:
    """The row itself. Raises RecordNotFound."""
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RecordNotFound(noun, id)
    return row
