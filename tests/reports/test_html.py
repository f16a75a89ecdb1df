"""Is the page whole: no script, no network, and every number leads to its rows?"""

import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

from sqlalchemy import Connection

from talentdb.reports.html import write_page
from tests.builders import Ledger
from tests.reports.asking import HOSTILE, REPORTS, SOURCE, asked, tell
from tests.reports.charts.geometry import NEVER

VOID = {"meta", "link", "br"}
OURS = {"https://example.org/a?b=<c>", "data:,"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of each table row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.open and self.open[-1] in ("td", "th", "a") and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data

    def attributes(self, name: str) -> Iterator[str]:
        return (known[name] for _, known in self.elements if name in known)


def page(connection: Connection, what: str, **more: Any) -> tuple[Page, str]:
    stream = io.StringIO()
    write_page(asked(connection, what, **more), stream)
    found = Page(stream.getvalue())
    assert found.open == []
    return found, stream.getvalue()


def test_nothing_in_the_data_is_markup_or_leads_out(connection: Connection) -> None:
    tell(connection)
    for what in REPORTS:
        found, text = page(connection, what)
        names = {name for name, _ in found.elements}
        assert not names & {"script", "img", "iframe", "object", "form", "b"}
        assert not any(key.startswith("on") for _, known in found.elements for key in known)
        assert NEVER.search(text) is None
        assert {link for link in found.attributes("href") if link[:1] != "#"} <= OURS
        assert not list(found.attributes("src"))
        assert "default-src 'none'" in text and "@import" not in text and "url(" not in text
        every_link_has_one_target(found)


def every_link_has_one_target(found: Page) -> None:
    ids = Counter(found.attributes("id"))
    assert max(ids.values()) == 1
    inner = {link[1:] for link in found.attributes("href") if link.startswith("#")}
    assert inner <= ids.keys()
    assert {"heading-method", "heading-sources"} <= ids.keys()


def test_hostile_names_are_legible(connection: Connection) -> None:
    tell(connection)
    found, _ = page(connection, "organisation")
    text = "\n".join(found.texts)
    for name in HOSTILE:
        shown = name.replace("\u202e", r"\u202e").replace("\x07", r"\x07")
        assert shown in text, name
    assert "49" not in [cell for row in found.rows for cell in row]


def test_each_number_leads_to_as_many_rows_and_each_row_to_its_sources(
    connection: Connection,
) -> None:
    tell(connection)
    report = asked(connection, "organisation")
    tables = {one.name: one.table for one in report.sections if one.table is not None}
    moves = list(tables["moves"].rows)
    starts = {row.id: place for place, row in enumerate(moves) if row.id}
    ends = sorted([*starts.values(), len(moves)])
    for row in tables["flows"].rows:
        begin = starts[row.links[2]]
        following = ends[ends.index(begin) + 1]
        assert row.cells[2] == following - begin
        assert all(one.cells[1:3] == list(row.cells[:2]) for one in moves[begin:following])
    assert [one.sources for one in moves if "Ada" in str(one.cells[0])] == [[1]] * 4
    assert [source.title for source in report.sources] == [SOURCE["title"]]


def test_a_long_table_is_cut_with_a_count_and_the_command_for_the_rest(
    connection: Connection,
) -> None:
    tell(connection)
    found, _ = page(connection, "organisation", limit=3, rollup="parents")
    text = " ".join("".join(found.texts).split())
    command = "talentdb query moves --organisation Acme --as-of 2026-01-01 --rollup parents"
    assert f"3 of 10 rows. All of them: {command}" in text
    every_link_has_one_target(found)


def test_too_little_for_a_curve_is_said_and_no_empty_chart_is_drawn(connection: Connection) -> None:
    Ledger(connection).career("Ada Example", "Globex 2023–2024 · Acme 2025–now")
    Ledger(connection).move("Bob Sample", None, "Acme", "2025")
    report = asked(connection, "organisation")
    (stay,) = (one for one in report.sections if one.name == "retention")
    assert stay.chart is None and stay.text[0] == "Too little is recorded for a curve (n = 1)."
    found, text = page(connection, "organisation")
    assert "Bob Sample, from where is not stated" in text
    classes = [known.get("class", "") for name, known in found.elements if name == "table"]
    assert "moves cards" in classes and "now" not in classes


def test_sources_have_numbers_in_the_order_in_which_the_page_cites_them(
    connection: Connection,
) -> None:
    tell(connection)
    ledger = Ledger(connection)
    (role,) = ledger.career("Dee Example", "Acme 2025–now")
    ledger.cite("role_id", role, ledger.source("later", "2025-05"), stance="supports")
    found, _ = page(connection, "organisation")
    cited = [link[8:] for link in found.attributes("href") if link.startswith("#source-")]
    assert list(dict.fromkeys(cited)) == ["1", "2"]


def test_the_method_says_what_was_left_out(connection: Connection) -> None:
    tell(connection)
    Ledger(connection).move("Cy Test", "Acme", "Hooli", "2021", status="rumoured")
    told = asked(connection, "flows", since=date(2020, 3, 1)).method
    assert "Moves left out: 1 whose date only may lie in the window, 1 rumoured." in told
    assert any(one.startswith("Moves count from 2020-03-01 on") for one in told)


def test_an_empty_ledger_makes_a_page_that_says_so(connection: Connection) -> None:
    for what in REPORTS:
        _, text = page(connection, what)
        assert "None are recorded." in text and "No source is recorded" in text
