"""Does what was exported, read into an empty ledger, export as the same bytes?"""

import shlex
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from talentdb.database.engine import open_ledger
from talentdb.errors import RuleBroken
from talentdb.exports.csv import export_directory
from talentdb.imports.documents import files_in
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.writes.names import add_identifier
from tests.builders import changing
from tests.databases import Databases
from tests.exports.files import write_file
from tests.exports.ledgers import ledgers, told
from tests.imports.builders import SEEDS, taken

DOCUMENT = "ledger.json"
ANY_FOLDER = settings(suppress_health_check=list(HealthCheck), max_examples=25)


def exported(url: str, folder: Path) -> dict[str, bytes]:
    """The files of a ledger, by their names, and the one document that says the same."""
    engine = open_ledger(url)
    try:
        with engine.connect() as connection:
            export_directory(connection, folder, replace=True)
            write_file(connection, folder / DOCUMENT)
    finally:
        engine.dispose()
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def read_back(databases: Databases, folder: Path, through: str = "csv") -> dict[str, bytes]:
    """The files of a new ledger that holds what these files say, or this document."""
    url = databases.ledger()
    engine = open_ledger(url, write=True)
    try:
        taken(engine, files_in(folder if through == "csv" else folder / DOCUMENT))
        return exported(url, folder.with_name("again"))
    finally:
        engine.dispose()
        databases.drop(url)


def test_the_seeds_come_back_byte_for_byte(databases: Databases, tmp_path: Path) -> None:
    files = read_back(databases, copy_of_seeds(tmp_path))
    document = files.pop(DOCUMENT)
    (tmp_path / "seeds" / DOCUMENT).write_bytes(document)
    assert read_back(databases, tmp_path / "seeds", "json") == {**files, DOCUMENT: document}
    assert files == {path.name: path.read_bytes() for path in SEEDS.glob("*.csv")}


def copy_of_seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for path in SEEDS.glob("*.csv"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def follow(engine: Engine, advice: str) -> None:
    """Gives identifiers as a refusal says."""
    nouns = {noun.word: noun for noun in (PERSON, ORGANISATION)}
    lines = [shlex.split(line)[-2:] for line in advice.splitlines()[1:]]
    with engine.begin() as connection, changing(connection) as change:
        for record, mark in lines:
            word, id = record.split(":")
            add_identifier(change, nouns[word], int(id), mark)


@ANY_FOLDER
@given(ledgers(), st.sampled_from(["csv", "json"]))
def test_export_and_import_are_inverse(
    databases: Databases, tmp_path: Path, statements: list[tuple[str, dict[str, Any]]], through: str
) -> None:
    url = databases.ledger()
    engine = open_ledger(url, write=True)
    try:
        with engine.begin() as connection:
            told(connection, statements)
        try:
            files = exported(url, tmp_path / "first")
        except RuleBroken as refused:
            follow(engine, str(refused))
            event("exported once the advice was followed")
            files = exported(url, tmp_path / "first")
        assert read_back(databases, tmp_path / "first", through) == files
    finally:
        engine.dispose()
        databases.drop(url)
