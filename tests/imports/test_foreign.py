"""What is said of a file that is no CSV at all, or that is written while it is read?"""

import gzip
from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb.errors import CsvRefused, RuleBroken
from talentdb.imports.pipeline import Manner, import_files
from talentdb.imports.recipe import Recipe
from talentdb.writes.change_sets import ChangeSet
from tests.imports.builders import AUTHOR, taken

TEXT = "person,organisation\nAda Example,Acme\n"
FORMS = {
    b"PK\x03\x04\x14\x00\x00\x00": "a spreadsheet (xlsx, ods) or another archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a workbook of an old Excel",
    b"%PDF-1.7\n": "a PDF",
    b"SQLite format 3\x00": "an SQLite database",
    b"\n<!DOCTYPE html><html>": "a web page",
    b'[{"person": "Ada Example"}]': "a JSON array",
    bytes(range(32)) * 9: "no text",
    TEXT.encode("utf-16-le"): "UTF-16 without the mark that says so: say --encoding utf-16-le",
    TEXT.encode("utf-16-be"): "UTF-16 without the mark that says so: say --encoding utf-16-be",
}


@pytest.mark.parametrize("content", FORMS, ids=list(FORMS.values()))
@pytest.mark.parametrize("is_packed", [False, True])
def test_another_form_of_file_is_named(
    engine: Engine, tmp_path: Path, content: bytes, is_packed: bool
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(gzip.compress(content) if is_packed else content)
    with pytest.raises(CsvRefused) as refused:
        taken(engine, [path], manner=Manner(skip_problems=True))
    (problem,) = refused.value.problems
    assert (problem.line, problem.value) == (1, "")
    assert problem.message.startswith(f"this is {FORMS[content]}")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_an_encoding_with_its_mark_is_found_and_without_can_be_said(
    engine: Engine, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(TEXT.encode(encoding))
    said = encoding if encoding.endswith("e") else None
    assert taken(engine, [path], manner=Manner(Recipe(encoding=said))).created["roles"] == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b'"Ada Example,Acme\nBob Sample,Acme\n', "a quotation mark is opened and never closed"),
        (b'"Ada" Example,Acme\n', "text follows a closing quotation mark"),
        (b"x" * 2_000_000 + b",Acme\n", "a cell has over 1,048,576 characters"),
    ],
    ids=["open", "text after", "long"],
)
def test_a_record_that_is_no_csv_says_why(
    engine: Engine, tmp_path: Path, row: bytes, why: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"person,organisation\n" + row)
    with pytest.raises(CsvRefused) as refused:
        taken(engine, [path])
    (problem,) = refused.value.problems
    assert problem.line == 2
    assert problem.message.startswith(f"this is no CSV: {why}")


def test_a_long_cell_is_cut_where_it_is_shown(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("person,organisation,started\nAda Example,Acme," + "9" * 5000)
    with pytest.raises(CsvRefused) as refused:
        taken(engine, [path])
    (problem,) = refused.value.problems
    assert len(problem.value) == 5000
    assert f"{'9' * 200}…'" in str(problem)


def test_a_file_that_grows_while_it_is_read_is_refused(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(TEXT)

    def grow(what: str, done: int, of: int) -> None:
        if what.startswith("reading"):
            with path.open("a") as file:
                file.write("Bob Sample,Acme\n")

    with engine.begin() as connection:
        change = ChangeSet(connection, AUTHOR)
        change.progress = grow
        with pytest.raises(RuleBroken, match="changed while it was read"):
            import_files(change, [path])
