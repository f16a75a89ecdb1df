"""Is any table of cells either problems with right lines or facts, however it is understood?"""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from talentdb.errors import CsvRefused, TalentdbError
from talentdb.imports.kinds import ALL_KINDS, KINDS
from talentdb.imports.pipeline import Manner, import_files
from talentdb.imports.reading import DELIMITERS
from talentdb.imports.recipe import HAVE_KEYS, Recipe, Taken
from talentdb.imports.recipe_files import recipe_in, toml_of
from talentdb.writes.change_sets import ChangeSet
from tests.examples import examples
from tests.imports.builders import AUTHOR
from tests.imports.tables import DATES, ENDS, PEOPLE, PLACES, ROWS, SOURCES, TITLES, WILD
from tests.imports.understood import Understood

ANY_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
COLUMNS = sorted({column for kind in KINDS.values() for column in kind.columns})
WORDS = st.sampled_from(
    [
        *("name", "company", "employer", "from", "to", "joined", "left", "start", "end"),
        *("position", "url", "problem", "orcid", "person.tags", "source.title", *COLUMNS),
    ]
)
AMOUNTS = st.sampled_from(["5", "1.5m", "-1", "1e3", "10.6", "80%", "USD", "all", "moves", "ratio"])
CELLS = PEOPLE | PLACES | DATES | ENDS | TITLES | SOURCES | AMOUNTS | WILD
TABLES = st.lists(st.lists(CELLS, max_size=5), max_size=5)
ODD = st.sampled_from([False, False, False, True])
KEYED = [{}, {}, {"key": Taken(("#1",))}]
RECIPES = st.builds(
    Recipe,
    kind=st.sampled_from([None, "roles", "moves", "people"]),
    header=st.booleans(),
    date_format=st.sampled_from([None, "day-first"]),
    blank_end=st.sampled_from(["unknown", "open"]),
    observed=st.sampled_from([None, "2025"]),
    homonyms=st.sampled_from([None, "organisation", "create"]),
    constants=st.sampled_from([{}, {"kind": "advisor"}, {"organisation": "Acme"}]),
    columns=st.sampled_from([*KEYED, {"person": Taken(("#1",))}, {"note": Taken(("#2", "#1"))}]),
    identifiers=st.sampled_from([{}, {"x": Taken(("#1",), placeholders=("", "2020"))}]),
)


@st.composite
def files_of_a_kind(draw: st.DrawFn) -> tuple[list[str], list[list[str]], Recipe]:
    """A header, cells that often fit it, and how they are to be understood."""
    kind = draw(st.sampled_from([*sorted(KINDS), "roster"]))
    known = {
        column: cells
        for column, cells in ROWS.get(kind, ROWS["roles"]).items()
        if column in ALL_KINDS[kind].columns
    }
    header = draw(st.permutations(sorted(known)))[: draw(st.integers(1, len(known)))]
    header = list(dict.fromkeys([*ALL_KINDS[kind].never_blank, *header]))
    fitting = [known.get(column, WILD) for column in header]
    row = [cells | WILD if draw(ODD) else cells for cells in fitting]
    days = ["2020", "2021-06-15", "filename"]
    recipe = Recipe(
        kind=kind,
        as_of=draw(st.sampled_from(days)) if kind == "roster" else None,
        homonyms=draw(st.sampled_from([None, "organisation", "create"])),
        columns=draw(st.sampled_from(KEYED)) if kind in HAVE_KEYS else {},
    )
    return header, draw(st.lists(st.tuples(*row).map(list), max_size=5)), recipe


def written(header: list[str], table: list[list[str]], delimiter: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([header, *table])
    return stream.getvalue().encode("utf-8", "surrogatepass")


@settings(ANY_FOLDER, max_examples=examples(50, 50_000))
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
    assert found.plans or found.problems
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


@settings(ANY_FOLDER, max_examples=examples(40, 25_000))
@given(
    found=files_of_a_kind(),
    again=files_of_a_kind(),
    skip=st.booleans(),
    update=st.booleans(),
)
def test_what_can_be_taken_is_taken_without_a_traceback(
    engine: Engine,
    tmp_path: Path,
    found: tuple[list[str], list[list[str]], Recipe],
    again: tuple[list[str], list[list[str]], Recipe],
    skip: bool,
    update: bool,
) -> None:
    path = tmp_path / "list-2021-06-15.csv"
    with engine.connect() as connection:
        for header, table, recipe in (found, again):
            path.write_bytes(written(header, table, ","))
            lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1
            rejects = tmp_path / "bad.csv" if skip else None
            manner = Manner(recipe, skip_problems=skip, rejects=rejects, update=update)
            attempt = connection.begin_nested()
            try:
                summary = import_files(ChangeSet(connection, AUTHOR), [path], manner=manner)
            except TalentdbError as error:
                attempt.rollback()
                problems = error.problems if isinstance(error, CsvRefused) else ()
                assert str(error)
            else:
                problems = summary.problems
                assert summary.rejected == len({problem.line for problem in problems})
            assert all(1 <= problem.line <= lines and problem.message for problem in problems)
        connection.rollback()
