"""Are rows with problems left out whole, written to be mended, and is the rest taken?"""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb import schema
from talentdb.errors import CsvRefused, RuleBroken
from talentdb.imports.pipeline import Manner
from talentdb.imports.summary import Summary
from tests.imports.builders import content, files, rows, taken

TEXT = (
    "Names from the office\r\n"
    "name;company;from;to;note\r\n"
    'Ada Example;Acme;2020;2021;"one\r\ntwo"\r\n'
    'Bob Sample;Acme;2020;2019;"a ""b"" ; c"\r\n'
    "Cy Instance;Acme;soon;never;\r\n"
    "Dee Model;Acme;2020;\r\n"
    "Ada Example;Acme;2020;2023;\r\n"
)


def skipped(engine: Engine, folder: Path, text: str, rejects: str = "bad.csv") -> Summary:
    manner = Manner(skip_problems=True, rejects=folder / rejects)
    return taken(engine, files(folder, {"list": text}), manner=manner)


def test_the_rest_is_taken_and_every_refused_row_is_told(engine: Engine, tmp_path: Path) -> None:
    summary = skipped(engine, tmp_path, TEXT)
    assert (summary.rows, summary.rejected, summary.created["roles"]) == (5, 4, 1)
    assert [(problem.line, problem.column) for problem in summary.problems] == [
        (5, "to"),
        (6, "from"),
        (6, "to"),
        (7, ""),
        (8, ""),
    ]
    assert rows(engine, schema.people, "name") == [("Ada Example",)]


def test_refused_rows_are_written_as_they_stood(engine: Engine, tmp_path: Path) -> None:
    skipped(engine, tmp_path, TEXT)
    with (tmp_path / "bad.csv").open(encoding="utf-8", newline="") as file:
        header, bob, cy, *_ = file.read().split("\r\n")
    assert header == "name;company;from;to;note;problem"
    assert bob.startswith('Bob Sample;Acme;2020;2019;"a ""b"" ; c";"to 2019: ') or bob.startswith(
        'Bob Sample;Acme;2020;2019;"a ""b"" ; c";to '
    )
    assert "from 'soon'" in cy and "to 'never'" in cy


def test_refused_rows_are_imported_once_mended(engine: Engine, tmp_path: Path) -> None:
    skipped(engine, tmp_path, TEXT)
    with (tmp_path / "bad.csv").open(encoding="utf-8", newline="") as file:
        mended = file.read().replace(";2019;", ";2022;")
    summary = skipped(engine, tmp_path, mended, "worse.csv")
    assert (summary.created["people"], summary.rejected) == (1, 3)
    with (tmp_path / "worse.csv").open(encoding="utf-8", newline="") as file:
        assert file.readline() == "name;company;from;to;note;problem\r\n"


def test_a_second_time_nothing_changes(engine: Engine, ledger_url: str, tmp_path: Path) -> None:
    skipped(engine, tmp_path, TEXT)
    before = content(ledger_url)
    assert skipped(engine, tmp_path, TEXT).change_set is None
    assert content(ledger_url) == before


def test_rows_that_rest_on_refused_ones_are_told_too(engine: Engine, tmp_path: Path) -> None:
    texts = {
        "people": f"person,identifiers,note\nAda Example,orcid:1,{'x' * 3}\0\nBob Sample,,\n",
        "roles": "person,organisation\norcid:1,Acme\nBob Sample,Acme\n",
    }
    summary = taken(engine, files(tmp_path, texts), manner=Manner(skip_problems=True))
    told = [(Path(problem.file).stem, problem.line) for problem in summary.problems]
    assert told == [("people", 2), ("roles", 2)]
    assert rows(engine, schema.people, "name") == [("Bob Sample",)]


def test_a_header_that_is_not_understood_is_refused_all_the_same(
    engine: Engine, tmp_path: Path
) -> None:
    with pytest.raises(CsvRefused):
        skipped(engine, tmp_path, "colour,shape\nred,round\n")


def test_rejects_never_overwrite_what_is_imported(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="one of the files"):
        skipped(engine, tmp_path, TEXT, "list.csv")
    assert (tmp_path / "list.csv").read_bytes() == TEXT.encode()


def test_bytes_and_encoding_are_kept(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"person,organisation\nRen\xe9,Acme\nAda Example,Acme\n")
    taken(engine, [path], manner=Manner(skip_problems=True, rejects=tmp_path / "bad.csv"))
    assert (tmp_path / "bad.csv").read_bytes().startswith(b"person,organisation,problem\nRen\xe9,")


def test_problems_are_shown_up_to_a_number_and_all_counted(engine: Engine, tmp_path: Path) -> None:
    text = "person,organisation\n" + ",Acme\n" * 7
    with pytest.raises(CsvRefused) as refused:
        taken(engine, files(tmp_path, {"list": text}), manner=Manner(max_problems=2))
    said = str(refused.value).splitlines()
    assert said[2:] == ["… and 5 more", "7 problems; nothing was written. Mend and import again."]
