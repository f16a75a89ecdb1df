"""Does LibreOffice read of a workbook just what was written: every cell, and no formula?"""

import csv
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Connection

from talentdb.database.engine import open_ledger
from talentdb.database.migrations import create
from talentdb.reports.formats import write
from tests.reports.asking import HOSTILE, REPORTS, asked, tell

OFFICE = shutil.which("soffice")
# Commas, quotes, UTF-8, cells as they look, every sheet in a file of its own.
SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="workbooks: not run without LibreOffice (soffice)"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Connection]:
    """One ledger: which database it is in makes no difference to LibreOffice, which is slow."""
    create(str(tmp_path / "ledger.db"))
    engine = open_ledger(str(tmp_path / "ledger.db"), write=True)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def converted(folder: Path, *books: Path) -> subprocess.CompletedProcess[str]:
    """What LibreOffice says while it writes each sheet of these workbooks as a CSV file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [str(OFFICE), profile, "--headless", "--convert-to", SHEETS, "--outdir", str(folder)]
    return subprocess.run(
        [*words, *map(str, books)], capture_output=True, encoding="utf-8", timeout=120, check=True
    )


def looks(value: Any, format: str) -> str:
    """A cell as it looks."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if format == "0.0 %":
        return f"{100 * value:.1f} %"
    if format == "0.00##":
        whole, _, part = f"{value:.4f}".partition(".")
        return f"{whole}.{part.rstrip('0'):0<2}"
    return str(value)


def test_every_cell_of_every_sheet_is_read_as_it_was_written(
    ledger: Connection, tmp_path: Path
) -> None:
    tell(ledger)
    books = [tmp_path / f"{what}.xlsx" for what in REPORTS]
    for book in books:
        write(asked(ledger, book.stem, limit=None), "xlsx", book)
    said = converted(tmp_path, *books)
    assert "rror" not in said.stdout + said.stderr
    for book in books:
        for sheet in openpyxl.load_workbook(book):
            with (tmp_path / f"{book.stem}-{sheet.title}.csv").open(encoding="utf-8") as lines:
                read = [row for row in csv.reader(lines) if any(row)]
            rows = [[looks(cell.value, cell.number_format) for cell in row] for row in sheet]
            assert read == [row for row in rows if any(row)], (book.stem, sheet.title)
    moves = (tmp_path / "organisation-moves.csv").read_text(encoding="utf-8")
    assert HOSTILE[2] in moves and HOSTILE[5] in moves
