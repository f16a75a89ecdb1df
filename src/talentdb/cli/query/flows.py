"""`talentdb query flows`: how many moved from where to where?"""

from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import left_out, said_of_named
from talentdb.output.fields import columns
from talentdb.output.result import Column, Result, Total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from talentdb.metrics.flows import Flow
    from talentdb.output.sentences import Sentence
    from talentdb.queries.filters import MoveFilter

FIELDS = ("from", "to", "moves", "possible", "first", "last")


def query_flows(
    organisation: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ORGANISATION]...",
            help="Moves that touch one of these.",
            autocompletion=completion.organisations,
        ),
    ] = None,
    from_: options.From = None,
    to: options.To = None,
    tag: options.Tag = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Origin by destination, with totals.")
    ] = False,
    top: options.Top = None,
    open_sides: Annotated[
        bool, typer.Option("--open-sides", help="Also moves of which one side is not known.")
    ] = False,
) -> None:
    """Count the moves between each pair of organisations.

    Example: talentdb query flows --to Meta -f csv
    """
    with reading() as connection:
        from talentdb.metrics.flows import behind, statement

        names = {"organisation": organisation, "from_": from_, "to": to}
        filter = move_filter_asked(connection, names, tag=tag)
        flows, all_in_all = counted(connection, filter, open_sides, None if matrix else top)
        show_answer(
            connection,
            lambda: as_matrix(flows, top) if matrix else as_list(flows, top, all_in_all),
            behind=lambda: behind(filter, open_sides),
            rule=filter.rule.line(),
            notes=lambda: left_out(connection, filter, two_sided=not open_sides),
            when_empty=what_emptied(connection, filter, statement),
            sentences=lambda: said_of(flows[:top]),
            remarks=lambda: said_of_named(connection, filter),
        )


def counted(
    connection: "Connection", filter: "MoveFilter", open_sides: bool, top: int | None
) -> "tuple[list[Flow], tuple[int, int] | None]":
    """The flows; with `top` one more than those, and what all come to: the rest may be many."""
    from talentdb.metrics.flows import Flow, in_all, statement

    pairs, all_in_all = statement(filter, open_sides), None
    if top is not None and not filter.rule.unique_people:
        pairs = pairs.limit(top + 1)
        moves, possible = connection.execute(in_all(filter, open_sides)).one()
        all_in_all = (moves, possible)
    return [Flow(*row) for row in connection.execute(pairs)], all_in_all


def said_of(flows: "list[Flow]") -> "Iterator[tuple[Sentence, str]]":
    """A sentence a flow that has a certain move."""
    from talentdb.output.sentences import of_flow

    for flow in flows:
        if flow.moves:
            sides = (flow.origin, flow.destination)
            yield (
                of_flow(*sides, flow.moves, flow.possible),
                " → ".join(side or "?" for side in sides),
            )


def as_list(
    flows: "list[Flow]", top: int | None, all_in_all: tuple[int, int] | None = None
) -> Result:
    """A row a pair of organisations; `all_in_all` as `metrics.flows.folded` takes it."""
    from talentdb.metrics.flows import folded

    rows = folded(flows, top, all_in_all)
    return Result(columns(FIELDS), [flow[: len(FIELDS)] for flow in rows])


def as_matrix(flows: "list[Flow]", top: int | None) -> Result:
    """Origin by destination: a column a destination, a row an origin, and the totals."""
    from talentdb.metrics.matrix import matrix

    destinations, rows = matrix(flows, top)
    counts = [Column(name, "shade") for name in destinations]
    sums = [value if isinstance(value, str) else Total(value) for value in rows[-1]]
    return Result((Column("from"), *counts, Column("total", "number")), [*rows[:-1], sums])
