"""When did who move? A line a move, as long as its date is inexact, and bars for many moves."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from talentdb.output.values import counted
from talentdb.reports.charts.lettering import cut, width
from talentdb.reports.charts.scales import Scale, days
from talentdb.reports.charts.shapes import Box, Dot, Drawing, Label, Line, Shape

LINE, TOP, BELOW, EDGE = 18.0, 8.0, 26.0, 12.0
_PHONE = 400.0
_TALLEST_BAR, _FILLED = 90.0, 0.7


class Event(NamedTuple):
    """A move: in words, the days between which it lies (None: unbounded), and its colour.

    `short` stands in its place where there is little room.
    """

    text: str
    earliest: date | None
    latest: date | None
    colour: str
    short: str = ""


class Period(NamedTuple):
    """How many came and how many went in a span of time."""

    name: str
    inbound: int
    outbound: int


def timeline(
    events: Sequence[Event], bounds: tuple[date, date], size: float = 760.0, title: str = "When"
) -> Drawing:
    """A line an event: a dot where the day is known, a bar where it lies between two days.

    A side without a bound is dashed to the edge. Give dated events only, in the order to show.
    """
    is_wide = size > _PHONE
    words = [one.text if is_wide else one.short or one.text for one in events]
    names = min(size * (0.42 if is_wide else 0.5), max(map(width, words), default=0) + 14)
    first, last = bounds
    across = Scale(first.toordinal(), last.toordinal(), names, size - EDGE)
    bottom = TOP + LINE * len(events)
    shapes: list[Shape] = [*axis(across, bounds, bottom, max(2, int((size - names) / 50)))]
    for number, (event, said) in enumerate(zip(events, words, strict=True)):
        y = TOP + LINE * (number + 0.5)
        text = cut(said, names - 10)
        whole = "" if text == event.text else event.text
        shapes.append(Label(names - 8, y, text, anchor="end", whole=whole))
        shapes += _event(event, across, y)
    return Drawing(size, bottom + BELOW, tuple(shapes), title, counted(len(events), "move"))


def _event(event: Event, across: Scale, y: float) -> list[Shape]:
    if event.earliest == event.latest and event.earliest is not None:
        return [Dot(across(event.earliest.toordinal()), y, 4.5, event.colour, event.text)]
    start = across.start if event.earliest is None else across(event.earliest.toordinal())
    end = across.end if event.latest is None else across(event.latest.toordinal())
    found: list[Shape] = []
    if event.earliest is not None and event.latest is not None:
        found.append(Box(start, y - 3.5, max(7.0, end - start), 7.0, event.colour, event.text))
        return found
    found.append(Line(((start, y), (end, y)), event.colour, 2.0, dashed=True))
    known = end if event.earliest is None else start
    found.append(Dot(known, y, 4.5, event.colour, event.text))
    return found


def axis(across: Scale, bounds: tuple[date, date], bottom: float, count: int) -> list[Shape]:
    """About so many marks from the top of the lines to the bottom, and their days under them."""
    found: list[Shape] = []
    free = 0.0
    for day, words in days(*bounds, count):
        x = across(day.toordinal())
        label = Label(x, bottom + 14, words, "muted", "middle")
        left, _, right, _ = label.bounds
        found.append(Line(((x, TOP), (x, bottom + 4)), "grid"))
        if left >= free and right <= across.end + EDGE:
            found.append(label)
            free = right + 6
    return found


def periods(
    counts: Sequence[Period], colours: tuple[str, str], size: float = 760.0, title: str = "When"
) -> Drawing:
    """Bars upward for those who came and downward for those who went, a pair a period."""
    greatest = max((max(one.inbound, one.outbound) for one in counts), default=0) or 1
    scale = _TALLEST_BAR / greatest
    middle, left = TOP + 20 + _TALLEST_BAR, 62.0
    slot = (size - left - EDGE) / max(1, len(counts))
    thick = min(28.0, slot * _FILLED)
    shapes: list[Shape] = [
        Line(((left, middle), (size - EDGE, middle)), "muted"),
        Label(left - 8, middle - 14, "came", "muted", "end"),
        Label(left - 8, middle + 14, "went", "muted", "end"),
    ]
    free = 0.0
    foot = middle + _TALLEST_BAR + 34
    for number, one in enumerate(counts):
        x = left + (number + 0.5) * slot
        shapes += _pair(one, x, middle, thick, scale, colours)
        label = Label(x, foot, one.name, "muted", "middle")
        if label.bounds[0] >= free and label.bounds[2] <= size:
            shapes.append(label)
            free = label.bounds[2] + 8
    came, went = sum(one.inbound for one in counts), sum(one.outbound for one in counts)
    return Drawing(size, foot + 12, tuple(shapes), title, f"{came} came, {went} went")


def _pair(
    one: Period, x: float, middle: float, thick: float, scale: float, colours: tuple[str, str]
) -> list[Shape]:
    found: list[Shape] = []
    for count, colour, up in ((one.inbound, colours[0], True), (one.outbound, colours[1], False)):
        if not count:
            continue
        length = count * scale
        top = middle - length if up else middle
        word = "came" if up else "went"
        found.append(Box(x - thick / 2, top, thick, length, colour, f"{one.name}: {count} {word}"))
        size = min(13.0, thick + 4)
        if width(str(count), size) <= thick / _FILLED:
            y = top - 9 if up else top + length + 9
            found.append(Label(x, y, str(count), anchor="middle", size=size))
    return found
