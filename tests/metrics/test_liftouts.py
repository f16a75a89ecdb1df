"""Which teams went over together? (metrics.md §13)"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from talentdb.metrics.liftouts import Liftout, Mover, result, statement, unbounded
from tests.builders import Ledger
from tests.queries.asking import asked

DAY = date(2025, 1, 1)


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def mover(person: int, begin: int, length: int = 0, goal: int = 2) -> Mover:
    first = DAY + timedelta(days=begin)
    last = first + timedelta(days=length)
    sides = (1, "Acme", goal, f"Body {goal}")
    return Mover(*sides, person, f"Person {person}", f"{first}/{last}", first, last, person)


def sizes(rows: Sequence[Mover], people: int = 3, days: int = 90) -> list[tuple[int, str]]:
    return [(found.people, found.first[:10]) for found in result(rows, people, days)]


def test_group_is_people_who_moved_within_the_days() -> None:
    assert sizes([mover(1, 0), mover(2, 40), mover(3, 90)]) == [(3, "2025-01-01")]
    assert sizes([mover(1, 0), mover(2, 40), mover(3, 91)]) == []
    assert sizes([mover(1, 0), mover(2, 40), mover(3, 60, 31)]) == []
    assert sizes([mover(1, 0), mover(1, 10), mover(2, 20)]) == []
    assert sizes([mover(1, 0, 91), mover(2, 0, 91), mover(3, 0, 91)]) == []


def test_largest_is_taken_first_and_no_move_twice() -> None:
    rows = [mover(day, day) for day in (0, 1, 2, 20, 85, 86, 87, 88, 89)]
    assert sizes(rows) == [(9, "2025-01-01")]
    assert sizes(rows, days=80) == [(6, "2025-01-21"), (3, "2025-01-01")]


def test_earlier_of_two_equals_is_taken() -> None:
    rows = [mover(n, day) for n, day in enumerate((0, 50, 90, 140))]
    assert sizes(rows) == [(3, "2025-01-01")]


def test_groups_of_different_pairs_do_not_mix() -> None:
    rows = [mover(1, 0), mover(2, 0), mover(3, 0, goal=3), mover(4, 0, goal=3)]
    assert sizes(rows) == []
    assert sizes(rows, people=2) == [(2, "2025-01-01"), (2, "2025-01-01")]


def slowly(rows: list[Mover], people: int, days: int) -> list[list[Mover]]:
    """The same by trying every group of moves: the largest, then the earliest, again and again."""
    left = list(rows)
    found: list[list[Mover]] = []
    while True:
        groups = [
            group
            for size in range(1, len(left) + 1)
            for group in combinations(left, size)
            if (max(m.latest for m in group) - min(m.earliest for m in group)).days <= days
            and len({m.person_id for m in group}) >= people
        ]
        if not groups:
            return found
        best = min(
            groups,
            key=lambda group: (
                -len({m.person_id for m in group}),
                min(m.earliest for m in group),
                -len(group),
            ),
        )
        found.append(list(best))
        left = [row for row in left if row not in best]


moves = st.lists(
    st.builds(mover, st.integers(1, 5), st.integers(0, 12), st.integers(0, 4)),
    max_size=8,
    unique=True,
)


@given(moves, st.integers(2, 4), st.integers(0, 8))
def test_groups_are_those_that_trying_all_of_them_finds(
    rows: list[Mover], people: int, days: int
) -> None:
    expected = [
        (len({m.person_id for m in group}), min(m.earliest for m in group).isoformat())
        for group in slowly(rows, people, days)
    ]
    assert sizes(rows, people, days) == expected


def test_liftout_names_its_people_and_first_and_last_day(ledger: Ledger) -> None:
    for person, day in (
        ("Cy Test", "2025-03"),
        ("Ada Example", "2025-01-20"),
        ("Bob Sample", "2025-02"),
    ):
        ledger.move(person, "Acme", "Globex", day)
    ledger.move("Dee Model", "Acme", "Globex", "[..2025-02-01]")
    ledger.move("Eve Pattern", "Acme", "Globex")
    ledger.move("Fay Specimen", "Acme", None, "2025-02-01")
    filter = asked(ledger, organisation="Acme")
    rows = [Mover(*row) for row in ledger.connection.execute(statement(filter))]
    assert result(rows) == [
        Liftout(
            "Acme",
            "Globex",
            3,
            "2025-01-20",
            "2025-03",
            ("Ada Example", "Bob Sample", "Cy Test"),
            tuple(row.id for row in rows),
        )
    ]
    assert ledger.connection.scalar(unbounded(filter)) == 2
    assert ledger.connection.execute(statement(asked(ledger, to="Acme"))).all() == []
