"""Where is everybody, as of a day?"""

from datetime import date

import pytest
from sqlalchemy import Connection

from tests.builders import Ledger
from tests.queries.asking import TODAY, places


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


@pytest.mark.parametrize(
    ("career", "as_of", "place"),
    [
        ("Acme 2015–now", TODAY, "Acme"),
        ("Acme 2015–u", TODAY, "Acme"),
        ("Acme 2015–2020", TODAY, None),
        ("Acme 2015–2020", date(2019, 1, 1), "Acme"),
        ("Acme 2015–2020", date(2020, 6, 30), "Acme"),
        ("Acme 2015–2020", date(2020, 7, 1), None),
        ("Acme 2015–[2018..]", TODAY, None),
        ("Acme 2015–2020", date(2014, 1, 1), None),
        ("Acme 2015–2020 · Globex 2018–now", TODAY, "Globex"),
        ("Acme 2015–now · Globex 2018–2019", TODAY, "Acme"),
        ("Acme 2015–u · Globex 2018–2019", TODAY, None),
        ("Acme 2015–now · Globex 2018–now", TODAY, "Globex"),
        ("Acme 2015–now · Globex 2018–now", date(2017, 1, 1), "Acme"),
        ("Acme [..2015]–now", TODAY, "Acme"),
        ("Acme ?–now", TODAY, "Acme"),
        ("Acme ?–u", TODAY, None),
        ("Acme ?–u, seen 2020", TODAY, "Acme"),
        ("Acme ?–now · Globex 2010–now", TODAY, "Globex"),
    ],
)
def test_the_latest_begun_spell_that_runs(
    ledger: Ledger, career: str, as_of: date, place: str | None
) -> None:
    ledger.career("Ada Example", career)
    assert places(ledger, as_of).get("Ada") == place


Move = tuple[str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("moves", "as_of", "place"),
    [
        ([("Acme", "Globex", "2020")], TODAY, "Globex"),
        ([("Acme", "Globex", "2020")], date(2019, 12, 31), None),
        ([("Acme", "Globex", None)], TODAY, "Globex"),
        ([("Acme", None, "2020")], TODAY, None),
        ([("Acme", "Globex", "2018"), ("Globex", "Initech", "2020")], TODAY, "Initech"),
        ([("Acme", "Globex", "2018"), ("Globex", "Initech", "2020")], date(2019, 1, 1), "Globex"),
        ([("Acme", "Globex", "2018"), ("Globex", None, "2020")], TODAY, None),
        ([("Acme", "Globex", "2018"), ("Globex", None, None)], TODAY, None),
        ([("Acme", "Globex", "2018"), ("Globex", None, "[2020..]")], TODAY, None),
        ([("Globex", "Acme", "2015"), ("Acme", "Globex", "2018")], TODAY, "Globex"),
    ],
)
def test_where_the_latest_recorded_move_led(
    ledger: Ledger, moves: list[Move], as_of: date, place: str | None
) -> None:
    for move in moves:
        ledger.move("Ada Example", *move)
    assert places(ledger, as_of).get("Ada") == place


@pytest.mark.parametrize("status", ["rumoured", "denied"])
@pytest.mark.parametrize("told", ["Acme 2015–u", "Acme 2015–now", "Acme ?–now", None])
def test_move_that_is_not_sure_leads_nobody_away(
    ledger: Ledger, status: str, told: str | None
) -> None:
    if told:
        ledger.career("Ada Example", told)
    else:
        ledger.move("Ada Example", None, "Acme", "2015")
    ledger.move("Ada Example", "Acme", "Globex", "2020", status=status)
    assert places(ledger)["Ada"] == "Acme"


@pytest.mark.parametrize("told", ["Acme 2015–u", "Acme 2015–2020", "Acme ?–now"])
def test_move_that_is_yet_to_come_leads_nobody_away(ledger: Ledger, told: str) -> None:
    ledger.career("Ada Example", told)
    ledger.move("Ada Example", "Acme", "Globex", "2020")
    assert places(ledger, date(2019, 1, 1))["Ada"] == "Acme"
    assert places(ledger)["Ada"] == "Globex"


@pytest.mark.parametrize("told", ["Facebook 2015–now", "Facebook ?–now", None])
def test_everybody_is_under_the_newest_name(ledger: Ledger, told: str | None) -> None:
    if told:
        ledger.career("Ada Example", told)
    else:
        ledger.move("Ada Example", None, "Facebook", "2015")
    ledger.link("Facebook", "renamed", "Meta")
    assert places(ledger)["Ada"] == "Meta"


@pytest.mark.parametrize("told", ["Facebook ?–now", None])
def test_leaving_under_another_name_is_leaving(ledger: Ledger, told: str | None) -> None:
    ledger.link("Facebook", "renamed", "Meta")
    if told:
        ledger.career("Ada Example", told)
    else:
        ledger.move("Ada Example", None, "Facebook", "2015")
    ledger.move("Ada Example", "Meta", None, "2020")
    assert places(ledger) == {}


def test_side_roles_and_rumours_are_no_place(ledger: Ledger) -> None:
    ledger.role("Ada Example", "Acme", started="2020", ended="..", kind="board")
    ledger.role("Bob Sample", "Acme", ended="..", kind="advisor")
    ledger.role("Cy Instance", "Acme", ended="..", status="rumoured")
    ledger.move("Dee Model", None, "Acme", "2020", status="denied")
    assert places(ledger) == {}
