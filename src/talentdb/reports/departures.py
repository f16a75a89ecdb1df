"""Who left an organisation, and where are they now?"""

from collections.abc import Sequence

from sqlalchemy import Connection

from talentdb.metrics.departures import destinations
from talentdb.output.fields import columns
from talentdb.queries.filters import MoveFilter
from talentdb.reports.charts.bars import bars
from talentdb.reports.charts.colours import coloured
from talentdb.reports.charts.ribbons import OTHER
from talentdb.reports.comings import departures_section
from talentdb.reports.document import Chart, KeyFigure, Report, Row, Section, Table
from talentdb.reports.flows import NARROW, WIDE
from talentdb.reports.method import method
from talentdb.reports.notes import Notes
from talentdb.reports.work import Wish, Work, as_of_words, names_of

_DRAWN = 15
_NOWHERE = "not recorded"


def departures_report(connection: Connection, filter: MoveFilter, wish: Wish) -> Report:
    """The report on who left the organisations that the filter names, or any of all."""
    names = names_of(connection, filter.organisation)
    work = Work(connection, filter, wish.limit, Notes(connection))
    counts = [
        (name or _NOWHERE, int(count)) for name, count in connection.execute(destinations(filter))
    ]
    left = departures_section(work, names)
    known = sum(count for name, count in counts if name != _NOWHERE)
    figures = [
        KeyFigure("left", str(left.total), "departures recorded", "departures"),
        KeyFigure("found again", str(known), f"somewhere as of {filter.rule.as_of}", "now"),
        KeyFigure("not found", str(left.total - known), "nothing later is recorded", "now"),
    ]
    sections = [_where(work, counts, names), left.section]
    return Report(
        wish.title or f"Who left {', '.join(names) or 'any organisation'}",
        as_of_words(filter),
        figures,
        sections,
        method(connection, filter),
        work.notes.listed(),
        wish.origin,
    )


def _where(work: Work, counts: Sequence[tuple[str, int]], names: Sequence[str]) -> Section:
    """Where they are now, as bars and as a table; those not found in the table alone."""
    ordered = sorted(counts, key=lambda one: (one[0] == _NOWHERE, -one[1], one[0]))
    known = [one for one in ordered if one[0] != _NOWHERE]
    rest = sum(count for _, count in known[_DRAWN:])
    drawn = [*known[:_DRAWN], *([(OTHER, rest)] if rest else [])]
    colours = coloured(name for name, _ in known)
    title = f"Where those who left are as of {work.filter.rule.as_of}, if that is recorded"
    chart = Chart(*(bars(drawn, colours, size, title) for size in (WIDE, NARROW)))
    limit = len(ordered) if work.limit is None else work.limit
    rows = [Row(one) for one in ordered[:limit]]
    command = work.command("departures", *names)
    table = Table("now", title, columns(("now_at", "people")), rows, len(ordered), command)
    return Section("now", "Where they are now", (), chart if known else None, table)
