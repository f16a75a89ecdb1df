"""Does the report on a work say who made it, who left, and no share that the record cannot bear?"""

import io
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Connection

from talentdb.queries.filters import MoveFilter
from talentdb.queries.rule import Rule
from talentdb.reports.document import Report
from talentdb.reports.formats import write
from talentdb.reports.html import write_page
from talentdb.reports.makers import work_report
from talentdb.reports.markdown import write_text
from talentdb.writes.works import NewCredit, NewWork, add_credit, add_work
from tests.builders import Ledger, changing
from tests.reports.asking import AS_OF, HOSTILE, wish


def told(connection: Connection, makers_known: str, limit: int | None = 200) -> Report:
    """Ada is still at Acme, where Example-1 was made, Bob and somebody went, of Cy nobody knows."""
    ledger = Ledger(connection)
    acme, memo = ledger.organisation("Acme"), ledger.source("memo", "2024-05", title="The list")
    ledger.career("Ada Example", "Acme 2015–now")
    ledger.career("Bob Sample", "Acme 2015–2020 · Globex Lead 2021–now")
    ledger.move(HOSTILE[0], "Acme", "Globex", "2022")
    names = ("Ada Example", "Bob Sample", HOSTILE[0], "Cy Test")
    with changing(connection) as change:
        work, _ = add_work(change, NewWork("Example-1", acme, makers_known=makers_known))
        new = [NewCredit(ledger.person(name), work, "lead") for name in names]
        new.append(NewCredit(ledger.person("Ada Example"), work, "author"))
        ids = [add_credit(change, one)[0] for one in new]
    ledger.cite("credit_id", ids[0], memo, stance="supports")
    return work_report(connection, MoveFilter(Rule(AS_OF)), work, wish(limit))


def markdown(report: Report) -> str:
    stream = io.StringIO()
    write_text(report, stream)
    return stream.getvalue()


def test_makers_stand_with_their_part_whereabouts_and_sources(connection: Connection) -> None:
    text = markdown(told(connection, "all"))
    assert "| Ada Example | author, lead | still there | Acme |  | [^1] |" in text
    assert "| Bob Sample | lead | has left | Globex | Lead |  |" in text
    assert "| Cy Test | lead | not known |  |  |  |" in text
    assert "| Globex | 2 |" in text
    assert "**67 %** share (of 3 whose whereabouts are known)" in text
    assert "[^1]: The list, 2024-05." in text


def test_no_share_is_stated_where_some_makers_alone_are_known(connection: Connection) -> None:
    text = markdown(told(connection, "some"))
    assert "%" not in text and "**2** have left" in text
    assert "would be all left by its making" in text


@pytest.mark.parametrize("limit", [1, None])
def test_page_and_workbook_hold_the_rows_and_nothing_is_markup(
    connection: Connection, tmp_path: Path, limit: int | None
) -> None:
    page = io.StringIO()
    write_page(told(connection, "all", limit), page)
    assert "<script" not in page.getvalue()
    assert ("Bob Sample" in page.getvalue()) == (limit is None)
    write(told(connection, "all", limit), "xlsx", tmp_path / "work.xlsx")
    book = openpyxl.load_workbook(tmp_path / "work.xlsx")
    assert {"makers", "now"} <= set(book.sheetnames)
    cells = [row[0].value for row in book["makers"]]
    assert ("Bob Sample" in cells) == (limit is None)
