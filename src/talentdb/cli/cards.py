"""What stands on the card of a person, and on that of an organisation?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from talentdb.cli.asked import as_of_asked
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
    from talentdb.queries.offers import offers_to
    from talentdb.queries.people import people_list
    from talentdb.queries.roles import role_list
    from talentdb.queries.works import credits_of_person

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
            ("roles", listed(connection, role_list(everything), hidden)),
            ("moves", listed(connection, moves(everything), (*hidden, *more))),
            ("built", listed(connection, credits_of_person(id), ("id", "date", "status"))),
            (
                "offers",
                listed(connection, offers_to(everything.rule, id), ("person", "citations")),
            ),
            ("names", listed(connection, details.other_names(PERSON, id))),
            ("sources", listed(connection, details.sources_of_person(id), ("url",))),
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
            ("names", listed(connection, details.other_names(ORGANISATION, id))),
            ("links", listed(connection, details.links_of(id))),
            ("people", listed(connection, people_list(about), ("id", "identifiers", "tags"))),
            ("arrivals", listed(connection, arrivals(about), ("continuity",))),
            ("departures", listed(connection, departures(about), ("continuity", "seen"))),
            ("sources", listed(connection, details.sources_of_organisation(id), ("url",))),
        ],
    )


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


def listed(
    connection: "Connection", statement: "Select[Any]", hidden: Sequence[str] = ()
) -> Result:
    """The rows of a statement as a list of a card."""
    names = [column.name for column in statement.selected_columns]
    return Result(columns(names, hidden), [tuple(row) for row in connection.execute(statement)])
