"""`talentdb query net`: who gains and who loses?"""

from typing import TYPE_CHECKING, Any

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import left_out, said_of_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from talentdb.output.sentences import Sentence


def query_net(
    organisation: words.Organisations = None,
    tag: options.Tag = None,
) -> None:
    """Count who joined and who left each organisation, and the difference.

    Example: talentdb query net Anthropic OpenAI --since 2023
    """
    with reading() as connection:
        from talentdb.metrics.net import behind, statement

        filter = move_filter_asked(connection, {"organisation": organisation}, tag=tag)
        show_answer(
            connection,
            lambda: statement(filter),
            behind=lambda: behind(filter),
            rule=filter.rule.line(),
            notes=lambda: left_out(connection, filter, two_sided=True),
            when_empty=what_emptied(connection, filter, statement),
            sentences=lambda: said_of(connection.execute(statement(filter))),
            remarks=lambda: said_of_named(connection, filter),
        )


def said_of(rows: "Iterable[Any]") -> "Iterator[tuple[Sentence, str]]":
    """A sentence an organisation."""
    from talentdb.output.sentences import of_net

    for row in rows:
        yield of_net(row.organisation, row.inbound, row.outbound), row.organisation
