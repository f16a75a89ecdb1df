"""What does a report on one organisation say? Who came and went, when, who stayed, who is there."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from talentdb.queries.filters import MoveFilter
from talentdb.reports.charts.colours import coloured
from talentdb.reports.comings import Counted, arrivals_section, departures_section, people_section
from talentdb.reports.document import KeyFigure, Report, Section
from talentdb.reports.flows import flows_section, heat_section, pairs_of
from talentdb.reports.method import method
from talentdb.reports.moves import moves_section
from talentdb.reports.notes import Notes
from talentdb.reports.staying import ratio_section, staying
from talentdb.reports.when import when_section
from talentdb.reports.work import Wish, Work, as_of_words
from talentdb.schema import organisations


def organisation_report(connection: Connection, filter: MoveFilter, wish: Wish) -> Report:
    """The report on the one organisation that the filter names."""
    (id,) = filter.organisation
    name, kind = connection.execute(
        select(organisations.c.name, organisations.c.kind).where(organisations.c.id == id)
    ).one()
    work, as_of = Work(connection, filter, wish.limit, Notes(connection)), as_of_words(filter)
    pairs, listed = pairs_of(work, open_sides=True), moves_section(work, ("--organisation", name))
    colours = coloured(pairs.names(name))
    came, went = arrivals_section(work, (name,)), departures_section(work, (name,))
    here = people_section(work, ("--organisation", name))
    ratio, in_to_out = ratio_section(work, name)
    stay = staying(work, id, name, colours[name])
    sections: list[Section | None] = [
        flows_section(work, pairs, colours, listed, (name,)),
        when_section(work, listed, colours, name),
        ratio,
        stay.section if stay else None,
        heat_section(work, pairs, (name,)),
        listed.section,
        came.section,
        went.section,
        here.section,
    ]
    return Report(
        wish.title or name,
        f"{kind} · {as_of}" if kind else as_of,
        [*_figures((came, went, here)), *in_to_out, *(stay.figures if stay else ())],
        [section for section in sections if section is not None],
        method(connection, filter),
        work.notes.listed(),
        wish.origin,
    )


def _figures(counted: tuple[Counted, Counted, Counted]) -> Iterator[KeyFigure]:
    came, went, here = counted
    yield KeyFigure("there now", str(here.total), "by the last that is known", "people")
    yield KeyFigure("joined", str(came.total), "wherever from", "arrivals")
    yield KeyFigure("left", str(went.total), "wherever to", "departures")
