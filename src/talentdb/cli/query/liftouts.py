"""`talentdb query liftouts`: which teams went over together?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked
from talentdb.cli.emptied import emptied_by
from talentdb.cli.ledger import reading
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.behind import moves_behind_rows
from talentdb.cli.query.noted import left_out
from talentdb.cli.query.words import Organisations
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.metrics.liftouts import Liftout
    from talentdb.queries.filters import MoveFilter

FIELDS = ("from", "to", "people", "first", "last", "names")


def query_liftouts(
    organisation: Organisations = None,
    from_: options.From = None,
    to: options.To = None,
    people: Annotated[
        int, typer.Option("--people", min=2, metavar="N", help="At least so many people.")
    ] = 3,
    days: Annotated[
        int, typer.Option("--days", min=0, metavar="N", help="Within so many days.")
    ] = 90,
) -> None:
    """List groups who left one organisation for one other within a short time.

    Example: talentdb query liftouts --from OpenAI --people 3 --days 90
    """
    with reading() as connection:
        names = {"organisation": organisation, "from_": from_, "to": to}
        filter = move_filter_asked(connection, names)
        found = liftouts(connection, filter, people, days)
        show_answer(
            connection,
            lambda: Result(columns(FIELDS), [group[: len(FIELDS)] for group in found]),
            behind=lambda: moves_behind_rows(connection, filter.rule, map(named, found)),
            rule=f"{filter.rule.line()} · at least {people} people within {days} days",
            notes=lambda: notes(connection, filter),
            when_empty=emptied_by(
                filter, lambda other: len(liftouts(connection, other, people, days))
            ),
        )


def named(group: "Liftout") -> tuple[str, tuple[int, ...]]:
    """What a group is called where its moves are listed, and these."""
    return f"{group.origin} → {group.destination}, {group.first} to {group.last}", group.moves


def liftouts(
    connection: "Connection", filter: "MoveFilter", people: int, days: int
) -> "list[Liftout]":
    """The groups that the ledger shows."""
    from talentdb.metrics.liftouts import Mover, result, statement

    rows = connection.execute(statement(filter))
    return result((Mover(*row) for row in rows), people, days)


def notes(connection: "Connection", filter: "MoveFilter") -> Iterator[str]:
    """Which moves could not be looked at."""
    from talentdb.metrics.liftouts import unbounded

    yield from left_out(connection, filter)
    count = connection.scalar(unbounded(filter))
    if count:
        yield f"{count} without a first or a last day (undated, or by some day): in no group"
