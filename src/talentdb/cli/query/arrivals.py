"""`talentdb query arrivals`: who joined, and from where?"""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import unspelled


def query_arrivals(
    organisation: words.Organisations = None,
    person: options.Person = None,
    from_: options.From = None,
    tag: options.Tag = None,
    possible: options.Possible = False,
) -> None:
    """List who joined an organisation, and from where if that is known.

    Example: talentdb query arrivals Anthropic --since 2021
    """
    with reading() as connection:
        from talentdb.metrics.arrivals import arrivals, behind

        names = {"person": person, "organisation": organisation, "from_": from_}
        filter = move_filter_asked(connection, names, tag=tag, possible=possible)
        show_answer(
            connection,
            lambda: arrivals(filter),
            behind=lambda: behind(filter),
            rule=filter.rule.line(),
            notes=lambda: unspelled(connection, filter),
            hidden=("continuity",),
            when_empty=what_emptied(connection, filter, arrivals),
        )
