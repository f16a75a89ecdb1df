"""How does a report become Markdown, with footnotes for sources and flows that Mermaid draws?"""

import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from talentdb.dates import shown
from talentdb.output.markdown import inline
from talentdb.output.sink import Sink, escaped
from talentdb.output.values import readable
from talentdb.reports.charts.ribbons import Stream
from talentdb.reports.document import Report, Section, Source, Table

_RIGHT = {"number", "share", "bar"}
# What a diagram could take for an end of its block, a comment, a quote or an entity.
_NO_NAME = re.compile(r"[`<>&#;\"%]")
_ALIKE = {"`": "'", "<": "‹", ">": "›", "&": "+", "#": "♯", ";": ",", '"': "”", "%": "％"}


def write_text(report: Report, stream: TextIO) -> None:
    """Writes the report; nothing in its data is a mark of Markdown or of a diagram."""
    sink = Sink(stream)
    for line in _lines(report):
        sink.write(line + "\n")


def _lines(report: Report) -> Iterator[str]:
    yield f"# {inline(report.title)}"
    yield ""
    yield inline(report.subtitle)
    yield ""
    for figure in report.figures:
        yield f"- **{inline(figure.value)}** {inline(figure.label)} ({inline(figure.note)})"
    for section in report.sections:
        yield from _section(section)
    yield from ("", "## Method", "")
    yield from (f"- {inline(sentence)}" for sentence in report.method)
    yield from ("", "## Sources", "")
    yield from map(_source, report.sources)
    yield ""
    origin = report.origin
    yield f"Made on {origin.made} by talentdb {origin.version} from the record with the"
    yield f"fingerprint `{origin.fingerprint}`: {inline(origin.command)}"


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {inline(section.heading)}", "")
    for paragraph in section.text:
        yield from (inline(paragraph), "")
    if section.streams:
        yield from _diagram(section.streams)
    if section.table is not None:
        yield from _table(section.table)


def _diagram(streams: Sequence[Stream]) -> Iterator[str]:
    """A Sankey diagram; its two columns need two names for one organisation."""
    yield from ("```mermaid", "sankey-beta", "")
    for one in streams:
        yield f'"{_named(one.origin)} (from)","{_named(one.goal)} (to)",{one.moves}'
    yield from ("```", "")


def _named(name: str) -> str:
    return _NO_NAME.sub(lambda found: _ALIKE[found[0]], escaped(name))


def _table(table: Table) -> Iterator[str]:
    heads = [inline(column.name.replace("_", " ")) for column in table.columns]
    marks = ["---:" if column.kind in _RIGHT else "---" for column in table.columns]
    if table.is_cited:
        heads, marks = [*heads, "sources"], [*marks, "---"]
    yield _row(heads)
    yield _row(marks)
    count = 0
    for row in table.rows:
        pairs = zip(row.cells, table.columns, strict=True)
        cells = [inline(readable(value, column.kind)) for value, column in pairs]
        if table.is_cited:
            cells.append("".join(f"[^{number}]" for number in row.sources))
        yield _row(cells)
        count += 1
    if count < table.total:
        yield ""
        yield f"{count} of {table.total} rows. All of them: {inline(table.command)}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _source(source: Source) -> str:
    """A footnote: who, what, where, when, and the address."""
    author = f"{inline(source.author)}: " if source.author else ""
    told = [author + inline(source.title or source.handle)]
    told += [inline(source.publisher)] if source.publisher else []
    told += [shown(source.published)] if source.published else []
    addresses = [inline(address) for address in (source.url, source.archive) if address]
    return f"[^{source.number}]: {', '.join(told)}. {' '.join(addresses)}".rstrip()
