"""Is any table of cells either problems with right lines or facts, however it is understood?"""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from talentdb.errors import TalentdbError
from talentdb.imports.pipeline import Manner
from talentdb.imports.reading import DELIMITERS
from talentdb.imports.recipe import Recipe, Taken
from talentdb.imports.recipe_files import recipe_in, toml_of
from tests.imports.builders import taken
from tests.imports.tables import DATES, ENDS, PEOPLE, PLACES, SOURCES, TITLES, WILD
from tests.imports.understood import Understood

ANY_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.sampled_from(
    [
        "name",
        "person",
        "company",
        "employer",
        "from",
        "to",
        "joined",
        "left",
        "start",
        "end",
        "position",
        "url",
        "problem",
        "orcid",
    ]
)
CELLS = PEOPLE | PLACES | DATES | ENDS | TITLES | SOURCES | WILD
TABLES = st.lists(st.lists(CELLS, max_size=5), max_size=5)
RECIPES = st.builds(
    Recipe,
    kind=st.sampled_from([None, "roles", "moves", "people"]),
    header=st.booleans(),
    date_format=st.sampled_from([None, "day-first"]),
    blank_end=st.sampled_from(["unknown", "open"]),
    observed=st.sampled_from([None, "2025"]),
    homonyms=st.sampled_from([None, "organisation", "create"]),
    constants=st.sampled_from([{}, {"kind": "advisor"}, {"organisation": "Acme"}]),
    columns=st.sampled_from([{}, {"person": Taken(("#1",))}, {"note": Taken(("#2", "#1"))}]),
    identifiers=st.sampled_from([{}, {"x": Taken(("#1",), placeholders=("", "2020"))}]),
)


def written(header: list[str], table: list[list[str]], delimiter: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([header, *table])
    return stream.getvalue().encode("utf-8", "surrogatepass")


@ANY_FOLDER
@given(st.lists(WORDS, max_size=5), TABLES, st.sampled_from(sorted(DELIMITERS.values())), RECIPES)
def test_any_table_is_problems_or_rows(
    tmp_path: Path, header: list[str], table: list[list[str]], delimiter: str, recipe: Recipe
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(written(header, table, delimiter))
    lines = len(path.read_text(encoding="utf-8", errors="replace").splitlines()) + 1
    try:
        found = Understood(path, recipe)
    except TalentdbError as error:
        assert str(error)
        return
    assert found.rows or found.problems or not table or not recipe.header
    assert all(1 <= problem.line <= lines and problem.message for problem in found.problems)


@ANY_FOLDER
@given(st.binary(max_size=60))
def test_any_bytes_are_problems_or_rows(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"person,organisation\n" + content)
    Understood(path, Recipe())
    path.write_bytes(content)
    try:
        Understood(path, Recipe())
    except TalentdbError as error:
        assert str(error)


@given(recipe=RECIPES)
def test_a_recipe_is_the_same_once_written_and_read(
    tmp_path_factory: pytest.TempPathFactory, recipe: Recipe
) -> None:
    path = tmp_path_factory.mktemp("recipe") / "one.toml"
    path.write_text(toml_of(recipe), encoding="utf-8")
    assert recipe_in(path) == recipe


@settings(ANY_FOLDER, max_examples=40, deadline=None)
@given(table=TABLES, recipe=RECIPES)
def test_what_can_be_taken_is_taken_without_a_traceback(
    engine: Engine, tmp_path: Path, table: list[list[str]], recipe: Recipe
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(written(["name", "company", "from", "to", "url"], table, ","))
    manner = Manner(recipe, skip_problems=True, rejects=tmp_path / "bad.csv")
    try:
        summary = taken(engine, [path], manner=manner)
    except TalentdbError as error:
        assert str(error)
        return
    assert summary.rejected == len({problem.line for problem in summary.problems})
