"""How many come for each one that goes? (metrics.md §7)"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from talentdb.metrics.ratio import Ratio, behind
from talentdb.output.values import readable
from tests.builders import Ledger
from tests.queries.asking import asked, pairs, ratios


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def cross(ledger: Ledger, origin: str, goal: str, count: int, date: str = "2020") -> None:
    for number in range(count):
        ledger.move(f"From{origin} To{goal} {number} {date}", origin, goal, date)


def test_counterparts_come_by_their_moves_and_all_of_them_last(ledger: Ledger) -> None:
    cross(ledger, "Acme", "Globex", 2)
    cross(ledger, "Globex", "Acme", 10)
    cross(ledger, "Acme", "Initech", 1)
    cross(ledger, "Hooli", "Initech", 3)
    rows = ratios(ledger, organisation="Acme")
    assert [row[:5] for row in rows] == [
        ("Acme", "Globex", 10, 2, 5.0),
        ("Acme", "Initech", 0, 1, 0.0),
        ("Acme", "(all)", 10, 3, pytest.approx(10 / 3)),
    ]
    assert [row.note for row in rows] == [None, "few", None]
    assert {row[:2] for row in ratios(ledger)} >= {("Hooli", "(all)"), ("Initech", "Hooli")}


@pytest.mark.parametrize("count", [1, 2, 11])
def test_what_is_said_to_be_the_least_is_the_lower_limit_that_is_shown(
    ledger: Ledger, count: int
) -> None:
    cross(ledger, "Globex", "Acme", count)
    row = ratios(ledger, organisation="Acme")[0]
    assert row.note is not None
    assert row.note.split("; ")[0] == f"{count}:0, at least {readable(row.lower, 'number')}"


def test_nobody_gone_is_no_infinite_ratio(ledger: Ledger) -> None:
    cross(ledger, "Globex", "Acme", 11)
    row = ratios(ledger, organisation="Acme")[0]
    assert row == Ratio("Acme", "Globex", 11, 0, None, row.lower, None, 0, "11:0, at least 2.51")
    assert f"{row.lower:.2f}" == "2.51"
    assert ratios(ledger, organisation="Globex")[0].ratio == 0


def test_counterparts_narrow_the_rows_and_what_all_means(ledger: Ledger) -> None:
    for place in ("Globex", "Initech", "Hooli"):
        cross(ledger, place, "Acme", 2)
    rows = ratios(ledger, organisation="Acme", counterpart="Globex, Hooli")
    assert [row[1:3] for row in rows] == [("Globex", 2), ("Hooli", 2), ("(all)", 4)]
    rows = ratios(ledger, organisation="Acme", top=1)
    assert [row[1:3] for row in rows] == [("Globex", 2), ("other", 4), ("(all)", 6)]


def test_possible_and_one_sided_moves_are_in_no_ratio(ledger: Ledger) -> None:
    cross(ledger, "Globex", "Acme", 3, "2020-05")
    cross(ledger, "Globex", "Acme", 2, "[2019..2021]")
    cross(ledger, "Hooli", "Acme", 2, "[2019..2021]")
    ledger.move("Ada Example", None, "Acme", "2020-05")
    (row, total) = ratios(ledger, organisation="Acme", since="2020", until="2020")
    assert (row.counterpart, row.inbound, row.possible) == ("Globex", 3, 2)
    assert (total.inbound, total.possible) == (3, 4)


def test_parts_and_older_names_count_with_what_is_named(ledger: Ledger) -> None:
    ledger.link("Globex Research", "part-of", "Globex", "2019")
    ledger.link("Old Acme", "renamed", "Acme")
    cross(ledger, "Globex Research", "Old Acme", 3)
    cross(ledger, "Acme", "Globex", 1)
    cross(ledger, "Globex Research", "Acme", 4, "2015")
    named = ratios(ledger, organisation="Acme", counterpart="Globex")
    assert [row[1:4] for row in named] == [("Globex", 3, 1), ("(all)", 3, 1)]
    alone = ratios(ledger, organisation="Acme", counterpart="Globex", exact=True)
    assert [row[1:4] for row in alone] == [("Globex", 0, 1), ("(all)", 0, 1)]


def test_a_twin_gives_the_side_that_a_recorded_move_does_not_name(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–2019 · Globex 2020–now")
    ledger.move("Ada Example", None, "Globex", "2020")
    rows = ratios(ledger, organisation="Acme")
    assert [row[:4] for row in rows] == [("Acme", "Globex", 0, 1), ("Acme", "(all)", 0, 1)]


def test_what_is_behind_a_row_is_what_it_counts(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Globex 2015–2019 · Acme 2020–now")
    move, _ = ledger.move("Bob Sample", "Acme", "Globex", "2020-05")
    ledger.cite("transition_id", move, ledger.source("memo"))
    cross(ledger, "Hooli", "Acme", 2)
    filter = asked(ledger, organisation="Acme", counterpart="Globex")
    rows = ledger.connection.execute(behind(filter)).mappings().all()
    assert [(row["of"], row["person"], row["sources"]) for row in rows] == [
        ("Acme → Globex", "Bob Sample", ["memo"]),
        ("Globex → Acme", "Ada Example", []),
    ]
    assert rows[0]["facts"] == [f"move:{move}"]
    assert [fact.partition(":")[0] for fact in rows[1]["facts"]] == ["move", "role", "role"]


PLACES = ("Acme", "Globex", "Initech")
told = st.lists(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES), st.sampled_from(["2019", "2021"])),
    max_size=12,
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told, st.booleans())
def test_ratios_are_the_flows_both_ways_and_mirror_each_other(
    ledger: Ledger, told: list[tuple[str, str, str]], cut: bool
) -> None:
    savepoint = ledger.connection.begin_nested()
    for number, (origin, goal, date) in enumerate(told):
        if origin != goal:
            ledger.move(f"Person{number} Example", origin, goal, date)
    options = {"since": "2020" if cut else None}
    counted = pairs(ledger, **options)
    rows = {row[:2]: row for row in ratios(ledger, **options) if row.counterpart != "(all)"}
    for (here, there), row in rows.items():
        assert row.inbound == counted.get((there, here), 0)
        assert row.outbound == counted.get((here, there), 0)
        mirrored = rows[there, here]
        assert (mirrored.inbound, mirrored.outbound) == (row.outbound, row.inbound)
        # Nobody in one direction has no upper limit in the other.
        upper = pytest.approx(1 / mirrored.lower) if mirrored.lower else None
        assert row.upper == upper
        assert row.ratio == (pytest.approx(1 / mirrored.ratio) if mirrored.ratio else row.ratio)
        assert (row.ratio is None) == (mirrored.ratio == 0)
    assert {pair for pair, moves in counted.items() if moves} <= set(rows)
    savepoint.rollback()
