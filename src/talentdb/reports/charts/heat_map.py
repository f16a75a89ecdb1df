"""How many moved between each two organisations? A table whose cells are tinted by their number."""

import math
from collections.abc import Sequence

from talentdb.reports.charts.colours import HEATS
from talentdb.reports.charts.lettering import SIZE, cut, shown, width
from talentdb.reports.charts.shapes import Box, Drawing, Label, Shape

_WIDEST_CELL, _NARROWEST_CELL, _TALL, _APART = 64.0, 24.0, 28.0, 2.0
_LONGEST_HEAD = 0.22  # of the width


def heat_map(
    rows: Sequence[str],
    columns: Sequence[str],
    counts: Sequence[Sequence[int | None]],
    size: float = 760.0,
    title: str = "Origin by destination",
) -> Drawing:
    """A row an origin, a column a destination; None where there can be no move, as on a diagonal.

    The tint tells five steps between none and the greatest number, which every cell also shows.
    No wider than its cells need. With more columns than fit, raise `size` or give fewer.
    """
    greatest = max((count or 0 for row in counts for count in row), default=0)
    names = min(size * 0.34, max((width(shown(name)) for name in rows), default=0) + 12)
    cell = min(_WIDEST_CELL, (size - names) / max(1, len(columns)))
    fits = all(width(shown(name)) <= cell - 4 for name in columns)
    longest = max(110.0, size * _LONGEST_HEAD)
    head = SIZE + 10 if fits else min(longest, _longest(columns)) + 10
    shapes: list[Shape] = []
    for number, name in enumerate(columns):
        shapes.append(_head(name, names + (number + 0.5) * cell, head, fits, cell))
    for place, (name, row) in enumerate(zip(rows, counts, strict=True)):
        top = head + place * _TALL
        text = cut(name, names - 10)
        whole = "" if text == name else name
        shapes.append(Label(names - 8, top + _TALL / 2, text, anchor="end", whole=whole))
        for number, count in enumerate(row):
            told = f"{name} → {columns[number]}: {count}"
            shapes += _cell(count, greatest, names + number * cell, top, cell, told)
    height = head + len(rows) * _TALL + 2
    across = names + len(columns) * cell
    return Drawing(across, height, tuple(shapes), title, f"greatest number {greatest}")


def step(count: int, greatest: int) -> int:
    """Which of the five tints a count has; the greatest number has the last.

    By the square root, so that one great number does not leave all others pale.
    """
    return max(0, math.ceil(len(HEATS) * math.sqrt(count / max(1, greatest))) - 1)


def _cell(
    count: int | None, greatest: int, left: float, top: float, cell: float, told: str
) -> list[Shape]:
    if count is None:
        return [Label(left + cell / 2, top + _TALL / 2, "–", "muted", "middle")]
    if not count:
        return [Label(left + cell / 2, top + _TALL / 2, "·", "muted", "middle")]
    tint = HEATS[step(count, greatest)]
    size = (cell - _APART, _TALL - _APART)
    room = cell - _APART - 2
    text = str(count)
    fitting = min(SIZE, room / width(text, 1.0))
    return [
        Box(left + _APART / 2, top + _APART / 2, *size, tint, told),
        Label(left + cell / 2, top + _TALL / 2, text, f"on-{tint}", "middle", fitting),
    ]


def _head(name: str, middle: float, head: float, fits: bool, cell: float) -> Label:
    if fits:
        return Label(middle, head - 14, shown(name), anchor="middle")
    text = cut(name, head - 8)
    whole = "" if text == name else name
    size = min(SIZE, cell - 4)
    return Label(middle, head - 6, text, upright=True, whole=whole, size=size)


def _longest(names: Sequence[str]) -> float:
    return max((width(shown(name)) for name in names), default=0)
