"""Do rows that are told as numbers hold what these mean, in the order in which they are told?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection, Integer, column, inspect, select

from talentdb.database.told import Meant, load_told, numbers_told, rows_of, telling
from talentdb.schema import change_sets, people, roles
from tests.builders import Ledger

DAYS = {1: ("2020", "2020-01-01", "2020-12-31"), 2: ("[..2021]", None, "2021-12-31")}
TITLES: Mapping[int, tuple[Any, ...]] = {1: ("Chief",), 7: ("it's 100% :odd",)}
COLUMNS = ("person_id", "organisation_id", "title", "started")
MEANT = {
    "title": Meant(("title",), TITLES),
    "started": Meant(("started", "started_earliest", "started_latest"), DAYS),
}


@pytest.fixture
def same(connection: Connection) -> dict[str, int | str]:
    """Two people at one place, and what else every role has."""
    ledger = Ledger(connection)
    for name in ("Ada", "Ben"):
        ledger.person(name)
    ledger.organisation("Acme")
    change = connection.scalars(select(change_sets.c.id)).first()
    assert change is not None
    return {"kind": "employment", "change_set_id": change}


def test_a_number_is_itself_or_what_it_stands_for(
    connection: Connection, same: dict[str, int | str]
) -> None:
    told = np.array([[1, 1, 1, 1], [2, 1, 7, 0], [1, 1, 0, 2]])
    ids = load_told(connection, roles, COLUMNS, MEANT, [told], same)
    found = connection.execute(select(roles).order_by(roles.c.id)).all()
    assert [row.id for row in found] == list(ids)
    assert [(row.person_id, row.title, row.started) for row in found] == [
        (1, "Chief", "2020"),
        (2, "it's 100% :odd", None),
        (1, None, "[..2021]"),
    ]
    assert [row.started_latest for row in found] == [date(2020, 12, 31), None, date(2021, 12, 31)]
    assert {(row.kind, row.ended, row.change_set_id) for row in found} == {
        ("employment", None, same["change_set_id"])
    }


@pytest.mark.parametrize("count", [0, 1, 4, 399, 400, 401, 2461])
def test_all_are_in_and_in_order(
    connection: Connection, same: dict[str, int | str], count: int
) -> None:
    columns = (np.arange(count) % 2 + 1, np.ones(count, dtype=np.int8), np.arange(count) % 9)
    some = {"title": MEANT["title"]}
    ids = load_told(connection, roles, COLUMNS[:3], some, rows_of(columns), same)
    assert len(ids) == count
    found = connection.execute(select(roles.c.id, roles.c.person_id, roles.c.title))
    expected = [
        (id, number % 2 + 1, TITLES.get(number % 9, (None,))[0]) for number, id in enumerate(ids)
    ]
    assert sorted(map(tuple, found)) == expected


def test_nothing_temporary_is_left(connection: Connection, same: dict[str, int | str]) -> None:
    for _ in range(2):
        load_told(connection, roles, COLUMNS, MEANT, [np.array([[1, 1, 1, 1]])], same)
    assert not inspect(connection).get_temp_table_names()


def test_nothing_told_makes_nothing(connection: Connection) -> None:
    told = numbers_told("told_people", "number")
    name = column("number", Integer)
    with telling(connection, told, people, {"name": name}, told) as tell:
        tell(np.zeros((0, 1), dtype=np.int64))
    assert not connection.execute(select(people.c.id)).all()
