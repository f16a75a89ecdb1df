"""Is JSON read as `export` writes it, and is every fault told with its line?"""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from talentdb.errors import CsvRefused, OptionMisused
from talentdb.imports.pipeline import Manner
from talentdb.imports.recipe import Recipe
from talentdb.imports.summary import Summary
from tests.imports.builders import taken

ADA = {"person": "Ada Example", "identifiers": ["orcid:1"]}
ROLE = {"person": "Ada Example", "organisation": "Acme", "title": " Chief ", "started": "Jun 2020"}


def said(engine: Engine, folder: Path, text: str, manner: Manner | None = None) -> Summary:
    """What came of importing a file with this text."""
    path = folder / "ledger.json"
    path.write_text(text, encoding="utf-8")
    return taken(engine, [path], manner=manner)


def faults(engine: Engine, folder: Path, text: str) -> list[tuple[int, str]]:
    """Line and column of every problem."""
    with pytest.raises(CsvRefused) as refused:
        said(engine, folder, text)
    return [(problem.line, problem.column) for problem in refused.value.problems]


def document(*rows: str, before: str = '{\n"talentdb": 1,\n"roles": [\n') -> str:
    return before + ",\n".join(rows) + "\n]}\n"


@pytest.mark.parametrize("indent", [None, 2])
def test_a_document_of_any_form_is_read(engine: Engine, tmp_path: Path, indent: int | None) -> None:
    whole = {"roles": [ROLE], "people": [ADA], "talentdb": 1}
    summary = said(engine, tmp_path, "\ufeff" + json.dumps(whole, indent=indent))
    assert (summary.rows, summary.created["roles"], summary.created["identifiers"]) == (2, 1, 1)


def test_lines_are_read_too(engine: Engine, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"table": "people", **ADA}, {**ROLE, "table": "roles"}]
    assert said(engine, tmp_path, "\n".join(map(json.dumps, rows))).created["roles"] == 1


def test_a_row_that_cannot_be_taken_is_told_with_its_line(engine: Engine, tmp_path: Path) -> None:
    good = json.dumps(ROLE)
    bad = [
        json.dumps({**ROLE, "started": "03/04/2020"}),
        json.dumps({**ROLE, "titel": "Chief"}),
        json.dumps({**ROLE, "note": {"a": 1}}),
        json.dumps({**ROLE, "person": None}),
        json.dumps({**ROLE, "ended": True}),
        json.dumps({**ROLE, "ended": 2021.10}),
    ]
    columns = ["started", "titel", "note", "person", "ended", "ended"]
    told = sorted(faults(engine, tmp_path, document(good, *bad)))
    assert told == list(enumerate(columns, start=5))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"talentdb": 1, "roles": [\n{"person": \n}]}', 2),
        ('{"talentdb": 2, "roles": []}\n', 1),
        ('{"talentdb": 1,\n"rolls": [\n{}]}', 3),
        ('{"talentdb": 1,\n"roles": []', 2),
        ('{"talentdb": 1,\n"roles": []}\n{}', 3),
        ('{"table": "people", "person": "Ada"}\nAda\n', 2),
        ('{"talentdb": 1,\n"roles": [' + "[" * 100_000, 2),
    ],
)
def test_what_is_no_ledger_is_told_with_its_line(
    engine: Engine, tmp_path: Path, text: str, line: int
) -> None:
    assert faults(engine, tmp_path, text)[0][0] == line


def test_how_to_understand_json_needs_no_saying(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(OptionMisused, match="JSON"):
        said(engine, tmp_path, document(json.dumps(ROLE)), Manner(Recipe(date_format="day-first")))
