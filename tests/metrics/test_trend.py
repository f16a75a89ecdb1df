"""How do arrivals and departures change over time? (metrics.md §14)"""

from typing import Any

import pytest
from sqlalchemy import Connection

from talentdb.metrics.trend import Counted, result, statement
from tests.builders import Ledger
from tests.queries.asking import asked

DATES = ("2019-11", "2020-01-31", "2020-02", "2020-06", "2022", "[2019-12..2020-01]", None)


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    for number, date in enumerate(DATES):
        ledger.move(f"Person{number}", "Acme", "Globex", date)
    return ledger


def trend(ledger: Ledger, by: str, **options: Any) -> dict[str | None, tuple[int, int, int]]:
    rows = ledger.connection.execute(statement(asked(ledger, **options), by))
    return {row.period: row[2:] for row in result((Counted(*row) for row in rows), by)}


def test_move_counts_in_a_year_if_all_of_its_date_lies_there(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Globex", "Acme", "2020")
    assert trend(ledger, "year", organisation="Globex") == {
        "2019": (1, 0, 1),
        "2020": (3, 1, 2),
        "2021": (0, 0, 0),
        "2022": (1, 0, 1),
        None: (2, 0, 2),
    }


def test_quarters_and_months_are_edtf(ledger: Ledger) -> None:
    quarters = trend(ledger, "quarter", organisation="Globex")
    assert list(quarters) == ["2019-36", "2020-33", "2020-34", None]
    assert quarters["2020-33"] == (2, 0, 2)
    assert quarters[None] == (3, 0, 3)
    months = trend(ledger, "month", organisation="Acme")
    assert list(months)[:3] == ["2019-11", "2019-12", "2020-01"]
    assert months["2019-12"] == (0, 0, 0)
    assert months["2020-01"] == (0, 1, -1)
    assert list(months)[-2:] == ["2020-06", None]


def test_window_keeps_what_is_certain(ledger: Ledger) -> None:
    window = {"since": "2020", "until": "2021"}
    assert trend(ledger, "year", organisation="Globex", **window) == {
        "2020": (3, 0, 3),
        None: (0, 0, 0),
    }


def test_person_counts_once_a_pair_and_period(ledger: Ledger) -> None:
    ledger.move("Person1", "Acme", "Globex", "2020-12")
    assert trend(ledger, "year", organisation="Globex")["2020"] == (4, 0, 4)
    found = trend(ledger, "year", organisation="Globex", unique_people=True)
    assert (found["2019"], found["2020"]) == ((1, 0, 1), (3, 0, 3))


def test_net_of_all_organisations_is_nothing_in_every_period(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Globex", "Initech", "2020-05")
    ledger.move("Bob Sample", None, "Initech", "2020-05")
    rows = ledger.connection.execute(statement(asked(ledger), "month"))
    sums: dict[str | None, int] = {}
    for row in result((Counted(*row) for row in rows), "month"):
        sums[row.period] = sums.get(row.period, 0) + row.net
    assert set(sums.values()) == {0}
