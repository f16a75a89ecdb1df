"""Which moves are in a window, which only may be? (metrics.md §4)"""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from talentdb.queries.left_out import moves_left_out
from tests.builders import Ledger
from tests.queries.asking import asked, moves

ON_ONE_LEDGER = settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
DATES = (
    None,
    "2019",
    "2020",
    "2020-06",
    "2020-06-15",
    "2020-33",
    "2020~",
    "[2019..2021]",
    "[..2020]",
    "[2020..]",
)


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    """One move for each date, each of another person."""
    ledger = Ledger(connection)
    for number, date in enumerate(DATES):
        ledger.move(f"Person{number} Example", "Acme", "Globex", date)
    return ledger


def dates(ledger: Ledger, **window: Any) -> set[str]:
    return {move.rpartition(" ")[2] for move in moves(ledger, **window)}


@pytest.mark.parametrize(
    ("since", "until", "certain", "possible"),
    [
        ("2020", "2020", {"2020", "2020-06", "2020-06-15", "2020-33", "2020~"},
         {"[2019..2021]", "[..2020]", "[2020..]"}),
        ("2020-06", None, {"2020-06", "2020-06-15"},
         {"2020", "2020~", "[2019..2021]", "[..2020]", "[2020..]"}),
        ("2020", None, {"2020", "2020-06", "2020-06-15", "2020-33", "2020~", "[2020..]"},
         {"[2019..2021]", "[..2020]"}),
        (None, "2020", {"2019", "2020", "2020-06", "2020-06-15", "2020-33", "2020~", "[..2020]"},
         {"[2019..2021]", "[2020..]"}),
        (None, "2019", {"2019"}, {"[2019..2021]", "[..2020]"}),
        ("2020-06-15", "2020-06-15", {"2020-06-15"},
         {"2020", "2020-06", "2020~", "[2019..2021]", "[..2020]", "[2020..]"}),
        ("2020-07", "2020-09", set(), {"2020", "2020~", "[2019..2021]", "[..2020]", "[2020..]"}),
        ("2030", None, set(), {"[2020..]"}),
    ],
)  # fmt: skip
def test_whole_interval_inside_counts_and_an_overlap_is_possible(
    ledger: Ledger, since: str | None, until: str | None, certain: set[str], possible: set[str]
) -> None:
    window = {"since": since, "until": until}
    assert dates(ledger, **window) == certain
    assert dates(ledger, **window, possible=True) == certain | possible
    counts = ledger.connection.execute(moves_left_out(asked(ledger, **window))).one()
    assert (counts.certain, counts.possible, counts.undated) == (len(certain), len(possible), 1)


def test_without_a_window_every_moves_left_out(ledger: Ledger) -> None:
    assert len(moves(ledger)) == len(moves(ledger, possible=True)) == len(DATES)
    counts = ledger.connection.execute(moves_left_out(asked(ledger))).one()
    assert (counts.certain, counts.possible) == (len(DATES), 0)


EDGES = ("2018-12-31", "2019-01-01", "2019-12-31", "2020-01-01", "2020-03-31", "2020-06-01")
LATER_EDGES = ("2020-06-15", "2020-06-30", "2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01")
days = st.sampled_from(EDGES + LATER_EDGES)


@ON_ONE_LEDGER
@given(st.tuples(days, days, days, days).map(sorted), st.booleans(), st.booleans())
def test_wider_window_loses_no_move(
    ledger: Ledger, bounds: list[str], from_the_first: bool, to_the_last: bool
) -> None:
    narrow = {"since": bounds[1], "until": bounds[2]}
    wide = {
        "since": None if from_the_first else bounds[0],
        "until": None if to_the_last else bounds[3],
    }
    assert dates(ledger, **narrow) <= dates(ledger, **wide)
    assert dates(ledger, **narrow, possible=True) <= dates(ledger, **wide, possible=True)
