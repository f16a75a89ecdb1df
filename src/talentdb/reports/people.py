"""Who are these people, and what did each do when?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from talentdb.dates import OPEN, PartialDate, midpoint, parse, parse_end
from talentdb.output.fields import columns
from talentdb.output.values import noun_of
from talentdb.queries.filters import MoveFilter
from talentdb.queries.roles import careers
from talentdb.reports.charts.careers import Stretch
from talentdb.reports.charts.careers import careers as careers_chart
from talentdb.reports.charts.colours import REST, coloured
from talentdb.reports.comings import people_section
from talentdb.reports.document import Chart, KeyFigure, Report, Row, Section, Table
from talentdb.reports.flows import NARROW, WIDE
from talentdb.reports.method import method
from talentdb.reports.notes import Notes
from talentdb.reports.work import Wish, Work, as_of_words

_FIELDS = ("person", "organisation", "title", "kind", "started", "ended", "status")
_DRAWN = 30


def people_report(
    connection: Connection, filter: MoveFilter, wish: Wish, words: Sequence[str]
) -> Report:
    """The report on everybody whom `query people` lists; `words` are its own options as typed."""
    work = Work(connection, filter, wish.limit, Notes(connection))
    here, roles = people_section(work, words), _careers(work, words)
    held = roles.table.total if roles.table else 0
    person, role = noun_of(here.total, "person", "people"), noun_of(held, "role")
    figures = [
        KeyFigure(person, str(here.total), "that the question finds", "people"),
        KeyFigure(role, str(held), "of theirs", "careers"),
    ]
    return Report(
        wish.title or "People",
        as_of_words(filter),
        figures,
        [roles, here.section],
        method(connection, filter),
        work.notes.listed(),
        wish.origin,
    )


def _careers(work: Work, words: Sequence[str]) -> Section:
    total, portions = work.rows(careers(work.filter))
    kept: list[Any] = []
    if work.limit is not None:
        kept = [row for portion in portions for row in portion]
        portions = iter([kept])
    command = work.command("roles", *words)
    heading = "Careers, role by role"
    table = Table("careers", heading, columns(_FIELDS), _rows(work, portions), total, command, True)
    return Section("careers", "Careers", (), _chart(kept, work.filter.rule.as_of), table)


def _rows(work: Work, portions: Iterator[Sequence[Any]]) -> Iterator[Row]:
    before = None
    for portion in portions:
        cited = work.notes.of_roles([row.id for row in portion])
        for row in portion:
            anchor = "" if row.person_id == before else f"person-{row.person_id}"
            before = row.person_id
            cells = [row._mapping[name] for name in _FIELDS]
            yield Row(cells, anchor, {}, cited.get(row.id, ()))


def _chart(rows: Sequence[Any], as_of: date) -> Chart | None:
    """The careers of the first people that have a role with a known start."""
    by_person = [list(group) for _, group in groupby(rows, key=lambda row: row.person_id)]
    colours = coloured(_by_use(row.organisation for row in rows))
    people = []
    for mine in by_person:
        stretches = [one for row in mine if (one := _stretch(row, as_of, colours)) is not None]
        if stretches:
            people.append((mine[0].person, stretches))
    people = people[:_DRAWN]
    if not people:
        return None
    days = [day for _, all in people for one in all for day in (one.start, one.end or one.start)]
    bounds = (min(days), max(days))
    title = "Roles over time, coloured by organisation; a dot: its end is not known"
    drawn = (careers_chart(people, bounds, size, title) for size in (WIDE, NARROW))
    return Chart(*drawn)


def _by_use(names: Iterator[str]) -> list[str]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name))


def _stretch(row: Any, as_of: date, colours: Mapping[str, str]) -> Stretch | None:
    start = _middle(parse(row.started)) if row.started is not None else None
    if start is None:
        return None
    end = None
    if row.ended is not None:
        end = as_of if row.ended == OPEN.text else _middle(parse_end(row.ended))
    words = f"{row.person}, {row.title or row.kind} at {row.organisation}"
    colour = colours.get(row.organisation, REST)
    return Stretch(words, start, max(start, end) if end else None, colour)


def _middle(day: PartialDate) -> date | None:
    """The middle day of a date, the day that bounds it where only one does."""
    if day.earliest is None or day.latest is None:
        return day.earliest or day.latest
    return midpoint(day.earliest, day.latest)
