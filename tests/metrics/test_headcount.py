"""How many are there on a day, how long do they stay, which part leaves? (metrics.md §10–11)"""

from datetime import date

import pytest
from sqlalchemy import Connection

from tests.builders import Ledger
from tests.metrics.lasting import Question


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def heads(ledger: Ledger, where: str, *days: date, dates: str = "outer") -> list[tuple[int, int]]:
    rows = Question(ledger, where, dates=dates).headcounts(*days)
    found = {row.date: (row.people, row.possible) for row in rows}
    return [found.get(day, (0, 0)) for day in days]


@pytest.mark.parametrize(
    ("career", "on"),
    [
        ("Acme 2015–2016", {"2014-12-31": 0, "2015-01-01": 1, "2016-12-31": 1, "2017-01-01": 0}),
        ("Acme [..2015-06]–now", {"2015-06-29": "?", "2015-06-30": 1, "2025-12-31": 1}),
        ("Acme 2015–[2016..]", {"2016-01-01": 1, "2016-01-02": "?", "2025-01-01": "?"}),
        ("Acme 2015–u, seen 2016", {"2016-12-31": 1, "2017-01-01": "?"}),
        ("Acme 2015–u · Globex 2016-06–now", {"2016-06-30": 1, "2016-07-01": 0}),
        ("Acme 2015–now", {"2014-12-31": 0, "2026-01-01": 1}),
    ],
)
def test_whoever_certainly_or_possibly_runs_on_a_day(
    ledger: Ledger, career: str, on: dict[str, int | str]
) -> None:
    ledger.career("Ada Example", career)
    days = [date.fromisoformat(day) for day in on]
    expected = [{0: (0, 0), 1: (1, 0), "?": (0, 1)}[presence] for presence in on.values()]
    assert heads(ledger, "Acme", *days) == expected


def test_middle_and_inner_days_count_fewer(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–2016")
    days = date(2015, 7, 1), date(2015, 7, 2), date(2016, 1, 1), date(2016, 7, 1), date(2016, 7, 2)
    for how, expected in (("middle", [0, 1, 1, 1, 0]), ("inner", [0, 0, 1, 0, 0])):
        assert [people for people, _ in heads(ledger, "Acme", *days, dates=how)] == expected


def test_a_person_at_two_parts_is_one_and_a_part_counts_from_its_day_on(ledger: Ledger) -> None:
    ledger.link("Globex Research", "part-of", "Globex", "2018")
    ledger.link("Globex Robotics", "part-of", "Globex", "2010")
    ledger.role("Ada Example", "Globex Research", started="2015", ended="..")
    ledger.role("Ada Example", "Globex Robotics", started="2019", ended="..")
    days = date(2017, 12, 31), date(2018, 1, 1), date(2020, 1, 1)
    assert heads(ledger, "Globex", *days) == [(0, 0), (1, 0), (1, 0)]


def test_a_later_start_is_not_heard_of_before_the_day_asked_about(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–u · Globex 2018–now")
    early = Question(ledger, "Acme", date(2017, 1, 1), dates="outer")
    assert [row[2:] for row in early.headcounts(date(2017, 1, 1))] == [(0, 1)]
    assert heads(ledger, "Acme", date(2017, 1, 1)) == [(1, 0)]


def test_tenure_of_those_gone_and_of_all(ledger: Ledger) -> None:
    for number, career in enumerate(
        (
            "Acme 2020-01-01–2020-04-10",
            "Acme 2020-01-01–2020-07-19",
            "Acme 2020-01-01–now",
            "Acme 2020-01-01–now",
            "Acme 2020-01-01–u, seen 2020-02-01",
            "Acme 2020-01-01–u · Globex 2020-10-27–now",
        )
    ):
        ledger.career(f"Person{number} Example", career)
    (row,) = Question(ledger, "Acme").tenure()
    assert row[1:6] == (6, 3, 2, 1, 200.0)
    # after 100 days 4/5, after 200 3/5, after 300 2/5
    assert row.survival_median_days == 300


def test_attrition_sets_departures_against_the_mean_of_thirteen_days(ledger: Ledger) -> None:
    for number in range(13):
        ledger.career(f"Person{number} Example", "Acme 2015–now")
    ledger.career("Ada Example", "Acme 2015–2025-01-01")
    ledger.career("Bob Sample", "Acme 2015–2025-01-02")
    ledger.career("Cy Instance", "Acme 2015–u · Globex 2025-05-05–now")
    ledger.career("Dee Model", "Acme 2015–u")
    (row,) = Question(ledger, "Acme").attrition()
    # Bob is there on the first of the thirteen days, Ada too; Cy on five; Dee's end is not known.
    assert (row.departures, row.unknown) == (2, 1)
    assert row.average_headcount == pytest.approx((13 * 13 + 1 + 1 + 5) / 13)
    assert row.attrition == pytest.approx(2 / row.average_headcount)


def test_whoever_passes_to_another_part_has_not_left(ledger: Ledger) -> None:
    for part in ("Globex Research", "Globex Robotics"):
        ledger.link(part, "part-of", "Globex", "2010")
    ledger.role("Ada Example", "Globex Research", started="2015", ended="2025-05")
    ledger.role("Ada Example", "Globex Robotics", started="2025-06", ended="..")
    (whole,) = Question(ledger, "Globex").attrition()
    assert (whole.departures, whole.attrition) == (0, 0)
    (lab,) = Question(ledger, "Globex Research").attrition()
    assert lab.departures == 1
