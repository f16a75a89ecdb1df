"""`talentdb report departures`: who left, and where they are now."""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.report.written import wish, write_report


def report_departures(
    organisation: words.Organisations = None,
    person: options.Person = None,
    to: options.To = None,
    tag: options.Tag = None,
    possible: options.Possible = False,
) -> None:
    """Report on who left an organisation, and where they are now.

    Example: talentdb report departures OpenAI --since 2023 -o departures.html
    """
    with reading() as connection:
        from talentdb.reports.departures import departures_report

        names = {"person": person, "organisation": organisation, "to": to}
        filter = move_filter_asked(connection, names, tag=tag, possible=possible)
        write_report(departures_report(connection, filter, wish(connection)))
