"""How many moved from where to where? (metrics.md §6)"""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from talentdb.errors import RecordContradicted
from talentdb.metrics.flows import Flow, folded
from talentdb.schema import transitions
from tests.builders import Ledger
from tests.queries.asking import details, flows, net, pairs

ON_ONE_LEDGER = settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PLACES = ("Acme", "Globex", "Initech", "Hooli")


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def test_flow_counts_moves_and_names_the_first_and_last(ledger: Ledger) -> None:
    for number, date in enumerate(["2020-06", "2019", None, "[..2024-05]", "2021-03-01", "2020"]):
        ledger.move(f"Person{number}", "Acme", "Globex", date)
    ledger.move("Ada Example", "Globex", "Acme", "2020")
    assert flows(ledger) == [
        Flow("Acme", "Globex", 6, 0, "2019", "[..2024-05]"),
        Flow("Globex", "Acme", 1, 0, "2020", "2020"),
    ]


def test_only_certain_moves_are_counted_and_dated(ledger: Ledger) -> None:
    for number, date in enumerate(["2020-06", "2020", "[2019..2021]", None]):
        ledger.move(f"Person{number}", "Acme", "Globex", date)
    ledger.move("Ada Example", "Globex", "Acme", "2020")
    window: dict[str, Any] = {"since": "2020-05", "until": "2021"}
    assert flows(ledger, **window) == [
        Flow("Acme", "Globex", 1, 2, "2020-06", "2020-06"),
        Flow("Globex", "Acme", 0, 1, None, None),
    ]
    assert net(ledger, **window) == {"Globex": (1, 0, 1, 3), "Acme": (0, 1, -1, 3)}


def test_open_sides_are_added_on_demand(ledger: Ledger) -> None:
    ledger.move("Ada Example", None, "Globex", "2020")
    ledger.move("Bob Sample", "Globex", None, "2021")
    assert flows(ledger) == []
    assert flows(ledger, open_sides=True) == [
        Flow("Globex", None, 1, 0, "2021", "2021"),
        Flow(None, "Globex", 1, 0, "2020", "2020"),
    ]
    assert net(ledger) == {}


def test_unique_people_are_counted_once_a_pair_and_window(ledger: Ledger) -> None:
    for year in ("2010", "2014"):
        ledger.move("Ada Example", "Acme", "Globex", year)
    ledger.move("Ada Example", "Globex", "Acme", "2012")
    ledger.move("Bob Sample", "Acme", "Globex", "2014")
    assert pairs(ledger) == {("Acme", "Globex"): 3, ("Globex", "Acme"): 1}
    assert pairs(ledger, unique_people=True) == {("Acme", "Globex"): 2, ("Globex", "Acme"): 1}
    assert net(ledger, unique_people=True)["Globex"] == (2, 1, 1, 0)


def test_flows_of_one_organisation_are_those_that_touch_it(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Acme", "Globex", "2020")
    ledger.move("Bob Sample", "Globex", "Initech", "2020")
    ledger.move("Cy Instance", "Hooli", "Acme", "2020")
    assert pairs(ledger, organisation="Globex").keys() == {
        ("Acme", "Globex"),
        ("Globex", "Initech"),
    }
    assert pairs(ledger, from_="Acme").keys() == {("Acme", "Globex")}
    assert net(ledger, organisation="Acme") == {"Acme": (1, 1, 0, 0)}


careers = st.lists(
    st.tuples(
        st.sampled_from(["Ada Example", "Bob Sample", "Cy Instance"]),
        st.sampled_from([*PLACES, None]),
        st.sampled_from([*PLACES, None]),
        st.sampled_from([None, "2019", "2020", "2020-06", "[2019..2021]", "[..2020]"]),
    ).filter(lambda move: move[1] != move[2]),
    max_size=10,
    unique=True,
)


@ON_ONE_LEDGER
@given(careers, st.booleans(), st.booleans(), st.sampled_from(["none", "renames", "parents"]))
def test_flows_are_a_count_of_moves_and_net_sums_to_nothing(
    ledger: Ledger, told: list[tuple[str, str, str, str]], unique: bool, cut: bool, rollup: str
) -> None:
    savepoint = ledger.connection.begin_nested()
    ledger.link("Hooli", "part-of", "Initech", "2020-06")
    ledger.link("Acme", "merged-into", "Globex", "2020-06")
    ledger.connection.execute(transitions.delete())
    for move in told:
        try_move(ledger, move)
    options = {"since": "2020" if cut else None, "rollup": rollup}
    listed = [(row["person"], row["from"], row["to"]) for row in details(ledger, **options)]
    expected = Counter(pair[1:] for pair in (set(listed) if unique else listed))
    counted = pairs(ledger, open_sides=True, unique_people=unique, **options)
    assert {pair: moves for pair, moves in counted.items() if moves} == expected
    gains = net(ledger, unique_people=unique, **options)
    assert sum(row[2] for row in gains.values()) == 0
    two_sided = sum(count for pair, count in expected.items() if None not in pair)
    assert sum(row[0] for row in gains.values()) == two_sided
    savepoint.rollback()


def try_move(ledger: Ledger, move: tuple[str, str, str, str]) -> None:
    try:
        ledger.move(*move)
    except RecordContradicted:
        return


names = st.sampled_from(["Acme", "Globex", "Initech", "Hooli", "other"])
lists_of_flows = st.lists(
    st.builds(
        Flow,
        names | st.none(),
        names | st.none(),
        st.integers(0, 9),
        st.integers(0, 9),
        st.none(),
        st.none(),
    ),
    max_size=12,
    unique_by=lambda flow: flow[:2],
)


@given(lists_of_flows, st.integers(1, 5))
def test_folding_keeps_the_totals(found: list[Flow], top: int) -> None:
    short = folded(found, top)
    assert sum(flow.moves for flow in short) == sum(flow.moves for flow in found)
    assert sum(flow.possible for flow in short) == sum(flow.possible for flow in found)
    assert short[:top] == found[:top]
    assert len(short) == min(len(found), top + 1)
