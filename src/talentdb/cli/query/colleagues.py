"""`talentdb query colleagues` and `reasons`: who worked with whom, and why do people move?"""

from typing import Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import move_filter_asked, rule_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import left_out
from talentdb.cli.show import show_statement


def query_colleagues(person: options.OnePerson) -> None:
    """List who was, or may have been, at the same organisation at the same time.

    Example: talentdb query colleagues "Ada Example"
    """
    with reading() as connection:
        from talentdb.queries.colleagues import colleagues
        from talentdb.queries.resolve import person as person_called

        rule = rule_asked(connection)
        statement = colleagues(rule, person_called(connection, person))
        show_statement(connection, statement, rule=rule.line())


def query_reasons(
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
) -> None:
    """Count the reasons of moves, by where from and where to.

    Example: talentdb query reasons --to Globex
    """
    with reading() as connection:
        from talentdb.metrics.reasons import behind, reasons

        names = {"organisation": organisation, "from_": from_, "to": to}
        filter = move_filter_asked(connection, names, tag=tag)
        show_answer(
            connection,
            lambda: reasons(filter),
            behind=lambda: behind(filter),
            rule=filter.rule.line(),
            notes=lambda: left_out(connection, filter),
            when_empty=what_emptied(connection, filter, reasons),
        )
