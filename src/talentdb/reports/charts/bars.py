"""How many of each? Bars with their names and numbers."""

from collections.abc import Mapping, Sequence

from talentdb.reports.charts.colours import REST
from talentdb.reports.charts.lettering import cut, shown, width
from talentdb.reports.charts.shapes import Box, Drawing, Label, Shape

_LINE, _THICK, _EDGE = 22.0, 14.0, 4.0


def bars(
    counts: Sequence[tuple[str, int]],
    colours: Mapping[str, str],
    size: float = 760.0,
    title: str = "How many",
) -> Drawing:
    """A bar a count, in the order given, as long as its number; nothing is cut off but names."""
    greatest = max((count for _, count in counts), default=0) or 1
    names = min(size * 0.42, max((width(shown(name)) for name, _ in counts), default=0) + 14)
    room = size - names - max(width(str(count)) for _, count in [*counts, ("", 0)]) - 12
    shapes: list[Shape] = []
    for number, (name, count) in enumerate(counts):
        y = _EDGE + _LINE * (number + 0.5)
        text = cut(name, names - 10)
        whole = "" if text == name else name
        length = room * count / greatest
        shapes.append(Label(names - 8, y, text, anchor="end", whole=whole))
        fill = colours.get(name, REST)
        shapes.append(Box(names, y - _THICK / 2, length, _THICK, fill, f"{name}: {count}"))
        shapes.append(Label(names + length + 6, y, str(count)))
    height = _LINE * len(counts) + 2 * _EDGE
    told = ", ".join(f"{name} {count}" for name, count in counts[:8])
    return Drawing(size, height, tuple(shapes), title, shown(told))
