"""`talentdb query paths`: by which way do people come from one organisation to another?"""

from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli import completion
from talentdb.cli.asked import move_filter_asked
from talentdb.cli.emptied import emptied_by
from talentdb.cli.ledger import reading
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.behind import moves_behind_rows
from talentdb.cli.query.noted import left_out
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.metrics.paths import Path
    from talentdb.queries.filters import MoveFilter

FIELDS = ("path", "people")


def query_paths(
    from_: Annotated[
        list[str],
        typer.Option(
            "--from",
            metavar="NAME",
            help="Where the ways begin; may be repeated.",
            autocompletion=completion.organisations,
        ),
    ],
    to: Annotated[
        list[str],
        typer.Option(
            "--to",
            metavar="NAME",
            help="Where they end; may be repeated.",
            autocompletion=completion.organisations,
        ),
    ],
) -> None:
    """Count the ways from one organisation to another, of at most four moves.

    Example: talentdb query paths --from OpenAI --to Meta
    """
    with reading() as connection:
        filter = move_filter_asked(connection, {"from_": from_, "to": to})
        found = paths(connection, filter)
        show_answer(
            connection,
            lambda: Result(columns(FIELDS), [way[: len(FIELDS)] for way in found]),
            behind=lambda: moves_behind_rows(
                connection, filter.rule, ((way.path, way.moves) for way in found)
            ),
            rule=filter.rule.line(),
            notes=lambda: left_out(connection, filter),
            when_empty=emptied_by(filter, lambda relaxed: len(paths(connection, relaxed))),
        )


def paths(connection: "Connection", filter: "MoveFilter") -> "list[Path]":
    """The ways that people went."""
    from talentdb.metrics.chains import Step
    from talentdb.metrics.paths import result
    from talentdb.queries.steps import steps_between

    rows = connection.execute(steps_between(filter, filter.from_, filter.to))
    return result((Step(*row) for row in rows), filter.from_, filter.to)
