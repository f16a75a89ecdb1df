"""`talentdb query renames`: which moves look like a rename?"""

from typing import TYPE_CHECKING

from talentdb.cli.asked import move_filter_asked
from talentdb.cli.emptied import emptied_by
from talentdb.cli.ledger import reading
from talentdb.cli.query.noted import left_out
from talentdb.cli.query.words import Organisations
from talentdb.cli.show import show_result
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.metrics.renames import Suspect
    from talentdb.queries.filters import MoveFilter

FIELDS = (
    "organisation",
    "link",
    "other",
    "started",
    "ended",
    "amount",
    "currency",
    "status",
    "note",
)
HIDDEN = ("ended", "amount", "currency", "status")


def query_renames(organisation: Organisations = None) -> None:
    """List pairs of organisations that look like one under two names, as links to be imported.

    Example: talentdb query renames -o links.csv
    """
    with reading() as connection:
        filter = move_filter_asked(connection, {"organisation": organisation})
        found = renames(connection, filter)
        show_result(
            Result(
                columns(FIELDS, HIDDEN),
                found,
                tuple(left_out(connection, filter, listed=True)),
                f"{filter.rule.line()} · at least 3 moved, half of those who stayed in the record "
                "to one",
            ),
            emptied_by(filter, lambda other: len(renames(connection, other))),
        )


def renames(connection: "Connection", filter: "MoveFilter") -> "list[Suspect]":
    """The suspected renames, of the organisations named or to them."""
    from talentdb.metrics.renames import Moved, There, candidates, presences, result, statement

    found, names = candidates(Moved(*row) for row in connection.execute(statement(filter)))
    origins = sorted({origin for origin, _ in found})
    there = [There(*row) for row in connection.execute(presences(filter, origins))]
    asked = set(filter.organisation)
    return [
        suspect
        for pair, suspect in result(found, names, there)
        if not asked or asked.intersection(pair)
    ]
