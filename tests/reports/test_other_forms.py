"""Are text, workbook and pictures whole, and is whatever a name says inert in them?"""

import io
import re
import warnings
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Connection

from talentdb.errors import OptionMisused
from talentdb.reports.charts.svg import document
from talentdb.reports.formats import chosen, format_of, write
from talentdb.reports.markdown import write_text
from tests.reports.asking import HOSTILE, REPORTS, asked, tell
from tests.reports.charts.geometry import harmless


def text_of(connection: Connection, what: str) -> str:
    stream = io.StringIO()
    write_text(asked(connection, what), stream)
    return stream.getvalue()


def test_markdown_has_a_definition_for_every_footnote(connection: Connection) -> None:
    tell(connection)
    for what in REPORTS:
        text = text_of(connection, what)
        cited = set(re.findall(r"\[\^(\d+)\](?!:)", text))
        assert cited == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)) == {"1"}
        assert not re.search(r"(?<!\\)<(?!br>)", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def test_the_diagram_has_the_flows_and_names_that_end_no_line(connection: Connection) -> None:
    tell(connection)
    text = text_of(connection, "flows")
    (diagram,) = re.findall(r"```mermaid\nsankey-beta\n\n(.*?)\n```", text, re.DOTALL)
    lines = diagram.splitlines()
    assert '"Globex (from)","Acme (to)",2' in lines
    for line in lines:
        assert re.fullmatch(r'"[^"`<>]+ \(from\)","[^"`<>]+ \(to\)",\d+', line), line


@pytest.mark.parametrize("what", ["organisation", "people"])
def test_a_workbook_opens_without_a_warning_and_holds_no_formula(
    connection: Connection, tmp_path: Path, what: str
) -> None:
    tell(connection)
    write(asked(connection, what, limit=None), "xlsx", tmp_path / "report.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    assert book.sheetnames[0] == "key figures" and book.sheetnames[-2:] == ["sources", "method"]
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n", "d") for cell in row)
    with zipfile.ZipFile(tmp_path / "report.xlsx") as parts:
        assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist())


def test_a_workbook_has_days_as_days_and_inexact_dates_as_words(
    connection: Connection, tmp_path: Path
) -> None:
    tell(connection)
    write(asked(connection, "departures", limit=None), "xlsx", tmp_path / "report.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx")["departures"]
    left = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2) if row[0].value}
    assert left == {"Bob Sample": datetime(2019, 6, 30), "Ada Example 3": "2020-04"}


def test_hostile_names_are_legible_in_a_workbook(connection: Connection, tmp_path: Path) -> None:
    tell(connection)
    write(asked(connection, "organisation", limit=None), "xlsx", tmp_path / "report.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx")["moves"]
    people = {row[0].value for row in sheet.iter_rows(min_row=2)}
    shown = {name.replace("\u202e", r"\u202e").replace("\x07", r"\x07") for name in HOSTILE}
    assert shown <= people


def test_each_chart_is_a_picture(connection: Connection, tmp_path: Path) -> None:
    tell(connection)
    report = asked(connection, "organisation")
    for name in (None, "flows", "timeline", "retention", "heat-map"):
        write(report, "svg", tmp_path / "chart.svg", name)
        svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
        harmless(svg)
        assert svg == document(chosen(report, name).wide)
        assert "prefers-color-scheme:dark" in svg


def test_a_png_is_twice_as_large_or_says_what_is_missing(
    connection: Connection, tmp_path: Path
) -> None:
    tell(connection)
    report = asked(connection, "flows")
    try:
        write(report, "png", tmp_path / "chart.png")
    except OptionMisused as refused:
        assert "needs a font" in str(refused)  # as on a bare server
        return
    head = (tmp_path / "chart.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20]) == 2 * chosen(report, None).wide.width


def test_a_chart_that_is_not_there_is_refused(connection: Connection, tmp_path: Path) -> None:
    tell(connection)
    report = asked(connection, "flows")
    with pytest.raises(OptionMisused, match="choose one of flows, heat-map"):
        write(report, "svg", tmp_path / "a.svg", "pie")
    with pytest.raises(OptionMisused, match="--chart"):
        write(report, "html", tmp_path / "a.html", "flows")
    with pytest.raises(OptionMisused, match="no format of a report"):
        format_of(Path("a.pdf"), None)
