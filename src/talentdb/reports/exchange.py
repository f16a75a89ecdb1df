"""How do people move between some organisations, or between all of them? (`report flows`)"""

from collections.abc import Sequence

from sqlalchemy import Connection

from talentdb.metrics.net import statement as net_statement
from talentdb.output.fields import columns
from talentdb.output.values import noun_of
from talentdb.queries.filters import MoveFilter
from talentdb.reports.charts.colours import coloured
from talentdb.reports.document import KeyFigure, Report, Row, Section, Table
from talentdb.reports.flows import flows_section, heat_section, pairs_of
from talentdb.reports.method import method
from talentdb.reports.moves import moves_section
from talentdb.reports.notes import Notes
from talentdb.reports.work import Wish, Work, as_of_words, names_of

_NET = ("organisation", "inbound", "outbound", "net", "possible")


def flows_report(connection: Connection, filter: MoveFilter, wish: Wish) -> Report:
    """The report on the moves that touch these organisations; on all moves without any."""
    work = Work(connection, filter, wish.limit, Notes(connection))
    pairs, names = pairs_of(work), names_of(connection, filter.organisation)
    words = [word for name in names for word in ("--organisation", name)]
    listed = moves_section(work, words)
    ordered = list(pairs.names(*names))
    sections: list[Section | None] = [
        flows_section(work, pairs, coloured(ordered), listed, names),
        # Of one direction alone it would show what the others are not asked for.
        None if filter.from_ or filter.to else heat_section(work, pairs, names),
        _net(work, names),
        listed.section,
    ]
    move, flow = noun_of(pairs.moves, "move"), noun_of(pairs.count, "flow")
    figures = [
        KeyFigure(move, str(pairs.moves), "with both sides known", "flows"),
        KeyFigure(flow, str(pairs.count), "from one organisation to another", "flows"),
    ]
    return Report(
        wish.title or ("Flows: " + ", ".join(names) if names else "Flows"),
        as_of_words(filter),
        figures,
        [section for section in sections if section is not None],
        method(connection, filter),
        work.notes.listed(),
        wish.origin,
    )


def _net(work: Work, names: Sequence[str]) -> Section:
    total, portions = work.rows(net_statement(work.filter))
    rows = (Row([row._mapping[name] for name in _NET]) for portion in portions for row in portion)
    heading = "Who gains and who loses"
    command = work.command("net", *names)
    table = Table("net", heading, columns(_NET), rows, total, command)
    return Section("net", heading, table=table)
