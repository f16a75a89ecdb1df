"""What holds of all counts, whatever the ledger?"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from talentdb.errors import TalentdbError
from talentdb.metrics.retention import DEFINITIONS
from talentdb.queries.moves import narrowed
from talentdb.queries.transitions import counted
from tests.builders import Ledger
from tests.metrics.following import returns
from tests.metrics.lasting import Question
from tests.queries.asking import arrivals, asked, departures, pairs, ratios

ON_ONE_LEDGER = settings(
    max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PLACES = ("Acme", "Globex", "Initech", "Hooli", "Umbrella")
DATES = ("2015", "2018-06", "2020", "[2019..2021]", None)
YEARS = st.integers(2010, 2024)

moves_told = st.lists(
    st.tuples(
        st.sampled_from(["Ada Example", "Bob Sample", "Cy Instance"]),
        st.sampled_from([*PLACES, None]),
        st.sampled_from([*PLACES, None]),
        st.sampled_from(DATES),
    ).filter(lambda move: move[1] != move[2]),
    max_size=5,
)
roles_held = st.lists(
    st.tuples(
        st.sampled_from(["Ada Example", "Bob Sample", "Cy Instance"]),
        st.sampled_from(PLACES),
        YEARS,
        st.integers(0, 4),
    ),
    max_size=8,
    unique=True,
)
links_drawn = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.sampled_from(["part-of", "renamed", "merged-into", "split-from"]),
        st.sampled_from(PLACES),
        st.sampled_from(["2014", "2019-06", None]),
    ).filter(lambda link: link[0] != link[2]),
    max_size=3,
)
Told = list[tuple[str, str, str, str]]


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def tell(ledger: Ledger, links: Told, roles: list[tuple[str, str, int, int]], moves: Told) -> None:
    for link in links:
        attempt(ledger, ledger.link, *link)
    for person, place, year, length in roles:
        ledger.role(person, place, started=str(year), ended=str(year + length))
    for move in moves:
        attempt(ledger, ledger.move, *move)


def attempt(ledger: Ledger, write: Callable[..., Any], *words: str) -> None:
    """What the record or a rule refuses is left untold."""
    with ledger.connection.begin_nested() as savepoint:
        try:
            write(*words)
        except TalentdbError:
            savepoint.rollback()


@ON_ONE_LEDGER
@given(links_drawn, roles_held, moves_told, st.booleans())
def test_asking_by_an_index_loses_no_move(
    ledger: Ledger,
    links: Told,
    roles: list[tuple[str, str, int, int]],
    moves: Told,
    exact: bool,
) -> None:
    whole = ledger.connection.begin_nested()
    tell(ledger, links, roles, moves)
    for option in ("organisation", "from_", "to"):
        for place in PLACES[:3]:
            filter = asked(ledger, **{option: place}, exact=exact)
            by_index, by_scan = (
                set(ledger.connection.execute(narrowed(select(move.c.id), move, filter)).scalars())
                for move in (counted(filter.rule, filter.touched), counted(filter.rule))
            )
            assert by_index == by_scan
    whole.rollback()


@settings(ON_ONE_LEDGER, max_examples=5)
@given(roles_held, moves_told, st.sampled_from(["renames", "parents"]))
def test_a_link_between_two_others_changes_nothing_else(
    ledger: Ledger, roles: list[tuple[str, str, int, int]], moves: Told, rollup: str
) -> None:
    whole = ledger.connection.begin_nested()
    tell(ledger, [], roles, moves)

    def answers() -> list[object]:
        about: dict[str, str] = {"organisation": "Acme", "rollup": rollup}
        flows = pairs(ledger, rollup=rollup)
        lasting = Question(ledger, "Acme")
        return [
            {pair: count for pair, count in flows.items() if set(pair) <= {*PLACES[:3]}},
            [row for row in ratios(ledger, **about) if row.counterpart in PLACES[:3]],
            [row.partition(" from ")[0] for row in arrivals(ledger, **about)],
            [row.partition(",")[0] for row in departures(ledger, **about)],
            [(back.person, back.left, back.returned) for back in returns(ledger, **about)],
            lasting.tenure(),
            lasting.retention(*DEFINITIONS),
            lasting.headcounts(date(2015, 6, 1), date(2020, 6, 1)),
            lasting.attrition(),
        ]

    before = answers()
    ledger.link("Hooli", "part-of", "Umbrella", "2015")
    ledger.link("Oscorp", "part-of", "Hooli")
    assert answers() == before
    whole.rollback()
