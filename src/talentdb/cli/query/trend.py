"""`talentdb query trend`: how do arrivals and departures change over time?"""

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli.asked import move_filter_asked, word_asked
from talentdb.cli.emptied import emptied_by
from talentdb.cli.ledger import reading
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import left_out
from talentdb.cli.query.words import Organisations
from talentdb.output.fields import columns
from talentdb.output.result import Result
from talentdb.output.sparks import Series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from talentdb.metrics.trend import Trend
    from talentdb.queries.filters import MoveFilter

FIELDS = ("organisation", "period", "inbound", "outbound", "net")
# More lines than this are no look at anything.
DRAWN = 10


def query_trend(
    organisation: Organisations = None,
    by: Annotated[
        str, typer.Option("--by", metavar="PERIOD", help="month, quarter or year (the default).")
    ] = "year",
) -> None:
    """Count who joined and who left each organisation, period by period.

    Example: talentdb query trend Anthropic --by quarter
    """
    with reading() as connection:
        from talentdb.metrics.trend import PERIODS

        period = word_asked("period", by, tuple(PERIODS)) or by
        filter = move_filter_asked(connection, {"organisation": organisation})
        found = trends(connection, filter, period)
        show_answer(
            connection,
            lambda: Result(columns(FIELDS), found, series=tuple(drawn(found))),
            behind=lambda: moves_behind(connection, filter, period),
            rule=f"{filter.rule.line()} · by {period}",
            notes=lambda: (*left_out(connection, filter), *coarse(found, period)),
            when_empty=emptied_by(filter, lambda other: len(trends(connection, other, period))),
        )


def trends(connection: "Connection", filter: "MoveFilter", by: str) -> "list[Trend]":
    """The moves in and out, period by period."""
    from talentdb.metrics.trend import Counted, result, statement

    rows = connection.execute(statement(filter, by))
    return list(result((Counted(*row) for row in rows), by))


def moves_behind(connection: "Connection", filter: "MoveFilter", by: str) -> Result:
    """The moves period by period; each is behind two rows, one that gains and one that loses."""
    from talentdb.metrics.trend import behind, named
    from talentdb.queries.behind import FIELDS as FIELDS_BEHIND

    found = connection.execute(behind(filter, by)).mappings().all()
    rows = []
    for row in sorted(found, key=lambda row: (row["period"] is None, row["period"] or 0)):
        period = "?" if row["period"] is None else named(row["period"], by)
        rows.append((f"{period}: {row['of']}", *(row[field] for field in FIELDS_BEHIND[1:])))
    return Result(columns(FIELDS_BEHIND), rows)


def coarse(found: "Sequence[Trend]", by: str) -> "Iterator[str]":
    """That there are moves of which no single period is known."""
    if any(row.inbound or row.outbound for row in found if row.period is None):
        yield f"period ? holds moves without a date, or with one too coarse for a {by}"


def drawn(found: "Sequence[Trend]") -> "Iterator[Series]":
    """A line for who joined and one for who left each organisation, on one scale; of a few only."""
    dated = [row for row in found if row.period is not None]
    by_name = {name: list(rows) for name, rows in groupby(dated, key=lambda row: row.organisation)}
    if len(by_name) > DRAWN:
        return
    for name, rows in by_name.items():
        greatest = max(max(row.inbound, row.outbound) for row in rows)
        yield Series(f"{name} in", [row.inbound for row in rows], greatest)
        yield Series(f"{name} out", [row.outbound for row in rows], greatest)
