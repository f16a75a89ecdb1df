"""What holds for any files: problems or facts, once is twice, and no order of rows or files."""

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from talentdb.database.engine import open_ledger
from talentdb.errors import CsvRefused, TalentdbError
from talentdb.imports.documents import files_in
from talentdb.imports.kinds import KINDS
from tests.databases import Databases
from tests.imports.builders import SEEDS, content, files, taken
from tests.imports.tables import ROWS, Table, sensible_tables, wild_tables, written

ANY_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def ledgers(databases: Databases) -> Iterator["Ledgers"]:
    ledgers = Ledgers(databases)
    yield ledgers
    ledgers.close()


class Ledgers:
    """A ledger for each example."""

    def __init__(self, databases: Databases) -> None:
        self.databases = databases
        self.opened: list[tuple[str, Engine]] = []

    def new(self) -> tuple[str, Engine]:
        self.close()
        self.opened.append((url := self.databases.ledger(), open_ledger(url, write=True)))
        return url, self.opened[-1][1]

    def close(self) -> None:
        for url, engine in self.opened:
            engine.dispose()
            self.databases.drop(url)
        self.opened.clear()


def test_every_column_is_tried() -> None:
    assert ROWS.keys() == KINDS.keys()


@ANY_FOLDER
@given(wild_tables())
def test_any_cells_are_problems_or_facts(
    ledgers: Ledgers, tmp_path: Path, given_tables: dict[str, Table]
) -> None:
    url, engine = ledgers.new()
    before = content(url)
    texts = {kind: written(table, kind) for kind, table in given_tables.items()}
    try:
        taken(engine, files(tmp_path, texts))
    except CsvRefused as refused:
        assert refused.problems
        assert all(problem.line >= 1 and problem.message for problem in refused.problems)
        assert content(url) == before


@ANY_FOLDER
@given(sensible_tables())
def test_twice_is_once(ledgers: Ledgers, tmp_path: Path, given_tables: dict[str, Table]) -> None:
    url, engine = ledgers.new()
    paths = files(tmp_path, {kind: written(table, kind) for kind, table in given_tables.items()})
    try:
        first = taken(engine, paths)
    except CsvRefused:
        return
    before = content(url)
    second = taken(engine, paths)
    assert (second.change_set, second.unchanged) == (None, first.rows)
    assert content(url) == before


@ANY_FOLDER
@given(sensible_tables(), st.randoms(use_true_random=False))
def test_no_order_matters(
    ledgers: Ledgers, tmp_path: Path, given_tables: dict[str, Table], chance: random.Random
) -> None:
    found = []
    for _ in range(2):
        url, engine = ledgers.new()
        kinds = sorted(given_tables, key=lambda kind: chance.random())
        texts = {kind: written(given_tables[kind], kind) for kind in kinds}
        try:
            taken(engine, files(tmp_path, texts))
            found.append(content(url))
        except TalentdbError:
            found.append({})
        for table in given_tables.values():
            chance.shuffle(table)
    assert found[0] == found[1]


def test_the_seeds_in_reverse_are_the_seeds(ledgers: Ledgers, tmp_path: Path) -> None:
    url, engine = ledgers.new()
    taken(engine, files_in(SEEDS))
    forwards = content(url)
    texts = {}
    for path in reversed(files_in(SEEDS)):
        with path.open(encoding="utf-8", newline="") as file:
            header, *lines = list(csv.reader(file))
        stream = io.StringIO()
        csv.writer(stream).writerows([header, *reversed(lines)])
        texts[path.stem] = stream.getvalue()
    url, engine = ledgers.new()
    taken(engine, files(tmp_path, texts))
    assert content(url) == forwards
