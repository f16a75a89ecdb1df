"""Does every chart stay in its frame, say its numbers, and take any name?"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentdb.reports.charts.bars import bars
from talentdb.reports.charts.careers import Stretch, careers
from talentdb.reports.charts.heat_map import heat_map, step
from talentdb.reports.charts.shapes import Band, Box, Dot, Drawing, Label, Line
from talentdb.reports.charts.survival import Curve, Step, survival
from talentdb.reports.charts.timeline import Event, Period, periods, timeline
from tests.reports.charts.geometry import HOSTILE, of_kind, sound

SIZES = st.sampled_from([360.0, 760.0])
NAMES = st.sampled_from(["Acme", "Globex Research Laboratories", *HOSTILE])
DAYS = st.none() | st.dates(date(2015, 1, 1), date(2025, 12, 31))
FEW = settings(max_examples=40)


def texts(drawing: Drawing) -> list[str]:
    return [one.text for one in of_kind(drawing, Label) if isinstance(one, Label)]


@FEW
@given(st.lists(NAMES, min_size=1, max_size=9), st.data(), SIZES)
def test_every_cell_of_a_heat_map_says_its_number(
    names: list[str], data: st.DataObject, size: float
) -> None:
    count = st.none() | st.integers(0, 12_000)
    row = st.lists(count, min_size=len(names), max_size=len(names))
    counts = data.draw(st.lists(row, min_size=len(names), max_size=len(names)))
    drawing = sound(heat_map(names, names, counts, size))
    told = sorted(text for text in texts(drawing) if text.isdigit())
    assert told == sorted(str(one) for each in counts for one in each if one)


def test_tints_grow_with_the_numbers() -> None:
    assert [step(count, 100) for count in (1, 4, 16, 36, 64, 100)] == [0, 0, 1, 2, 3, 4]
    assert step(1, 1) == 4


@FEW
@given(st.lists(st.tuples(NAMES, st.integers(0, 10**6)), max_size=12), SIZES)
def test_bars_are_as_long_as_their_numbers(counts: list[tuple[str, int]], size: float) -> None:
    drawing = sound(bars(counts, {}, size))
    lengths = [box.width for box in of_kind(drawing, Box) if isinstance(box, Box)]
    greatest = max((count for _, count in counts), default=0) or 1
    longest = max(lengths, default=0) * greatest / max([1, *(count for _, count in counts)])
    assert lengths == pytest.approx([count / greatest * longest for _, count in counts])


@FEW
@given(st.lists(st.tuples(NAMES, DAYS, DAYS), max_size=30), SIZES)
def test_a_timeline_shows_what_is_known_of_each_date(
    events: list[tuple[str, date | None, date | None]], size: float
) -> None:
    told = [
        Event(name, min(one, other), max(one, other), "hue1")
        if one and other
        else Event(name, one, other, "hue1")
        for name, one, other in events
    ]
    drawing = sound(timeline(told, (date(2015, 1, 1), date(2025, 12, 31)), size))
    inexact = [one for one in told if one.earliest != one.latest]
    bounded = [one for one in inexact if one.earliest and one.latest]
    assert len(of_kind(drawing, Box)) == len(bounded)
    dashed = [one for one in of_kind(drawing, Line) if isinstance(one, Line) and one.dashed]
    assert len(dashed) == len([one for one in told if one.earliest is None or one.latest is None])


@FEW
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=60), SIZES)
def test_who_came_stands_above_who_went(counts: list[tuple[int, int]], size: float) -> None:
    told = [Period(str(1960 + number), *pair) for number, pair in enumerate(counts)]
    drawing = sound(periods(told, ("hue1", "hue2"), size))
    boxes = [one for one in of_kind(drawing, Box) if isinstance(one, Box)]
    heights = {fill: sum(b.height for b in boxes if b.fill == fill) for fill in ("hue1", "hue2")}
    came, went = (sum(pair[side] for pair in counts) for side in (0, 1))
    assert heights["hue1"] * went == pytest.approx(heights["hue2"] * came)


@FEW
@given(st.lists(st.floats(0.01, 0.3), max_size=20), st.integers(1, 20), SIZES)
def test_a_curve_never_rises_and_its_band_holds_it(
    falls: list[float], until: int, size: float
) -> None:
    share, steps = 1.0, []
    for number, fall in enumerate(falls):
        share *= 1 - fall
        steps.append(Step(until * (number + 1) / 21, share, share * 0.9, min(1.0, share * 1.1)))
    at_risk = [(float(year), 5000 - year) for year in range(until)]
    drawing = sound(survival(Curve(steps, float(until), at_risk), "hue1", size))
    curves = [o for o in of_kind(drawing, Line) if isinstance(o, Line) and o.thickness > 2]
    for curve in curves:
        downward = [y for _, y in curve.points]
        assert downward == sorted(downward)
    assert len(curves) == len(of_kind(drawing, Band)) == min(1, len(falls))


def test_numbers_at_risk_stand_under_their_years() -> None:
    curve = Curve([Step(1.0, 0.5, 0.3, 0.7)], 4.0, [(0.0, 12), (2.0, 5), (4.0, 1)])
    labels = {o.text: o.x for o in of_kind(survival(curve, "hue1"), Label) if isinstance(o, Label)}
    for years, count in (("0", "12"), ("2", "5"), ("4", "1")):
        assert labels[years] == pytest.approx(labels[count])


def test_a_curve_of_many_steps_is_drawn_in_few_and_ends_as_low() -> None:
    steps = [Step(day / 365.25, 1 - day / 10_000, 0.0, 1.0) for day in range(1, 9000)]
    drawing = sound(survival(Curve(steps, 9000 / 365.25, []), "hue1"))
    (curve,) = (o for o in of_kind(drawing, Line) if isinstance(o, Line) and o.thickness > 2)
    assert len(curve.points) < 4 * drawing.width
    assert curve.points[-1][1] == pytest.approx(12 + 220 * (8999 / 10_000))


@FEW
@given(
    st.lists(st.tuples(NAMES, st.dates(date(2015, 1, 1), date(2025, 12, 31)), DAYS), max_size=25),
    SIZES,
)
def test_a_career_ends_where_that_is_known(
    roles: list[tuple[str, date, date | None]], size: float
) -> None:
    people = [
        (name, [Stretch(name, start, max(start, end) if end else None, "hue1")])
        for name, start, end in roles
    ]
    drawing = sound(careers(people, (date(2015, 1, 1), date(2025, 12, 31)), size))
    assert len(of_kind(drawing, Box)) == len([1 for _, _, end in roles if end])
    assert len(of_kind(drawing, Dot)) == len([1 for _, _, end in roles if not end])


def test_an_axis_of_days_bears_marks_for_any_span() -> None:
    for span in (20, 200, 2000, 20_000):
        until = date(1970, 1, 1) + timedelta(days=span)
        drawing = timeline([Event("Ada", until, until, "hue1")], (date(1970, 1, 1), until))
        assert any(text[:4].isdigit() for text in texts(drawing)), span
