"""`talentdb query rank`: which organisations do people move up to?"""

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli.asked import move_filter_asked
from talentdb.cli.emptied import emptied_by
from talentdb.cli.ledger import reading
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import left_out
from talentdb.cli.query.words import Organisations
from talentdb.errors import OptionMisused
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from talentdb.metrics.rank import Ranked
    from talentdb.queries.filters import MoveFilter

FIELDS = ("rank", "organisation", "score", "inbound", "outbound")


def query_rank(
    organisation: Organisations = None,
    alpha: Annotated[
        float, typer.Option("--alpha", min=0.0, metavar="X", help="Pull scores towards 0 (else 0).")
    ] = 0.0,
) -> None:
    """Rank organisations by who gains people from whom (SpringRank).

    Example: talentdb query rank --since 2020
    """
    if not math.isfinite(alpha):
        raise OptionMisused("--alpha takes a number of 0 or more.")
    with reading() as connection:
        from talentdb.metrics.rank import behind

        filter = move_filter_asked(connection, {"organisation": organisation})
        found, parts = ranked(connection, filter, alpha)
        show_answer(
            connection,
            lambda: Result(columns(FIELDS), [row[: len(FIELDS)] for row in found]),
            behind=lambda: behind(filter),
            rule=f"{filter.rule.line()} · SpringRank, alpha {alpha:g}",
            notes=lambda: (*left_out(connection, filter), *apart(parts)),
            when_empty=emptied_by(filter, lambda other: len(ranked(connection, other, alpha)[0])),
        )


def apart(parts: int) -> "Iterator[str]":
    """That scores of organisations which no move connects are not on one scale."""
    if parts > 1:
        yield f"{parts} groups without moves between them: scores compare within one"


def ranked(
    connection: "Connection", filter: "MoveFilter", alpha: float
) -> "tuple[list[Ranked], int]":
    """Those asked about with their places among all, and into how many parts all fall."""
    from talentdb.metrics.rank import Tie, result, statement

    everywhere = replace(filter, organisation=())
    found, parts = result([Tie(*row) for row in connection.execute(statement(everywhere))], alpha)
    if filter.organisation:
        found = [row for row in found if row.organisation_id in filter.organisation]
    return found, parts
