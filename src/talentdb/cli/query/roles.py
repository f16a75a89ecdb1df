"""`talentdb query roles`: who held which role where?"""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query.dissent import with_dissent
from talentdb.cli.show import show_statement

HIDDEN = ("id", "person_id", "organisation_id", "seen", "citations")


def query_roles(
    person: options.Person = None,
    organisation: options.Organisation = None,
    kind: options.RoleKind = None,
    tag: options.Tag = None,
    change: options.Change = None,
    possible: options.Possible = False,
) -> None:
    """List roles: who held which role where, from when to when.

    Example: talentdb query roles --organisation OpenAI --kind founder
    """
    with reading() as connection:
        from talentdb.queries.roles import role_list

        names = {"person": person, "organisation": organisation}
        filter = move_filter_asked(
            connection, names, kind=kind, tag=tag, change=change, possible=possible
        )
        show_statement(
            connection,
            role_list(filter),
            HIDDEN,
            rule=filter.rule.line(),
            when_empty=what_emptied(connection, filter, role_list),
            watch=with_dissent(connection, "role"),
        )
