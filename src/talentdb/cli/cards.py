"""What stands on the card of a person, an organisation, a move?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from talentdb.cli.asked import as_of_asked
from talentdb.errors import RecordNotFound
from talentdb.output.card import Card
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from talentdb.queries.filters import MoveFilter


def person_card(connection: "Connection", id: int) -> Card:
    """Roles and moves of a person, latest first, with names, identifiers and sources."""
    from talentdb.queries import details
    from talentdb.queries.moves import moves
    from talentdb.queries.names import PERSON
    from talentdb.queries.people import people_list
    from talentdb.queries.roles import role_list

    row = connection.execute(details.record(PERSON, id)).one()
    everything = replace(_everything(connection), person=(id,))
    now = connection.execute(people_list(everything)).one()
    facts = [
        ("id", row.id),
        ("person", row.name),
        ("now", ", ".join(part for part in (now.title, now.organisation) if part) or None),
        ("as_of", everything.rule.as_of.isoformat()),
        ("identifiers", now.identifiers),
        ("tags", now.tags),
        ("note", row.note),
    ]
    hidden = ("person_id", "person", "organisation_id", "from_id", "to_id", "from_title")
    more = ("to_title", "gap_days", "reasons", "citations", "manner")
    return Card(
        row.name,
        facts,
        [
            ("roles", _listed(connection, role_list(everything), hidden)),
            ("moves", _listed(connection, moves(everything), (*hidden, *more))),
            ("names", _listed(connection, details.other_names(PERSON, id))),
            ("sources", _listed(connection, details.sources_of_person(id), ("url",))),
        ],
    )


def organisation_card(connection: "Connection", id: int) -> Card:
    """An organisation with its links, the people there, who joined and who left."""
    from talentdb.metrics.arrivals import arrivals
    from talentdb.metrics.departures import departures
    from talentdb.queries import details
    from talentdb.queries.names import ORGANISATION
    from talentdb.queries.people import people_list
    from talentdb.queries.resolve import by_newest_name

    row = connection.execute(details.record(ORGANISATION, id)).one()
    newest = by_newest_name(connection, id)
    named = _everything(connection, (newest,))
    about = replace(named, organisation=(newest,))
    labels = connection.execute(details.tags_of(ORGANISATION, id)).scalars().all()
    marks = connection.execute(details.identifiers_of(ORGANISATION, id)).all()
    facts = [
        ("id", row.id),
        ("organisation", row.name),
        ("kind", row.kind),
        ("country", row.country),
        ("website", row.website),
        ("as_of", named.rule.as_of.isoformat()),
        ("identifiers", [f"{mark.scheme}:{mark.value}" for mark in marks]),
        ("tags", list(labels)),
        ("note", row.note),
    ]
    return Card(
        row.name,
        facts,
        [
            ("names", _listed(connection, details.other_names(ORGANISATION, id))),
            ("links", _listed(connection, details.links_of(id))),
            ("people", _listed(connection, people_list(about), ("id", "identifiers", "tags"))),
            ("arrivals", _listed(connection, arrivals(about), ("continuity",))),
            ("departures", _listed(connection, departures(about), ("continuity", "seen"))),
            ("sources", _listed(connection, details.sources_of_organisation(id), ("url",))),
        ],
    )


def move_card(connection: "Connection", id: int) -> Card:
    """One move and what every source says of it."""
    from talentdb.queries import details
    from talentdb.queries.evidence import about_move
    from talentdb.queries.names import PERSON
    from talentdb.schema import transitions

    row = connection.execute(details.move_row(id)).mappings().first()
    if row is None:
        raise RecordNotFound("move", id)
    person = connection.execute(details.record(PERSON, row["person_id"])).one()
    told = ("from", "to", "date", "from_title", "to_title", "origin", "manner", "status", "note")
    facts = [("id", row["id"]), ("person", person.name), *((name, row[name]) for name in told)]
    facts.append(("twin_of", row["twin_of_id"] and f"move:{row['twin_of_id']}"))
    move = transitions.alias("shown")
    backed = details.evidence(about_move(move)).where(move.c.id == id)
    route = f"{person.name}: {row['from'] or '?'} → {row['to'] or '?'}"
    return Card(route, facts, [("evidence", _listed(connection, backed, ("id", "url")))])


def _everything(connection: "Connection", named: tuple[int, ...] = ()) -> "MoveFilter":
    """Whatever is recorded, rumours, overlaps and moves between parts of one body too."""
    from talentdb.queries.filters import MoveFilter
    from talentdb.queries.rule import Rule
    from talentdb.schema.words import CONTINUITIES, STATUSES

    rollup = "renames" if named else "none"
    rule = Rule(
        as_of_asked(connection),
        rollup=rollup,
        named=named,
        statuses=STATUSES if not named else ("reported", "confirmed"),
        continuities=CONTINUITIES,
    )
    return MoveFilter(rule)


def _listed(
    connection: "Connection", statement: "Select[Any]", hidden: Sequence[str] = ()
) -> Result:
    names = [column.name for column in statement.selected_columns]
    return Result(columns(names, hidden), [tuple(row) for row in connection.execute(statement)])
