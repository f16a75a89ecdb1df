"""`talentdb report people`: people with their careers."""

from talentdb.cli import options
from talentdb.cli.asked import listed, move_filter_asked
from talentdb.cli.ledger import reading
from talentdb.cli.report.written import wish, write_report


def report_people(
    person: options.Person = None,
    organisation: options.Organisation = None,
    tag: options.Tag = None,
) -> None:
    """Report on people, chosen as by `query people`, with all their roles.

    Example: talentdb report people --organisation Anthropic -o people.html
    """
    with reading() as connection:
        from talentdb.reports.people import people_report

        names = {"person": person, "organisation": organisation}
        filter = move_filter_asked(connection, names, tag=tag)
        given = {"--person": person, "--organisation": organisation, "--tag": tag}
        words = [
            word for option, many in given.items() for one in listed(many) for word in (option, one)
        ]
        write_report(people_report(connection, filter, wish(connection), words))
