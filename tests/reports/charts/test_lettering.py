"""Do texts fit where they are put?"""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from talentdb.reports.charts.lettering import cut, spread, width
from tests.reports.charts.geometry import HOSTILE


@given(st.text() | st.sampled_from(HOSTILE), st.floats(20, 300))
@settings(max_examples=100)
def test_what_is_cut_fits(text: str, room: float) -> None:
    assert width(cut(text, room)) <= room


@given(st.lists(st.floats(0, 500), max_size=40))
@settings(max_examples=60)
def test_spread_labels_keep_their_order_and_distance(wanted: list[float]) -> None:
    wanted.sort()
    places = spread(wanted, 0, 500)
    assert len(places) == len(wanted)
    steps = [after - before for before, after in pairwise(places)]
    least = min(15.0, 500 / max(1, len(wanted) - 1))
    assert all(step >= least - 1e-6 for step in steps)
    assert all(-1e-6 <= place <= 500 + 1e-6 for place in places)


def test_what_is_apart_already_stays() -> None:
    assert spread([10, 50, 200], 0, 300) == [10, 50, 200]
