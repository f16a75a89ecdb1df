"""Who joined, and from where? (metrics.md §11)"""

from datetime import date

import pytest
from sqlalchemy import Connection

from tests.builders import Ledger
from tests.queries.asking import arrivals


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def test_every_spell_begun_is_an_arrival_whether_or_not_it_is_a_move(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–2018 · Acme 2020–2022 · Globex 2022–now")
    ledger.career("Bob Sample", "Globex Engineer 2019–2020 · Globex Lead 2020–now")
    assert arrivals(ledger) == [
        "Ada joined Globex 2022 from Acme",
        "Ada joined Acme 2020 from ?",
        "Bob joined Globex 2019 from ?",
        "Ada joined Acme 2015 from ?",
    ]


@pytest.mark.parametrize("date", ["2020", "2020-06", None])
def test_spell_and_move_at_one_time_are_one_row(ledger: Ledger, date: str | None) -> None:
    ledger.career("Ada Example", "Acme 2015–2020 · Globex 2020–now")
    ledger.move("Ada Example", "Acme", "Globex", date)
    assert arrivals(ledger, organisation="Globex") == ["Ada joined Globex 2020 from Acme"]


def test_move_says_where_from_where_no_spell_does(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Globex 2020–now")
    ledger.move("Ada Example", "Acme", "Globex", "2020-03")
    assert arrivals(ledger) == ["Ada joined Globex 2020 from Acme"]


def test_move_without_a_spell_is_an_arrival(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Globex 2020–now")
    ledger.move("Ada Example", "Acme", "Globex", "2012")
    ledger.move("Bob Sample", None, "Globex", None)
    assert arrivals(ledger) == [
        "Ada joined Globex 2020 from ?",
        "Ada joined Globex 2012 from Acme",
        "Bob joined Globex ? from ?",
    ]


@pytest.mark.parametrize("status", ["rumoured", "denied"])
def test_move_that_is_not_sure_is_no_arrival_and_tells_a_spell_nothing(
    ledger: Ledger, status: str
) -> None:
    ledger.career("Ada Example", "Globex 2020–now")
    ledger.move("Ada Example", "Acme", "Globex", "2020", status=status)
    ledger.move("Bob Sample", "Acme", "Globex", "2020", status=status)
    assert arrivals(ledger) == ["Ada joined Globex 2020 from ?"]


def test_named_organisation_takes_its_parts_and_moves_inside_it_fall_away(ledger: Ledger) -> None:
    ledger.link("Lab", "part-of", "Meta", "2010")
    ledger.link("Team", "part-of", "Meta", "2010")
    ledger.career("Ada Example", "Acme 2015–2018 · Lab 2018–2020 · Team 2020–2022 · Meta 2022–now")
    ledger.move("Bob Sample", "Lab", "Team", "2020")
    assert arrivals(ledger, organisation="Meta") == ["Ada joined Meta 2018 from Acme"]
    assert arrivals(ledger, organisation="Meta", exact=True) == ["Ada joined Meta 2022 from Team"]
    assert arrivals(ledger, organisation="Team", exact=True) == [
        "Ada joined Team 2020 from Lab",
        "Bob joined Team 2020 from Lab",
    ]


def test_merger_brings_nobody(ledger: Ledger) -> None:
    ledger.link("Instagram", "merged-into", "Meta", "2020")
    ledger.career("Ada Example", "Instagram 2015–2020-06 · Meta 2020-06–now")
    assert arrivals(ledger, organisation="Meta") == []
    assert arrivals(ledger) == ["Ada joined Instagram 2015 from ?"]
    assert len(arrivals(ledger, rollup="none")) == 2


def test_arrivals_are_dated_by_the_start(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2018–2020")
    ledger.career("Bob Sample", "Acme 2019–2020")
    ledger.career("Cy Instance", "Acme 2018-06–2020")
    window = {"since": "2018-06", "until": "2018"}
    assert arrivals(ledger, **window) == ["Cy joined Acme 2018-06 from ?"]
    assert len(arrivals(ledger, **window, possible=True)) == 2


def test_nothing_begins_after_the_day_asked_about(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2018–2020 · Globex 2024–now")
    ledger.move("Bob Sample", "Acme", "Globex", "2024")
    ledger.move("Cy Instance", "Acme", "Globex", "2019")
    ledger.move("Dee Model", "Acme", "Globex")
    assert arrivals(ledger, as_of=date(2020, 1, 1)) == [
        "Cy joined Globex 2019 from Acme",
        "Ada joined Acme 2018 from ?",
        "Dee joined Globex ? from Acme",
    ]


def test_arrivals_are_narrowed_by_person_and_where_from(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–2018 · Globex 2018–now")
    ledger.career("Bob Sample", "Initech 2015–2018 · Globex 2018–now")
    assert arrivals(ledger, from_="Acme") == ["Ada joined Globex 2018 from Acme"]
    assert len(arrivals(ledger, person="Bob Sample")) == 2


def test_side_roles_are_no_arrivals(ledger: Ledger) -> None:
    ledger.role("Ada Example", "Acme", started="2020", kind="advisor")
    assert arrivals(ledger) == []


def test_a_move_to_the_whole_tells_where_somebody_came_from_to_a_part(ledger: Ledger) -> None:
    ledger.link("Globex Research", "part-of", "Globex", "2010")
    ledger.role("Ada Example", "Globex Research", started="2020-05")
    ledger.move("Ada Example", "Acme", "Globex", "2020-05")
    expected = ["Ada joined Globex Research 2020-05 from Acme"]
    assert arrivals(ledger, organisation="Globex Research") == expected
    assert arrivals(ledger) == expected
