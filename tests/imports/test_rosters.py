"""Does a roster open, keep and end the roles that it should, whatever came before it?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from talentdb.database.engine import open_ledger
from tests.databases import Databases
from tests.imports.builders import content, imported
from tests.imports.roster_cases import CASES
from tests.imports.rosters import held, listed, staff

ANY_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
HEADER = ("person", "organisation", "title", "started", "ended", "kind")


@contextmanager
def ledger(databases: Databases) -> Iterator[tuple[str, Engine]]:
    """A ledger of its own."""
    url = databases.ledger()
    engine = open_ledger(url, write=True)
    yield url, engine
    engine.dispose()
    databases.drop(url)


def record(engine: Engine, folder: Path, role: str) -> None:
    """Imports a role of Ada at Acme, given as title, start, end and kind."""
    if role:
        cells = ["Ada Example", "Acme", *role.split(",")]
        lines = [",".join(HEADER[: len(cells)]), ",".join(cells)]
        imported(engine, folder, roles="\n".join(lines) + "\n")


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_rosters_in_any_order_make_these_roles(
    databases: Databases, tmp_path: Path, case: tuple[str, dict[str, str], list[str]]
) -> None:
    recorded, rosters, expected = case
    days = list(rosters)
    for order in {tuple(days), tuple(reversed(days)), tuple([*days[-1:], *days[:-1]])}:
        with ledger(databases) as (_, engine):
            record(engine, tmp_path, recorded)
            for day in order:
                listed(engine, tmp_path, day, staff(rosters[day]))
            assert held(engine) == expected, order


ROWS = st.sets(
    st.builds(
        "{} {} @{}".format,
        st.sampled_from(["Ada", "Bob"]),
        st.sampled_from(["", "Engineer", "Lead"]),
        st.sampled_from(["Acme", "Acme", "Globex"]),
    ),
    min_size=1,
    max_size=4,
)
DAYS = ("2020", "2021-06", "2022-06-30", "2023")
BEFORE = st.sampled_from(
    ["", "Engineer,2019-05,now", "Lead,2021,2022", ",2018,2020", "Engineer,2021-01,,advisor"]
)


@settings(ANY_FOLDER, max_examples=5)  # tests/writes/test_presences.py tries many
@given(st.fixed_dictionaries(dict.fromkeys(DAYS, ROWS)), BEFORE, st.permutations(DAYS))
def test_no_order_of_rosters_matters(
    databases: Databases,
    tmp_path: Path,
    rosters: dict[str, set[str]],
    recorded: str,
    order: list[str],
) -> None:
    found = []
    for days in (list(DAYS), order):
        with ledger(databases) as (url, engine):
            record(engine, tmp_path, recorded)
            for day in days:
                listed(engine, tmp_path, day, staff(", ".join(sorted(rosters[day]))))
            found.append((held(engine), content(url)))
    assert found[0][0] == found[1][0]
    assert found[0][1] == found[1][1]
