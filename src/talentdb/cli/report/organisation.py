"""`talentdb report organisation`: all about one organisation."""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked
from talentdb.cli.ledger import reading
from talentdb.cli.report.written import wish, write_report


def report_organisation(
    organisation: options.OneOrganisation, possible: options.Possible = False
) -> None:
    """Report on an organisation: who came, who went, from where to where, who is there.

    Example: talentdb report organisation OpenAI -o openai.html
    """
    with reading() as connection:
        from talentdb.reports.organisation import organisation_report

        names = {"organisation": [organisation]}
        filter = move_filter_asked(connection, names, possible=possible)
        write_report(organisation_report(connection, filter, wish(connection)))
