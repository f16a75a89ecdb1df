"""Where was each person when? A line a person, a bar a role in the colour of its organisation."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from talentdb.output.values import counted
from talentdb.reports.charts.lettering import cut, width
from talentdb.reports.charts.scales import Scale
from talentdb.reports.charts.shapes import Box, Dot, Drawing, Label, Shape
from talentdb.reports.charts.timeline import BELOW, EDGE, LINE, TOP, axis

_THICK, _LEAST = 9.0, 3.0


class Stretch(NamedTuple):
    """A role in words, from a day to a day (None: not known until when), and its colour."""

    text: str
    start: date
    end: date | None
    colour: str


def careers(
    people: Sequence[tuple[str, Sequence[Stretch]]],
    bounds: tuple[date, date],
    size: float = 760.0,
    title: str = "Careers",
) -> Drawing:
    """A line a person. A role whose end is not known is a dot where it began.

    Roles at one time lie on one another in part; none is wider than its days.
    """
    names = min(size * 0.36, max((width(name) for name, _ in people), default=0) + 14)
    first, last = bounds
    across = Scale(first.toordinal(), last.toordinal(), names, size - EDGE)
    bottom = TOP + LINE * len(people)
    shapes: list[Shape] = [*axis(across, bounds, bottom, max(2, int((size - names) / 50)))]
    for number, (name, stretches) in enumerate(people):
        y = TOP + LINE * (number + 0.5)
        text = cut(name, names - 10)
        whole = "" if text == name else name
        shapes.append(Label(names - 8, y, text, anchor="end", whole=whole))
        shapes += (_stretch(one, across, y) for one in stretches)
    return Drawing(
        size, bottom + BELOW, tuple(shapes), title, counted(len(people), "person", "people")
    )


def _stretch(one: Stretch, across: Scale, y: float) -> Shape:
    start = across(one.start.toordinal())
    if one.end is None:
        return Dot(start, y, _THICK / 2, one.colour, one.text)
    wide = max(_LEAST, across(one.end.toordinal()) - start - 1)
    return Box(min(start, across.end - wide), y - _THICK / 2, wide, _THICK, one.colour, one.text)
