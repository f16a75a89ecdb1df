"""How does a report become a workbook: a sheet a table, dates as dates, no formula anywhere?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from talentdb.dates import parse_end
from talentdb.errors import OptionMisused
from talentdb.output.fields import columns
from talentdb.output.result import Column
from talentdb.output.sink import escaped
from talentdb.output.values import plain, readable, text
from talentdb.reports.document import Report, Row, Table
from talentdb.urls import is_url

_WIDTHS = {"text": 26, "list": 26, "date": 16, "end": 16, "number": 10, "share": 10, "bar": 10}
_WIDEST_HEAD = 32
_NUMBERS = ("number", "share", "bar")
_LONGEST_CELL, _LAST_ROW, _LAST_LINK = 32_000, 1_048_575, 65_000
_STEERS = ("=", "+", "-", "@", "\t", "\r")
_SOURCE = ("number", "handle", "title", "author", "publisher", "published", "url", "archive")


@dataclass(frozen=True)
class _Book:
    """The workbook with its formats, and how many addresses lead out of it so far."""

    book: Any
    formats: Mapping[str, Any]
    links: Any


def write_workbook(report: Report, path: Path) -> None:
    """Writes key figures, each table, sources and method on sheets of their own.

    Rows are written as they come and not kept. Raises OptionMisused without xlsxwriter.
    """
    try:
        import xlsxwriter
    except ModuleNotFoundError as problem:
        raise OptionMisused(
            "a .xlsx needs xlsxwriter: python3 -m pip install 'talentdb[xlsx]', or write .html."
        ) from problem
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    # Opened here: what cannot be written is an OSError then, as of every other file.
    with path.open("wb") as stream, xlsxwriter.Workbook(stream, options) as book:
        made = datetime.combine(report.origin.made, datetime.min.time())
        book.set_properties({"title": escaped(report.title), "created": made})
        told = _Book(book, _formats(book), count())
        for table in _tables(report):
            _write(told, table)


def _formats(book: Any) -> dict[str, Any]:
    right = {"align": "right", "indent": 1}
    return {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "head of numbers": book.add_format({"bold": True, "bottom": 1, **right}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "number": book.add_format(right),
        "share": book.add_format({"num_format": "0.0 %", **right}),
        "fraction": book.add_format({"num_format": "0.00##", **right}),
        "plain": book.add_format({"quote_prefix": True}),
    }


def _tables(report: Report) -> Any:
    """The sheets in order; the sources are known once all other rows are written."""
    figures = [
        Row((one.label, int(one.value) if one.value.isdecimal() else one.value, one.note))
        for one in report.figures
    ]
    names = ("figure", "value", "note")
    yield Table("key figures", report.title, columns(names), figures, len(figures), "")
    yield from (section.table for section in report.sections if section.table is not None)
    listed = [Row([getattr(one, name) for name in _SOURCE]) for one in report.sources]
    heads = (Column("number", "number"), *columns(_SOURCE[1:]))
    yield Table("sources", "Sources", heads, listed, len(listed), "")
    origin = report.origin
    said = [*report.method, f"Made on {origin.made} by talentdb {origin.version}."]
    said += [f"Fingerprint of the record: {origin.fingerprint}", origin.command]
    yield Table(
        "method", "Method", columns(("rule",)), [Row((one,)) for one in said], len(said), ""
    )


def _write(told: _Book, table: Table) -> None:
    sheet = told.book.add_worksheet(table.name)
    heads = [*table.columns, *([Column("sources", "list")] if table.is_cited else [])]
    for place, column in enumerate(heads):
        name = escaped(column.name).replace("_", " ")
        # An organisation may be the head of a column of numbers.
        width = max(_WIDTHS[column.kind], min(len(name) + 3, _WIDEST_HEAD))
        sheet.set_column(place, place, 90 if column.name == "rule" else width)
        head = "head of numbers" if column.kind in _NUMBERS else "head"
        sheet.write_string(0, place, name[:_LONGEST_CELL], told.formats[head])
    _lay_out(sheet)
    number = 0
    for number, row in enumerate(table.rows, start=1):
        if number >= _LAST_ROW:
            sheet.write_string(number, 0, f"{table.total} rows; all of them: {table.command}")
            break
        cells = [*row.cells, *([[str(one) for one in row.sources]] if table.is_cited else [])]
        _write_row(told, sheet, number, heads, cells)
    if 0 < number < table.total and number < _LAST_ROW:
        left = f"{number} of {table.total} rows; all of them: {table.command}"
        sheet.write_string(number + 2, 0, left)
    sheet.autofilter(0, 0, number, len(heads) - 1)


def _lay_out(sheet: Any) -> None:
    """The head stays in view and on each page; a name of digits alone is no mistake to point at."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _write_row(
    told: _Book, sheet: Any, number: int, heads: Sequence[Column], cells: Sequence[object]
) -> None:
    for place, (column, value) in enumerate(zip(heads, cells, strict=True)):
        known = plain(value)
        if known is None or known == "":
            continue
        if isinstance(known, int | float) and not isinstance(known, bool):
            kind = "fraction" if isinstance(known, float) else "number"
            style = told.formats["share" if column.kind == "share" else kind]
            sheet.write_number(number, place, known, style)
        elif (day := _day(known, column)) is not None:
            sheet.write_datetime(number, place, day, told.formats["date"])
        elif column.name in ("url", "archive") and is_url(text(known)):
            _write_address(told, sheet, (number, place), text(known))
        else:
            shown = escaped(readable(known, column.kind))[:_LONGEST_CELL]
            steers = shown.startswith(_STEERS)
            style = told.formats["plain"] if steers else None
            sheet.write_string(number, place, shown, style)


def _write_address(told: _Book, sheet: Any, place: tuple[int, int], url: str) -> None:
    shown = escaped(url)[:_LONGEST_CELL]
    if len(url) > 2000 or shown != url or next(told.links) > _LAST_LINK:
        sheet.write_string(*place, shown)
    else:
        sheet.write_url(*place, url)


def _day(value: object, column: Column) -> datetime | None:
    """The day that a date means, if it means just one that a workbook knows."""
    if column.kind not in ("date", "end") or not isinstance(value, str):
        return None
    known = parse_end(value)
    exact = known.earliest is not None and known.earliest == known.latest and known.text == value
    if not exact or known.earliest is None or known.earliest < date(1900, 3, 1):
        return None
    if known.text != known.earliest.isoformat():
        return None  # about, maybe: the doubt is part of what is known
    return datetime.combine(known.earliest, datetime.min.time())
