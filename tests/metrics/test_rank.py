"""Which organisations do people move up to? (metrics.md §14)"""

import random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from talentdb.metrics.rank import DIRECT, Ranked, Tie, result, statement
from tests.builders import Ledger
from tests.queries.asking import asked


def tie(origin: int, destination: int, moves: int = 1) -> Tie:
    return Tie(origin, f"Body {origin}", destination, f"Body {destination}", moves)


def scores(ties: list[Tie], alpha: float = 0.0) -> dict[int, float]:
    return {row.organisation_id: row.score for row in result(ties, alpha)[0]}


def densely(ties: list[Tie], alpha: float) -> dict[int, float]:
    """The same equation, written out in full and solved by least squares: the mean is 0 then."""
    ids = sorted({id for each in ties for id in (each.origin_id, each.destination_id)})
    moves = numpy.zeros((len(ids), len(ids)))
    for each in ties:
        moves[ids.index(each.destination_id), ids.index(each.origin_id)] += each.moves
    inbound, outbound = moves.sum(axis=1), moves.sum(axis=0)
    system = numpy.diag(inbound + outbound) - moves - moves.T + alpha * numpy.eye(len(ids))
    heights = numpy.linalg.lstsq(system, inbound - outbound, rcond=None)[0]
    return dict(zip(ids, heights.tolist(), strict=True))


def test_a_chain_is_one_apart_and_the_last_joined_is_the_highest() -> None:
    rows, parts = result([tie(1, 2, 5), tie(2, 3)])
    assert rows == [
        Ranked(1, "Body 3", 1.0, 1, 0, 3),
        Ranked(2, "Body 2", 0.0, 5, 1, 2),
        Ranked(3, "Body 1", -1.0, 0, 5, 1),
    ]
    assert parts == 1


def test_as_many_each_way_is_no_difference_and_equals_share_a_rank() -> None:
    rows, _ = result([tie(1, 2, 4), tie(2, 1, 4), tie(1, 3), tie(2, 3)])
    assert [(row.rank, row.organisation_id) for row in rows] == [(1, 3), (2, 1), (2, 2)]


def test_parts_without_moves_between_them_have_each_a_mean_of_nothing() -> None:
    rows, parts = result([tie(1, 2), tie(3, 4, 9)])
    assert parts == 2
    assert scores([tie(1, 2), tie(3, 4, 9)]) == {1: -0.5, 2: 0.5, 3: -0.5, 4: 0.5}
    assert [row.rank for row in rows] == [1, 1, 3, 3]


def test_alpha_pulls_towards_nothing() -> None:
    assert scores([tie(1, 2)], alpha=2.0) == {1: -0.25, 2: 0.25}


def test_without_moves_there_is_no_ranking() -> None:
    assert result([]) == ([], 0)


ties = st.lists(
    st.builds(tie, st.integers(1, 8), st.integers(1, 8), st.integers(1, 9)).filter(
        lambda each: each.origin_id != each.destination_id
    ),
    min_size=1,
    max_size=15,
    unique_by=lambda each: (each.origin_id, each.destination_id),
)


@given(ties, st.sampled_from([0.0, 0.1, 3.0]))
def test_scores_are_those_of_a_dense_solution(found: list[Tie], alpha: float) -> None:
    assert scores(found, alpha) == pytest.approx(densely(found, alpha), abs=1e-7)


@pytest.mark.slow
@pytest.mark.parametrize("alpha", [0.0, 0.5])
def test_scores_of_a_large_part_are_those_of_a_dense_solution(alpha: float) -> None:
    chance = random.Random(1)
    size = DIRECT + 200
    pairs = {(chance.randrange(size), chance.randrange(size)) for _ in range(5 * size)}
    pairs |= {(number, number + 1) for number in range(size)}
    found = [tie(one, two, chance.randint(1, 9)) for one, two in sorted(pairs) if one != two]
    assert scores(found, alpha) == pytest.approx(densely(found, alpha), abs=1e-7)


def test_moves_of_a_ledger_are_ranked_with_parts_and_people(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.link("Lab", "part-of", "Acme")
    ledger.move("Ada Example", "Globex", "Lab", "2020")
    ledger.move("Ada Example", "Globex", "Lab", "2022")
    ledger.move("Bob Sample", "Globex", "Acme")
    ledger.move("Cy Test", "Lab", "Acme", "2021")
    ledger.move("Dee Model", None, "Acme", "2021")

    def ranked(**options: str | bool) -> list[tuple[str, int, int]]:
        rows = connection.execute(statement(asked(ledger, **options)))
        found, _ = result([Tie(*row) for row in rows])
        return [(row.organisation, row.inbound, row.outbound) for row in found]

    assert ranked(rollup="parents") == [("Acme", 3, 0), ("Globex", 0, 3)]
    assert ranked(rollup="parents", unique_people=True) == [("Acme", 2, 0), ("Globex", 0, 2)]
    assert ranked(since="2021", until="2021") == [("Acme", 1, 0), ("Lab", 0, 1)]
