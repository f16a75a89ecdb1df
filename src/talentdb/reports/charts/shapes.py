"""Of which shapes is a chart made, and how much room does each take? Colours are by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from talentdb.reports.charts.lettering import SIZE, width

Point: TypeAlias = tuple[float, float]
Bounds: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Box:
    """A rectangle; `title` is told when one points at it."""

    left: float
    top: float
    width: float
    height: float
    fill: str
    title: str = ""

    @property
    def bounds(self) -> Bounds:
        return self.left, self.top, self.left + self.width, self.top + self.height


@dataclass(frozen=True)
class Ribbon:
    """A band of one thickness from the left edge of the gap between two columns to its right."""

    left: float
    right: float
    from_top: float
    to_top: float
    thickness: float
    fill: str
    title: str = ""

    @property
    def bounds(self) -> Bounds:
        top, bottom = sorted((self.from_top, self.to_top))
        return self.left, top, self.right, bottom + self.thickness


@dataclass(frozen=True)
class Band:
    """A faint area within a closed line, such as an interval around a curve."""

    points: Sequence[Point]
    fill: str

    @property
    def bounds(self) -> Bounds:
        return _around(self.points)


@dataclass(frozen=True)
class Line:
    """A line through points."""

    points: Sequence[Point]
    stroke: str
    thickness: float = 1.0
    dashed: bool = False

    @property
    def bounds(self) -> Bounds:
        return _around(self.points)


@dataclass(frozen=True)
class Dot:
    """A small circle."""

    x: float
    y: float
    radius: float
    fill: str
    title: str = ""

    @property
    def bounds(self) -> Bounds:
        reach = self.radius
        return self.x - reach, self.y - reach, self.x + reach, self.y + reach


@dataclass(frozen=True)
class Label:
    """A line of text; `y` is its middle. `whole` is what it says where it was cut.

    `upright` turns it by a quarter, to be read from below.
    """

    x: float
    y: float
    text: str
    ink: str = "ink"
    anchor: str = "start"
    size: float = SIZE
    bold: bool = False
    upright: bool = False
    whole: str = ""

    @property
    def bounds(self) -> Bounds:
        reach, half = width(self.text, self.size), self.size / 2
        before = {"start": 0.0, "middle": reach / 2, "end": reach}[self.anchor]
        if self.upright:
            return self.x - half, self.y - (reach - before), self.x + half, self.y + before
        return self.x - before, self.y - half, self.x - before + reach, self.y + half


Shape: TypeAlias = Box | Ribbon | Band | Line | Dot | Label


@dataclass(frozen=True)
class Drawing:
    """A chart: its frame, its shapes from the back to the front, and what it shows in words."""

    width: float
    height: float
    shapes: Sequence[Shape]
    title: str
    description: str = ""


def _around(points: Sequence[Point]) -> Bounds:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)
