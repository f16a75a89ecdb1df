"""Who left, and where are they now? (metrics.md §8, §11)"""

from datetime import date

import pytest
from sqlalchemy import Connection

from tests.builders import Ledger
from tests.queries.asking import departures


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def test_every_spell_ended_is_a_departure_and_now_at_is_where_they_are(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–2018 · Globex 2018–2020 · Initech 2021–now")
    ledger.career("Bob Sample", "Acme 2015–2019")
    assert departures(ledger) == [
        "Ada left Globex 2020, now at Initech",
        "Bob left Acme 2019, now at ?",
        "Ada left Acme 2018, now at Initech",
    ]


@pytest.mark.parametrize("date", ["2020", "2020-06", None])
@pytest.mark.parametrize("ended", ["2020", "u"])
def test_spell_and_move_at_one_time_are_one_row(
    ledger: Ledger, date: str | None, ended: str
) -> None:
    ledger.career("Ada Example", f"Acme 2015–{ended}")
    ledger.move("Ada Example", "Acme", "Globex", date)
    [row] = departures(ledger)
    day = "2020" if ended == "2020" else date or "?"
    assert row == f"Ada left Acme {day}, now at Globex"


def test_presumed_end_is_by_the_day_on_which_they_had_begun_elsewhere(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–u · Globex 2018–now")
    assert departures(ledger) == ["Ada left Acme [..2018-12-31], now at Globex"]
    assert departures(ledger, as_of=date(2018, 6, 1)) == []
    assert departures(ledger, until="2018") == departures(ledger)
    assert departures(ledger, since="2018") == []
    assert departures(ledger, since="2018", possible=True) == departures(ledger)


def test_unknown_end_alone_is_no_departure(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–u, seen 2017")
    assert departures(ledger) == []


def test_open_role_with_a_move_out_is_one_departure(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–now")
    ledger.move("Ada Example", "Acme", "Globex", "2020")
    assert departures(ledger) == ["Ada left Acme 2020, now at Globex"]


def test_a_move_that_may_come_after_its_sides_merged_is_no_departure(ledger: Ledger) -> None:
    ledger.link("Acme", "merged-into", "Globex", started="2017")
    ledger.career("Ada Example", "Acme 2014–u")
    ledger.role("Ada Example", "Globex", started="[2015-01..]", ended="..")
    ledger.move("Ada Example", "Acme", "Globex", "[2015-01..]")
    assert departures(ledger) == []


@pytest.mark.parametrize("status", ["rumoured", "denied"])
@pytest.mark.parametrize("ended", ["u", "now"])
def test_move_that_is_not_sure_is_no_departure(ledger: Ledger, status: str, ended: str) -> None:
    ledger.career("Ada Example", f"Acme 2015–{ended}")
    ledger.career("Bob Sample", "Acme 2015–2018")
    for person in ("Ada Example", "Bob Sample"):
        ledger.move(person, "Acme", "Globex", "2020", status=status)
    assert departures(ledger) == ["Bob left Acme 2018, now at ?"]


@pytest.mark.parametrize(
    ("ended", "as_of", "left"),
    [
        ("2020", date(2020, 7, 1), True),
        ("2020", date(2020, 6, 30), False),
        ("2020-06-30", date(2020, 6, 30), True),
        ("2020-06-30", date(2020, 6, 29), False),
        ("[2019..2020]", date(2020, 1, 1), True),
        ("[2020..]", date(2020, 1, 1), True),
        ("[2020..]", date(2019, 12, 31), False),
        ("[..2020]", date(2020, 12, 31), True),
        ("[..2020]", date(2020, 12, 30), False),
    ],
)
def test_spell_has_ended_once_its_middle_day_has_come(
    ledger: Ledger, ended: str, as_of: date, left: bool
) -> None:
    ledger.career("Ada Example", f"Acme 2015–{ended}")
    expected = [f"Ada left Acme {ended}, now at ?"] if left else []
    assert departures(ledger, as_of=as_of) == expected


def test_nobody_moves_out_after_the_day_asked_about(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Acme", "Globex", "2024")
    ledger.move("Bob Sample", "Acme", "Globex", "2019")
    ledger.career("Cy Instance", "Acme 2015–u")
    ledger.move("Cy Instance", "Acme", "Globex", "2024")
    assert departures(ledger, as_of=date(2020, 1, 1)) == ["Bob left Acme 2019, now at Globex"]


def test_named_organisation_takes_its_parts_and_moves_inside_it_fall_away(ledger: Ledger) -> None:
    ledger.link("Lab", "part-of", "Meta", "2010")
    ledger.career("Ada Example", "Lab 2015–2018 · Meta 2018–2020 · Acme 2020–now")
    ledger.move("Bob Sample", "Lab", "Meta", "2019")
    assert departures(ledger, organisation="Meta") == ["Ada left Meta 2020, now at Acme"]
    assert departures(ledger, organisation="Lab", exact=True) == [
        "Bob left Lab 2019, now at Meta",
        "Ada left Lab 2018, now at Acme",
    ]


def test_departures_are_narrowed_by_where_to(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–2018 · Globex 2018–2019 · Initech 2019–now")
    ledger.move("Bob Sample", "Acme", "Globex", "2018")
    assert departures(ledger, organisation="Acme", to="Globex") == [
        "Ada left Acme 2018, now at Initech",
        "Bob left Acme 2018, now at Globex",
    ]


def test_departures_are_dated_by_the_end(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–2018")
    ledger.career("Bob Sample", "Acme 2015–2018-06")
    window = {"since": "2018-06", "until": "2018-06"}
    assert departures(ledger, **window) == ["Bob left Acme 2018-06, now at ?"]
    assert len(departures(ledger, **window, possible=True)) == 2
