"""Who left an organisation, and where are they now?"""

from sqlalchemy import Connection

from talentdb.metrics.departures import destinations
from talentdb.queries.filters import MoveFilter
from talentdb.reports.comings import departures_section
from talentdb.reports.document import KeyFigure, Report
from talentdb.reports.method import method
from talentdb.reports.notes import Notes
from talentdb.reports.whereabouts import NOWHERE, where_section
from talentdb.reports.work import Wish, Work, as_of_words, names_of


def departures_report(connection: Connection, filter: MoveFilter, wish: Wish) -> Report:
    """The report on who left the organisations that the filter names, or any of all."""
    names = names_of(connection, filter.organisation)
    work = Work(connection, filter, wish.limit, Notes(connection))
    counts = [
        (name or NOWHERE, int(count)) for name, count in connection.execute(destinations(filter))
    ]
    left = departures_section(work, names)
    known = sum(count for name, count in counts if name != NOWHERE)
    figures = [
        KeyFigure("left", str(left.total), "departures recorded", "departures"),
        KeyFigure("found again", str(known), f"somewhere as of {filter.rule.as_of}", "now"),
        KeyFigure("not found", str(left.total - known), "nothing later is recorded", "now"),
    ]
    command = work.command("departures", *names)
    where = where_section(counts, filter.rule.as_of, work.limit, command)
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
