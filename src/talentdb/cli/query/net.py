"""`talentdb query net`: who gains and who loses?"""

from typing import Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query.moves import left_out
from talentdb.cli.show import show_statement


def query_net(
    organisation: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ORGANISATION]...",
            help="None means all of them.",
            autocompletion=completion.organisations,
        ),
    ] = None,
    tag: options.Tag = None,
) -> None:
    """Count who joined and who left each organisation, and the difference.

    Example: talentdb query net Anthropic OpenAI --since 2023
    """
    with reading() as connection:
        from talentdb.metrics.net import statement

        filter = move_filter_asked(connection, {"organisation": organisation}, tag=tag)
        show_statement(
            connection,
            statement(filter),
            rule=filter.rule.line(),
            notes=tuple(left_out(connection, filter)),
            when_empty=what_emptied(connection, filter, statement),
        )
