"""`talentdb query moves`: who moved where?"""

from typing import TYPE_CHECKING

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.show import show_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from talentdb.queries.filters import MoveFilter

HIDDEN = (
    "id",
    "person_id",
    "from_id",
    "to_id",
    "from_title",
    "to_title",
    "gap_days",
    "origin",
    "manner",
    "reasons",
    "citations",
)


def query_moves(
    person: options.Person = None,
    organisation: options.Organisation = None,
    from_: options.From = None,
    to: options.To = None,
    kind: options.RoleKind = None,
    manner: options.Manner = None,
    origin: options.Origin = None,
    tag: options.Tag = None,
    change: options.Change = None,
    possible: options.Possible = False,
    uncited: options.Uncited = False,
) -> None:
    """List moves: who left which organisation for which, when.

    Example: talentdb query moves --to Meta --since 2025
    """
    with reading() as connection:
        from talentdb.queries.moves import moves

        names = {"person": person, "organisation": organisation, "from_": from_, "to": to}
        filter = move_filter_asked(
            connection,
            names,
            kind=kind,
            manner=manner,
            origin=origin,
            tag=tag,
            change=change,
            possible=possible,
            uncited=uncited,
        )
        show_statement(
            connection,
            moves(filter),
            HIDDEN,
            rule=filter.rule.line(),
            notes=tuple(left_out(connection, filter)),
            when_empty=what_emptied(connection, filter, moves),
        )


def left_out(connection: "Connection", filter: "MoveFilter") -> "Iterator[str]":
    """What the window left out, and how to see it."""
    from talentdb.queries.moves import move_counts

    if not filter.rule.has_window:
        return
    counts = connection.execute(move_counts(filter)).one()
    if counts.possible:
        seen = "listed too" if filter.possible else "--possible lists them"
        yield f"{counts.certain} certain, {counts.possible} possible: {seen}"
    if counts.undated:
        yield f"{counts.undated} without a date: left out of every window"
