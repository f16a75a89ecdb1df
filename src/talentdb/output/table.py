"""How does a result look at a terminal, or in a text file?"""

from collections.abc import Sequence
from dataclasses import dataclass

from talentdb.output.bars import bars, shade
from talentdb.output.lines import lines
from talentdb.output.result import NUMERIC, Column, Result, Total
from talentdb.output.sink import Sink, encodable, escaped
from talentdb.output.sparks import Series, spark
from talentdb.output.values import plain, readable
from talentdb.output.widths import GAP, cell_width, fitted

_WIDTH_OF_A_PIPE = 10_000
_NARROWEST = 20
_SHORTEST_BAR, _LONGEST_BAR = 4, 24


@dataclass(frozen=True)
class _Look:
    sink: Sink
    colour: bool

    def cell(self, value: object, kind: str) -> str:
        return encodable(escaped(readable(value, kind)), self.sink.encoding)

    def rule(self, width: int) -> str:
        return self._styled(("─" if self.sink.is_unicode else "-") * width, "dim")

    def head(self, text: str) -> str:
        return self._styled(text, "bold")

    def _styled(self, text: str, style: str) -> str:
        if not self.colour:
            return text
        from rich.color import ColorSystem
        from rich.style import Style

        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def write_table(result: Result, sink: Sink, width: int | None, colour: bool) -> int:
    """The columns on screen, folded into `width`; None is a pipe, where nothing is folded.

    A width below 20 counts as 20.
    Where the columns cannot be read side by side, each row becomes a list of its fields.
    Bars are drawn where a width is given and leaves room for them.
    """
    columns = [column for column in result.columns if column.screen]
    rows = [
        [value for column, value in zip(result.columns, row, strict=True) if column.screen]
        for row in result.rows
    ]
    look = _Look(sink, colour)
    kinds = [column.kind for column in columns]
    cells = [list(map(look.cell, row, kinds)) for row in rows]
    room = _WIDTH_OF_A_PIPE if width is None else max(width, _NARROWEST)
    grid = [[column.name for column in columns], *cells]
    widths = fitted(grid, kinds, room)
    if widths is None:
        _write_fields(grid, room, look)
        return len(rows)
    if width is not None:
        _draw_bars(grid, rows, columns, widths, room, look)
        _draw_shades(grid, rows, columns, widths, room, look)
    _write_grid(grid, columns, widths, look)
    if width is not None:
        _write_series(result.series, room, look)
    return len(rows)


def _write_grid(
    grid: Sequence[Sequence[str]], columns: Sequence[Column], widths: Sequence[int], look: _Look
) -> None:
    right = [column.kind in NUMERIC for column in columns]
    for line in lines(grid[0], widths, right):
        look.sink.write(look.head(line) + "\n")
    look.sink.write(look.rule(sum(widths) + GAP * (len(widths) - 1)) + "\n")
    for row in grid[1:]:
        look.sink.write("".join(f"{line}\n" for line in lines(row, widths, right)))


def _write_series(series: Sequence[Series], room: int, look: _Look) -> None:
    names = [look.cell(one.name, "text") for one in series]
    widest = max(map(cell_width, names), default=0)
    for number, (one, name) in enumerate(zip(series, names, strict=True)):
        line = spark(one, room - widest - GAP, look.sink.is_unicode)
        padding = " " * (widest - cell_width(name) + GAP)
        look.sink.write(("" if number else "\n") + (name + padding + line).rstrip() + "\n")


def _write_fields(grid: Sequence[Sequence[str]], room: int, look: _Look) -> None:
    names = grid[0]
    first = min(max(map(len, names)), room // 2)
    widths, right = [first, room - first - GAP], [False, False]
    for number, row in enumerate(grid[1:]):
        if number:
            look.sink.write("\n")
        for name, cell in zip(names, row, strict=True):
            for line in lines([name, cell], widths, right):
                look.sink.write(look.head(line[:first]) + line[first:] + "\n")


def _draw_bars(
    grid: list[list[str]],
    rows: Sequence[Sequence[object]],
    columns: Sequence[Column],
    widths: list[int],
    room: int,
    look: _Look,
) -> None:
    places = [place for place, column in enumerate(columns) if column.kind == "bar"]
    spare = room - sum(widths) - GAP * (len(widths) - 1)
    length = min(_LONGEST_BAR, spare // len(places) - 1) if places else 0
    if length < _SHORTEST_BAR:
        return
    for place in places:
        values = [_number(row[place]) for row in rows]
        drawn = ["", *bars(values, length, look.sink.is_unicode)]
        for row, bar in zip(grid, drawn, strict=True):
            row[place] = f"{row[place]:>{widths[place]}} {bar:<{length}}"
        widths[place] += 1 + length


def _draw_shades(
    grid: list[list[str]],
    rows: Sequence[Sequence[object]],
    columns: Sequence[Column],
    widths: list[int],
    room: int,
    look: _Look,
) -> None:
    places = [place for place, column in enumerate(columns) if column.kind == "shade"]
    if sum(widths) + GAP * (len(widths) - 1) + 2 * len(places) > room:
        return
    cells = [row[place] for row in rows for place in places if not isinstance(row[place], Total)]
    greatest = max(map(_number, cells), default=0)
    for place in places:
        grid[0][place] += "  "
        for line, row in zip(grid[1:], rows, strict=True):
            summed = isinstance(row[place], Total)
            drawn = " " if summed else shade(_number(row[place]), greatest, look.sink.is_unicode)
            line[place] += f" {drawn}"
        widths[place] += 2


def _number(value: object) -> float:
    known = plain(value)
    return known if isinstance(known, int | float) else 0
