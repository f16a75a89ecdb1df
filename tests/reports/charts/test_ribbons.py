"""Are ribbons as thick as their flows, and does nothing get lost or lie on another?"""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentdb.reports.charts.lettering import APART
from talentdb.reports.charts.ribbons import OTHER, Stream, folded, ribbons
from talentdb.reports.charts.shapes import Box, Label, Ribbon
from tests.reports.charts.geometry import HOSTILE, of_kind, sound

NAMES = [*"ABCDEFGHIJKLMN", OTHER, *HOSTILE]
STREAMS = st.lists(
    st.builds(Stream, st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(0, 400)),
    max_size=40,
    unique_by=lambda stream: (stream.origin, stream.goal),
)


@settings(max_examples=60)
@given(STREAMS, st.sampled_from([360.0, 760.0]), st.integers(2, 14))
def test_thicknesses_are_the_flows_and_nothing_is_lost(
    streams: list[Stream], size: float, most: int
) -> None:
    drawing = sound(ribbons(streams, {"A": "hue1"}, size, most))
    found = [one for one in of_kind(drawing, Ribbon) if isinstance(one, Ribbon)]
    bars = [one for one in of_kind(drawing, Box) if isinstance(one, Box)]
    total = sum(stream.moves for stream in streams)
    if not total:
        assert found == []
        return
    scale = sum(one.thickness for one in found) / total
    kept = folded(streams, most)
    assert [one.thickness / scale for one in found] == pytest.approx([one.moves for one in kept])
    assert sum(one.moves for one in kept) == total
    for column in {bar.left for bar in bars}:
        lengths = sum(bar.height for bar in bars if bar.left == column)
        assert lengths == pytest.approx(total * scale)
    assert max(Counter(bar.left for bar in bars).values()) <= most


@given(STREAMS)
@settings(max_examples=30)
def test_ribbons_fill_their_bars_without_a_gap(streams: list[Stream]) -> None:
    drawing = ribbons(streams, {})
    found = [one for one in of_kind(drawing, Ribbon) if isinstance(one, Ribbon)]
    bars = [one for one in of_kind(drawing, Box) if isinstance(one, Box)]
    for is_left in (True, False):
        ends = sorted((one.from_top if is_left else one.to_top, one.thickness) for one in found)
        for (top, thick), (below, _) in pairwise(ends):
            assert below >= top + thick - 1e-6
        column = [bar for bar in bars if (bar.left < drawing.width / 2) is is_left]
        assert sum(bar.height for bar in column) == pytest.approx(sum(t for _, t in ends))


def test_labels_of_tiny_flows_are_legible() -> None:
    streams = [Stream("A", "B", 900), *(Stream(f"tiny {n}", "B", 1) for n in range(8))]
    labels = [one for one in of_kind(ribbons(streams, {}), Label) if isinstance(one, Label)]
    places = sorted(one.y for one in labels if one.text.startswith("tiny"))
    assert all(b - a >= APART for a, b in pairwise(places))


def test_a_name_keeps_its_colour_in_both_columns() -> None:
    drawing = ribbons([Stream("A", "B", 2), Stream("B", "A", 1)], {"A": "hue1", "B": "hue2"})
    fills = {(b.title[0], b.fill) for b in of_kind(drawing, Box) if isinstance(b, Box)}
    assert fills == {("A", "hue1"), ("B", "hue2")}
