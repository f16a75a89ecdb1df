"""Who left an organisation, and where are they now?"""

from sqlalchemy import Connection

from talentdb.metrics.departures import destinations
from talentdb.queries.filters import MoveFilter
from talentdb.reports.comings import departures_section
from talentdb.reports.document import KeyFigure, Report
from talentdb.reports.method import method
from talentdb.reports.notes import Notes
from talentdb.reports.whereabouts import where_section, whereabouts
from talentdb.reports.work import PORTION, Wish, Work, as_of_words, names_of


def departures_report(connection: Connection, filter: MoveFilter, wish: Wish) -> Report:
    """The report on who left the organisations that the filter names, or any of all."""
    names = names_of(connection, filter.organisation)
    work = Work(connection, filter, wish.limit, Notes(connection))
    with connection.execute(destinations(filter), execution_options={"yield_per": PORTION}) as rows:
        now = whereabouts(((row.now_at, int(row.people)) for row in rows), work.limit)
    left = departures_section(work, names)
    figures = [
        KeyFigure("left", str(left.total), "as far as recorded", "departures"),
        KeyFigure("found again", str(now.people), f"somewhere as of {filter.rule.as_of}", "now"),
        KeyFigure("not found", str(now.lost), "nothing later is recorded", "now"),
    ]
    command = work.command("departures", *names)
    where = where_section(now, filter.rule.as_of, work.limit, command)
    sections = [where, left.section]
    return Report(
        wish.title or f"Who left {', '.join(names) or 'any organisation'}",
        as_of_words(filter),
        figures,
        sections,
        method(connection, filter),
        work.notes.listed(),
        wish.origin,
    )
