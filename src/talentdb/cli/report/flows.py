"""`talentdb report flows`: who moves from where to where."""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.report.written import wish, write_report


def report_flows(
    organisation: words.Organisations = None,
    from_: options.From = None,
    to: options.To = None,
    tag: options.Tag = None,
) -> None:
    """Report on the moves between organisations, or on those that touch some.

    Example: talentdb report flows @labs.txt -o flows.html
    """
    with reading() as connection:
        from talentdb.reports.exchange import flows_report

        names = {"organisation": organisation, "from_": from_, "to": to}
        filter = move_filter_asked(connection, names, tag=tag)
        write_report(flows_report(connection, filter, wish(connection)))
