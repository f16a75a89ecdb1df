"""`talentdb query departures`: who left, and where are they now?"""

from typing import Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.show import show_statement

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ORGANISATION]...",
        help="None means all of them.",
        autocompletion=completion.organisations,
    ),
]


def query_departures(
    organisation: Names = None,
    person: options.Person = None,
    to: options.To = None,
    tag: options.Tag = None,
    possible: options.Possible = False,
) -> None:
    """List who left an organisation, and where they are now.

    Example: talentdb query departures OpenAI --since 2023
    """
    with reading() as connection:
        from talentdb.metrics.departures import departures

        names = {"person": person, "organisation": organisation, "to": to}
        filter = move_filter_asked(connection, names, tag=tag, possible=possible)
        show_statement(
            connection,
            departures(filter),
            ("continuity", "seen"),
            rule=filter.rule.line(),
            when_empty=what_emptied(connection, filter, departures),
        )
