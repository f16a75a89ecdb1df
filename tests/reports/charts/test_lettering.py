"""Do texts fit where they are put?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from talentdb.reports.charts.lettering import cut, width
from tests.reports.charts.geometry import HOSTILE


@given(st.text() | st.sampled_from(HOSTILE), st.floats(20, 300))
@settings(max_examples=100)
def test_what_is_cut_fits(text: str, room: float) -> None:
    assert width(cut(text, room)) <= room
