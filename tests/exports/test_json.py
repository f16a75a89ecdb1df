"""Is the JSON document what its schema says, and the same rows as the CSV files?"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sqlalchemy import Connection, Engine

from talentdb.exports.csv import FILES
from talentdb.exports.json_schema import document_schema
from tests.builders import Ledger
from tests.docs.consoles import ROOT
from tests.exports.files import write_file
from tests.imports.builders import seeded


@pytest.fixture
def document(engine: Engine, tmp_path: Path) -> dict[str, Any]:
    """The seeds as one document."""
    seeded(engine)
    with engine.connect() as connection:
        write_file(connection, tmp_path / "seeds.json")
        write_file(connection, tmp_path / "seeds.ndjson")
    found: dict[str, Any] = json.loads((tmp_path / "seeds.json").read_text(encoding="utf-8"))
    return found


def test_the_seeds_are_valid_against_the_schema(document: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(document_schema())
    jsonschema.validate(document, document_schema())
    assert sorted(document) == sorted([*FILES, "talentdb"])


def test_the_schema_refuses_what_export_never_writes(document: dict[str, Any]) -> None:
    for spoilt in (
        {**document, "talentdb": 2},
        {**document, "people": [{**document["people"][0], "person": None}]},
        {**document, "roles": [{**document["roles"][0], "kind": "employed"}]},
        {**document, "names": [{**document["names"][0], "ended": ""}]},
        {**document, "more": []},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoilt, document_schema())


def test_lines_hold_the_same_rows(document: dict[str, Any], tmp_path: Path) -> None:
    lines = (tmp_path / "seeds.ndjson").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    told = [{"table": word, **row} for word in document if word in FILES for row in document[word]]
    assert rows == told


def test_the_schema_in_the_documentation_is_the_one_that_is_shipped() -> None:
    told = (ROOT / "docs" / "ledger.schema.json").read_text(encoding="utf-8")
    assert json.loads(told) == document_schema(), "run `make docs`"


def test_what_is_blank_is_null_and_several_values_are_an_array(
    connection: Connection, tmp_path: Path
) -> None:
    ledger = Ledger(connection)
    ledger.move("Ada Example", None, "Acme", reasons=("a|b", "c"), from_title="")
    write_file(connection, tmp_path / "one.json")
    move = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))["moves"][0]
    assert (move["from"], move["date"], move["from_title"]) == (None, None, None)
    assert move["reasons"] == ["a|b", "c"]


def test_an_empty_ledger_is_a_document_too(connection: Connection, tmp_path: Path) -> None:
    assert write_file(connection, tmp_path / "none.json") == 0
    document = json.loads((tmp_path / "none.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, document_schema())
    assert document["people"] == []
