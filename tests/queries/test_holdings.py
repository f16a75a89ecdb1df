"""Is what the ledger does not hold left out of a question without changing its answer?"""

from typing import Any

import pytest
from sqlalchemy import Connection

from talentdb.queries.holdings import a_twin, link_kinds
from tests.builders import Ledger
from tests.queries.asking import details, flows


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme 2015–2017 · Globex 2018–now")
    ledger.career("Bob Sample", "Acme 2015–u · Globex 2018–now")
    ledger.move("Cy Test", "Acme", "Globex", "2019")
    ledger.move("Dee Model", "Globex", None, "2019", status="rumoured")
    return ledger


def held(ledger: Ledger) -> dict[str, Any]:
    """What a command finds that the ledger holds."""
    kinds = tuple(ledger.connection.execute(link_kinds()).scalars())
    return {"linked": kinds, "twinned": ledger.connection.scalar(a_twin()) is not None}


def assert_same_answers(ledger: Ledger) -> None:
    for options in ({}, {"organisation": "Globex", "rollup": "parents"}, {"since": "2018"}):
        assert details(ledger, **options, **held(ledger)) == details(ledger, **options)
        assert flows(ledger, True, **options, **held(ledger)) == flows(ledger, True, **options)


def test_nothing_is_looked_up_in_a_ledger_without_links_and_twins(ledger: Ledger) -> None:
    assert held(ledger) == {"linked": (), "twinned": False}
    assert_same_answers(ledger)


@pytest.mark.parametrize(
    "link",
    [
        ("Acme", "renamed", "Initech"),
        ("Acme", "merged-into", "Initech"),
        ("Acme", "part-of", "Initech"),
        ("Globex", "split-from", "Acme"),
        ("Acme", "acquired", "Globex"),
    ],
)
def test_links_that_are_there_are_followed(ledger: Ledger, link: tuple[str, str, str]) -> None:
    ledger.link(*link)
    assert held(ledger)["linked"] == (link[1],)
    assert_same_answers(ledger)


def test_twins_that_are_there_are_told_once(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Acme", "Globex", "2018")
    assert held(ledger)["twinned"]
    assert len(details(ledger, person="Ada Example", **held(ledger))) == 1
    assert_same_answers(ledger)
