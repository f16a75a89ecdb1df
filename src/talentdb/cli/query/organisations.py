"""`talentdb query organisations`: which are there, and how many people?"""

from dataclasses import replace

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied, words_asked
from talentdb.cli.ledger import reading
from talentdb.cli.show import show_statement


def query_organisations(
    organisation: options.Organisation = None,
    kind: options.OrganisationKind = None,
    tag: options.Tag = None,
) -> None:
    """List organisations with the people there now, and how many joined and left.

    Example: talentdb query organisations --kind lab
    """
    with reading() as connection:
        from talentdb.metrics.organisations import organisation_list
        from talentdb.schema.words import ORGANISATION_KINDS

        kinds = words_asked("kind of organisation", kind, ORGANISATION_KINDS)
        filter = move_filter_asked(connection, {"organisation": organisation}, tag=tag)
        # Each organisation stands for itself here: a list of parents and parts, none counted twice.
        rule = replace(filter.rule, exact=True)
        filter = replace(filter, kind=kinds, rule=rule)
        show_statement(
            connection,
            organisation_list(filter),
            ("id",),
            rule=filter.rule.line(),
            when_empty=what_emptied(connection, filter, organisation_list),
        )
