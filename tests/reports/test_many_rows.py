"""Is a report on many rows as small as one on few, and does it say the same whatever it cuts?"""

import io
import tracemalloc
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from talentdb.metrics.ratio import Counts, result, statement
from talentdb.output.fields import columns
from talentdb.queries.filters import MoveFilter
from talentdb.queries.rule import Rule
from talentdb.reports.document import Row, Section, Table
from talentdb.reports.html import write_page
from tests.builders import Ledger
from tests.reports.asking import AS_OF, REPORTS, asked, tell


def test_ten_times_as_many_rows_take_no_more_memory(connection: Connection, tmp_path: Path) -> None:
    report = asked(connection, "departures")
    peaks = []
    for many in (100, 2_000, 20_000):  # the template is there after the first
        rows = (Row((f"Ada Example {number}", "Acme")) for number in range(many))
        table = Table("long", "Long", columns(("person", "organisation")), rows, many, "")
        long = replace(report, sections=[Section("long", "Long", table=table)], sources=())
        with (tmp_path / "long.html").open("w", encoding="utf-8") as stream:
            tracemalloc.start()
            write_page(long, stream)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[2] < 1.5 * peaks[1]


def test_counterparts_beyond_the_first_twelve_are_one_row_as_in_the_question(
    connection: Connection,
) -> None:
    ledger = Ledger(connection)
    for number in range(15):
        for one in range(1 + number % 3):
            ledger.move(f"Ada Example {number}-{one}", f"Globex {number}", "Acme", "2020")
    ledger.move("Bob Sample", "Hooli", "Acme", "2019")
    ledger.move("Cy Test", "Initech", "Acme", "[2019..2021]")
    report = asked(connection, "organisation", since=date(2020, 1, 1))
    (table,) = (one.table for one in report.sections if one.name == "ratio" and one.table)
    id = ledger.organisation("Acme")
    filter = MoveFilter(Rule(AS_OF, named=(id,), since=date(2020, 1, 1)), organisation=(id,))
    rows = connection.execute(statement(filter))
    told = [(row.counterpart, row.inbound, row.lower) for row in result(map(_counts, rows), 12)]
    assert [(row.cells[0], row.cells[1], row.cells[4]) for row in table.rows] == told
    assert [name for name, _, _ in told[-2:]] == ["other", "(all)"]


def _counts(row: Any) -> Counts:
    return Counts(*row)


def test_without_rows_the_numbers_are_the_same(connection: Connection) -> None:
    tell(connection)
    for what in REPORTS:
        few, many = (asked(connection, what, limit=limit) for limit in (0, 200))
        assert few.figures == many.figures
    stream = io.StringIO()
    write_page(asked(connection, "departures", limit=0), stream)
    assert "0 of 2 rows. All of them: " in stream.getvalue()
