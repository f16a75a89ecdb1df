"""`talentdb query departures`: who left, and where are they now?"""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import unspelled


def query_departures(
    organisation: words.Organisations = None,
    person: options.Person = None,
    to: options.To = None,
    tag: options.Tag = None,
    possible: options.Possible = False,
) -> None:
    """List who left an organisation, and where they are now.

    Example: talentdb query departures OpenAI --since 2023
    """
    with reading() as connection:
        from talentdb.metrics.departures import behind, departures

        names = {"person": person, "organisation": organisation, "to": to}
        filter = move_filter_asked(connection, names, tag=tag, possible=possible)
        show_answer(
            connection,
            lambda: departures(filter),
            behind=lambda: behind(filter),
            rule=filter.rule.line(),
            notes=lambda: unspelled(connection, filter),
            hidden=("continuity", "seen"),
            when_empty=what_emptied(connection, filter, departures),
        )
