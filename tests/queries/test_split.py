"""When is a move from a split organisation to a successor none? (metrics.md §5)"""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from tests.builders import Ledger
from tests.queries.asking import moves, net


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    ledger.link("Successor", "split-from", "Whole", "2020-06")
    return ledger


@pytest.mark.parametrize(
    ("moved", "counts"),
    [
        ("2019", True),
        ("2020-05-31", True),
        ("2020", False),
        ("2020-06-01", False),
        ("2024", False),
        ("[2019..]", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("rollup", ["none", "renames", "parents"])
def test_following_a_split_is_no_move(
    ledger: Ledger, moved: str | None, counts: bool, rollup: str
) -> None:
    ledger.move("Ada Example", "Whole", "Successor", moved)
    assert bool(moves(ledger, rollup=rollup)) is counts
    assert bool(net(ledger, rollup=rollup)) is counts


def test_undated_move_before_a_split_that_is_yet_to_come_counts(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Whole", "Successor")
    assert len(moves(ledger, as_of=date(2020, 1, 1))) == 1


@pytest.mark.parametrize(
    ("origin", "goal"), [("Successor", "Whole"), ("Acme", "Successor"), ("Whole", "Acme")]
)
def test_split_never_replaces(ledger: Ledger, origin: str, goal: str) -> None:
    ledger.move("Ada Example", origin, goal, "2024")
    assert moves(ledger) == moves(ledger, rollup="parents") == [f"Ada: {origin} → {goal} 2024"]


def test_whatever_counts_as_the_whole_by_then_is_split_too(ledger: Ledger) -> None:
    ledger.link("Acme", "merged-into", "Whole", "2018")
    ledger.link("Lab", "part-of", "Whole", "2010")
    for origin in ("Acme", "Lab"):
        ledger.move("Ada Example", origin, "Successor", "2024")
    ledger.move("Bob Sample", "Acme", "Successor", "2019")
    before = "Bob: Whole → Successor 2019"
    assert moves(ledger) == ["Ada: Lab → Successor 2024", before]
    assert moves(ledger, rollup="parents") == moves(ledger, organisation="Whole") == [before]


def test_undated_split_holds_at_all_times(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.link("Successor", "split-from", "Whole")
    ledger.move("Ada Example", "Whole", "Successor", "1990")
    assert moves(ledger) == []


@pytest.mark.parametrize(
    "renamed", [("Whole", "Whole Remains"), ("Successor", "New Successor")], ids=str
)
def test_split_is_followed_under_newer_names(ledger: Ledger, renamed: Any) -> None:
    ledger.link(renamed[0], "renamed", renamed[1])
    ledger.move("Ada Example", "Whole", "Successor", "2024")
    assert moves(ledger) == []


@pytest.mark.parametrize("kind", ["acquired", "invested-in"])
def test_acquired_and_invested_in_never_replace(connection: Connection, kind: str) -> None:
    ledger = Ledger(connection)
    ledger.link("Meta", kind, "Instagram", "2012")
    for origin, goal in (("Instagram", "Meta"), ("Acme", "Instagram"), ("Meta", "Acme")):
        ledger.move("Ada Example", origin, goal, "2020")
    assert len(moves(ledger)) == len(moves(ledger, rollup="parents")) == 3
    assert moves(ledger, to="Meta") == ["Ada: Instagram → Meta 2020"]
