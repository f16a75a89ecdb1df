"""`talentdb query people`: who is in the ledger, and where are they now?"""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.show import show_statement


def query_people(
    person: options.Person = None,
    organisation: options.Organisation = None,
    tag: options.Tag = None,
) -> None:
    """List people with their current main role.

    Example: talentdb query people --organisation Anthropic
    """
    with reading() as connection:
        from talentdb.queries.people import people_list

        names = {"person": person, "organisation": organisation}
        filter = move_filter_asked(connection, names, tag=tag)
        show_statement(
            connection,
            people_list(filter),
            ("id", "identifiers", "tags"),
            rule=filter.rule.line_of_people(),
            when_empty=what_emptied(connection, filter, people_list),
        )
