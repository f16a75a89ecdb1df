"""`talentdb report work`: who made something, and who of them has left."""

from talentdb.cli import evidence_options as more
from talentdb.cli.asked import move_filter_asked
from talentdb.cli.ledger import reading
from talentdb.cli.query.noted import refuse_window
from talentdb.cli.report.written import wish, write_report


def report_work(work: more.Work, by: more.MadeByOne = None) -> None:
    """Report on a work: who made it, who has left, and for where.

    Example: talentdb report work "GPT-4o" -o gpt-4o.html
    """
    with reading() as connection:
        from talentdb.queries.resolve import organisation
        from talentdb.queries.works import work as work_called
        from talentdb.reports.makers import work_report

        place = organisation(connection, by) if by else None
        id = work_called(connection, work, place)
        filter = move_filter_asked(connection, {})
        refuse_window(filter.rule)
        write_report(work_report(connection, filter, id, wish(connection)))
