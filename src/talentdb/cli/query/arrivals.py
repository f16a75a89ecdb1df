"""`talentdb query arrivals`: who joined, and from where?"""

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


def query_arrivals(
    organisation: Names = None,
    person: options.Person = None,
    from_: options.From = None,
    tag: options.Tag = None,
    possible: options.Possible = False,
) -> None:
    """List who joined an organisation, and from where if that is known.

    Example: talentdb query arrivals Anthropic --since 2021
    """
    with reading() as connection:
        from talentdb.metrics.arrivals import arrivals

        names = {"person": person, "organisation": organisation, "from_": from_}
        filter = move_filter_asked(connection, names, tag=tag, possible=possible)
        show_statement(
            connection,
            arrivals(filter),
            ("continuity",),
            rule=filter.rule.line(),
            when_empty=what_emptied(connection, filter, arrivals),
        )
