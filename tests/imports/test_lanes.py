"""Do rows written as columns of numbers become just what they become one by one?

`imports/plain.py` is the fast lane; every row may take the slow one, through `writes/roles.py`.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from talentdb.errors import CsvRefused, TalentdbError
from talentdb.imports import csv as reading
from talentdb.imports.pipeline import Manner, import_files
from talentdb.imports.recipe import Recipe
from talentdb.imports.summary import Summary
from talentdb.writes.change_sets import ChangeSet
from tests.imports.builders import AUTHOR, files, told_by
from tests.imports.tables import Table

# Who is there before: two who share a name, one with an alias, and one whose alias is a name.
GROUND = {
    "people": "person,identifiers\nWei Zhang,x:1\nWei Zhang,x:2\nAda Example,\nBob Sample,x:3\n",
    "organisations": "organisation\nAcme\nGlobex\n",
    "names": "of,name\nAda Example,Ada Sample\nBob Sample,Ada Sample\nAcme,Acme Labs\n",
    "roles": "person,organisation\nx:1,Acme\n",
    "sources": "source,url\nmemo,\nletter,\n,https://example.org/a\n",
}


def cells(often: list[str], rarely: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(often * 6 + rarely)


# The rare ones are problems, or mean somebody or something by another word.
CELLS: Mapping[str, st.SearchStrategy[str]] = {
    "person": cells(
        ["Ada Example", "Cleo New", "Wei Zhang", "x:1"],
        ["ada example", "Ada Sample", "x:2", "x:3", "x:9", "person:1", "person:99", ""],
    ),
    "organisation": cells(["Acme"], ["Acme Inc.", "Acme Labs", "Globex", "Hooli", "lei:1"]),
    "title": cells(["", "Chief"], ["chief", "Ché-f"]),
    "kind": cells(["", "employment"], ["Advisor", "other"]),
    "started": cells(
        ["", "2020", "2020-06"], ["2020-06-15", "[..2020]", "[2019..]", "2021", "June 2020"]
    ),
    "ended": cells(
        ["", "2022", "now"],
        ["2022-03", "[2022..]", "..", "present", "?", "2019", "2020-06", "-"],
    ),
    "seen": cells(["", "2021"], ["2022-01", "2021-05"]),
    "status": cells([""], ["rumoured", "denied"]),
    "note": cells([""], ["one", "two", "\x00"]),
    "source": cells(
        ["", "memo", "memo | letter", "letter"],
        ["https://example.org/a", "https://www.example.org/b/ | memo", "source:99"],
    ),
}
# What two rows about the same most often say otherwise.
OTHERWISE = st.lists(
    st.sampled_from([*["source", "started", "ended"] * 4, *CELLS]), max_size=2, unique=True
)
ROWS = st.fixed_dictionaries(dict(CELLS))
BESIDES = {
    "people": "person,identifiers\nCleo New,x:9\nWei Zhang,x:7\nAda Example,x:8\n",
    "names": "of,name\nCleo New,Ada Example\n",
    "moves": "person,from,to,to_title,date\nAda Example,Acme,Globex,Chief,2021\n"
    "Cleo New,Hooli,Globex,,2020\n",
    "citations": "fact,source\nrole|Ada Example|Acme|Chief|employment|2020,memo\n",
}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Rows of roles, many of which are about the same."""
    rows = draw(st.lists(ROWS, min_size=1, max_size=2))
    for _ in range(draw(st.integers(1, 5))):
        row = dict(draw(st.sampled_from(rows)))
        for column in draw(OTHERWISE):
            row[column] = draw(CELLS[column])
        rows.append(row)
    return draw(st.permutations(rows))


COLUMNS = st.just(tuple(CELLS)) | st.lists(
    st.sampled_from([name for name in CELLS if name not in ("person", "organisation")]),
    unique=True,
).map(lambda some: ("person", "organisation", *some))
RECIPES = st.builds(
    Recipe,
    kind=st.just(None),
    blank_end=st.sampled_from(["unknown", "unknown", "open"]),
    observed=st.sampled_from([None, None, "2022-02"]),
    date_format=st.sampled_from([None, None, "day-first"]),
    homonyms=st.sampled_from([None, "organisation", "create"]),
)
MANNERS = st.builds(
    Manner, RECIPES, skip_problems=st.booleans(), update=st.sampled_from([False, False, True])
)


def written(table: Table, columns: Sequence[str]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(table)
    return stream.getvalue()


@dataclass(frozen=True)
class Case:
    """Files of roles, some imported before, and what else is imported beside them."""

    before: list[Table]
    rows: list[Table]
    besides: list[str]
    columns: tuple[str, ...]
    manner: Manner


CASES = st.builds(
    Case,
    before=st.lists(tables(), max_size=1),
    rows=st.lists(tables(), min_size=1, max_size=2),
    besides=st.lists(st.sampled_from(sorted(BESIDES)), max_size=2, unique=True),
    columns=COLUMNS,
    manner=MANNERS,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=CASES)
def test_both_lanes_come_to_the_same(engine: Engine, tmp_path: Path, case: Case) -> None:
    fast, slow = lanes(engine, tmp_path, case)
    assert fast == slow


def lanes(engine: Engine, folder: Path, case: Case) -> tuple[Any, Any]:
    """What a case comes to, with both lanes and without the fast one."""
    ground = files(folder / "ground", GROUND)
    tables = {f"known-{n}": one for n, one in enumerate(case.before)}
    known = files(folder, {name: written(one, case.columns) for name, one in tables.items()})
    tables = {f"roles-{n}": one for n, one in enumerate(case.rows)}
    texts = {name: written(one, case.columns) for name, one in tables.items()}
    asked = files(folder, {**texts, **{kind: BESIDES[kind] for kind in case.besides}})
    with engine.connect() as connection:
        taken(connection, ground, Manner())
        taken(connection, known, Manner(skip_problems=True))
        fast = come_to(connection, asked, case.manner)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(reading, "fits_table", lambda plan: False)
            slow = come_to(connection, asked, case.manner)
        connection.rollback()
    return fast, slow


def come_to(connection: Connection, paths: Sequence[Path], manner: Manner) -> Any:
    """What the files came to: the summary and the content, or the problems; then taken back."""
    savepoint = connection.begin_nested()
    try:
        summary = taken(connection, paths, manner)
        # On PostgreSQL ids are not given out again.
        said = {**vars(summary), "change_set": summary.change_set is not None}
        return said, told_by(connection)
    except CsvRefused as refused:
        return refused.problems
    except TalentdbError as error:
        return str(error)
    finally:
        savepoint.rollback()


def taken(connection: Connection, paths: Sequence[Path], manner: Manner) -> Summary:
    return import_files(ChangeSet(connection, AUTHOR), paths, manner=manner)
