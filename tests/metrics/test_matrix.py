"""How do flows look as a table of origin by destination? (metrics.md §6)"""

from hypothesis import given
from hypothesis import strategies as st

from talentdb.metrics.flows import OTHER, Flow
from talentdb.metrics.matrix import matrix

Side = tuple[str | None, int | None]


def flow(origin: Side, destination: Side, moves: int) -> Flow:
    return Flow(origin[0], destination[0], moves, 0, None, None, origin[1], destination[1])


# Two of the four are called alike, one as the table calls what it folds, and one is unknown.
bodies = st.sampled_from([("Acme", 1), ("Globex", 2), ("Acme", 3), ("other", 4), (None, None)])
lists_of_flows = st.lists(
    st.builds(flow, bodies, bodies, st.integers(0, 9)),
    max_size=12,
    unique_by=lambda flow: (flow.origin_id, flow.destination_id),
)


@given(lists_of_flows, st.none() | st.integers(1, 5))
def test_matrix_has_the_totals_of_the_flows(found: list[Flow], top: int | None) -> None:
    destinations, rows = matrix(found, top)
    assert len(set(destinations)) == len(destinations)
    assert len({row[0] for row in rows}) == len(rows)
    numbers = [[int(cell) for cell in row[1:]] for row in rows]
    assert rows[-1][0] == "total"
    assert numbers[-1][-1] == sum(flow.moves for flow in found)
    if len(rows) > 1:
        assert numbers[-1] == [sum(column) for column in zip(*numbers[:-1], strict=True)]
    for row in numbers:
        assert len(row) == len(destinations) + 1
        assert row[-1] == sum(row[:-1])
    if top is not None:
        assert len(destinations) <= top + 1 >= len(rows) - 1


@given(lists_of_flows)
def test_every_flow_has_a_cell_of_its_own(found: list[Flow]) -> None:
    _, rows = matrix(found)
    cells = [int(cell) for row in rows[:-1] for cell in row[1:-1]]
    assert sorted(filter(None, cells)) == sorted(flow.moves for flow in found if flow.moves)


def test_matrix_is_ordered_by_totals_and_folds_the_rest() -> None:
    found = [
        Flow("A", "X", 5, 0, None, None),
        Flow("B", "Y", 3, 0, None, None),
        Flow("C", "Y", 4, 0, None, None),
        Flow("D", "Z", 1, 0, None, None),
        Flow("E", "X", 0, 3, None, None),
    ]
    assert matrix(found, 2) == (
        ["Y", "X", OTHER],
        [["A", 0, 5, 0, 5], ["C", 4, 0, 0, 4], [OTHER, 3, 0, 1, 4], ["total", 7, 5, 1, 13]],
    )


def test_organisations_of_one_name_stay_apart() -> None:
    found = [
        flow(("Acme", 1), ("Globex", 2), 5),
        flow(("Acme", 3), ("Globex", 2), 4),
        flow(("total", 9), ("Globex", 2), 1),
    ]
    assert matrix(found) == (
        ["Globex"],
        [
            ["Acme (organisation:1)", 5, 5],
            ["Acme (organisation:3)", 4, 4],
            ["total (organisation:9)", 1, 1],
            ["total", 10, 10],
        ],
    )
