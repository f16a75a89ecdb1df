"""Of what is a report made, before it becomes a page, a text or a workbook?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from talentdb.output.result import Column
from talentdb.reports.charts.ribbons import Stream
from talentdb.reports.charts.shapes import Drawing


@dataclass(frozen=True)
class Row:
    """The cells of a row; `id` is its own anchor, `links` lead from cells to other anchors.

    `sources` are numbers in the report's list of sources.
    """

    cells: Sequence[object]
    id: str = ""
    links: Mapping[int, str] = field(default_factory=dict)
    sources: Sequence[int] = ()


@dataclass(frozen=True)
class Table:
    """Rows under columns, at most as many as the report wants; `rows` are read once.

    `total` is how many there are, and `command` prints them all. `is_cited`: its rows have
    sources. `caption` says what a row is.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    total: int
    command: str
    is_cited: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart in two widths, for a page and for a phone."""

    wide: Drawing
    narrow: Drawing


@dataclass(frozen=True)
class Section:
    """A heading, what is to be said, a chart and the table behind it or by itself.

    `name` is its anchor and what `--chart` calls the chart. `streams` are the flows for programs
    that draw them by themselves.
    """

    name: str
    heading: str
    text: Sequence[str] = ()
    chart: Chart | None = None
    table: Table | None = None
    streams: Sequence[Stream] = ()


@dataclass(frozen=True)
class KeyFigure:
    """A number that stands at the top: with what it rests on, and the section of its rows."""

    label: str
    value: str
    note: str
    section: str


@dataclass(frozen=True)
class Source:
    """A publication in the list of sources, under its number."""

    number: int
    handle: str
    url: str | None
    archive: str | None
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None


@dataclass(frozen=True)
class Origin:
    """From which state of which record, on which day and by which command a report was made."""

    made: date
    version: str
    fingerprint: str
    command: str


@dataclass(frozen=True)
class Report:
    """A report; `sources` are those that its tables cite, known once these are read."""

    title: str
    subtitle: str
    figures: Sequence[KeyFigure]
    sections: Sequence[Section]
    method: Sequence[str]
    sources: Iterable[Source]
    origin: Origin
