"""Who is still there after so many years? A curve with its band, and how many it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from talentdb.reports.charts.scales import Scale, marks
from talentdb.reports.charts.shapes import Band, Drawing, Label, Line, Point, Shape

_LEFT, _RIGHT, _TOP, _TALL, _BELOW = 52.0, 22.0, 12.0, 220.0, 74.0


class Step(NamedTuple):
    """From this many years on, the share that is still there, with its interval (0-1)."""

    years: float
    share: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Curve:
    """A retention curve: it begins with all of them, falls at each step, and ends at `until`.

    `at_risk` says how many had been watched that long, at some years.
    """

    steps: Sequence[Step]
    until: float
    at_risk: Sequence[tuple[float, int]]

    @property
    def is_drawn(self) -> bool:
        """Whether anybody was watched for any time, and left."""
        return bool(self.steps) and self.until > 0


def survival(curve: Curve, colour: str, size: float = 760.0, title: str = "Still there") -> Drawing:
    """The curve as stairs, its interval around it, and the numbers at risk under the axis."""
    if not curve.is_drawn:
        nothing = Label(size / 2, 24, "too little recorded for a curve", "muted", "middle")
        return Drawing(size, 48, (nothing,), title, "too little recorded")
    across = Scale(0, curve.until, _LEFT, size - _RIGHT)
    down = Scale(0, 1, _TOP + _TALL, _TOP)
    shapes: list[Shape] = [*_axes(curve, across, down, size)]
    upper = _stairs(curve, across, down, "upper")
    lower = _stairs(curve, across, down, "lower")
    shapes.append(Band((*upper, *reversed(lower)), colour))
    shapes.append(Line(_stairs(curve, across, down, "share"), colour, 2.5))
    shapes += _numbers(curve, across)
    last = curve.steps[-1]
    told = f"{100 * last.share:.0f} % after {last.years:.1f} years"
    return Drawing(size, _TOP + _TALL + _BELOW, tuple(shapes), title, told)


def _seen(curve: Curve, across: Scale) -> list[Step]:
    """The steps that can be told apart: of those within half a pixel the last."""
    by_place = {int(2 * across(one.years)): one for one in curve.steps if one.years <= curve.until}
    return list(by_place.values())


def _stairs(curve: Curve, across: Scale, down: Scale, which: str) -> list[Point]:
    points = [(across(0), down(1.0))]
    for step in _seen(curve, across):
        points.append((across(step.years), points[-1][1]))
        points.append((across(step.years), down(getattr(step, which))))
    return [*points, (across(curve.until), points[-1][1])]


def _axes(curve: Curve, across: Scale, down: Scale, size: float) -> list[Shape]:
    found: list[Shape] = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = down(share)
        found.append(Line(((_LEFT, y), (size - _RIGHT, y)), "grid"))
        found.append(Label(_LEFT - 8, y, f"{100 * share:.0f} %", "muted", "end"))
    for years in marks(curve.until, 6):
        x = across(years)
        found.append(Line(((x, down(0)), (x, down(0) + 5)), "muted"))
        found.append(Label(x, down(0) + 16, f"{years:g}", "muted", "middle"))
    return found


def _numbers(curve: Curve, across: Scale) -> list[Shape]:
    """Numbers at risk, as many as stand clear of one another."""
    top = _TOP + _TALL + 38
    found: list[Shape] = [Label(_LEFT, top, "years; below: people watched so long", "muted")]
    free = 0.0
    for years, count in curve.at_risk:
        label = Label(across(years), top + 22, str(count), anchor="middle")
        left, _, right, _ = label.bounds
        if left >= free and years <= curve.until:
            found.append(label)
            free = right + 8
    return found
