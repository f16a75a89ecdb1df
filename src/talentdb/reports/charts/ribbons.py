"""How many went from where to where? Two columns of organisations with ribbons between them.

A ribbon is as thick as its flow has moves, and a column's bars as long as the ribbons at them.
Flows in both directions make no circle here: an organisation may stand in both columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from talentdb.output.values import counted
from talentdb.reports.charts.colours import REST
from talentdb.reports.charts.lettering import APART, cut, shown, width
from talentdb.reports.charts.shapes import Box, Drawing, Label, Ribbon, Shape

OTHER = "other"
_BAR, _GAP, _HEAD, _EDGE = 12.0, 5.0, 26.0, 6.0
_TALLEST, _PER_MOVE, _PHONE = 420.0, 34.0, 400.0


class Stream(NamedTuple):
    """The moves from one organisation to another."""

    origin: str
    goal: str
    moves: int

    def end(self, side: int) -> str:
        """The organisation in the left column (0) or in the right one (1)."""
        return self.goal if side else self.origin


@dataclass(frozen=True)
class _Bar:
    """An organisation in a column: where it begins, how long it is, how many moves it has."""

    name: str
    top: float
    length: float
    moves: int


def ribbons(
    streams: Sequence[Stream],
    colours: Mapping[str, str],
    size: float = 760.0,
    most: int = 12,
    title: str = "Flows",
) -> Drawing:
    """The streams as ribbons in the colour of their origin, `size` pixels wide.

    At most `most` organisations stand in a column; the smaller ones are folded into `other`,
    and no move is lost: the thicknesses in a column sum to the moves, to scale.
    """
    kept = folded(streams, most)
    total = sum(stream.moves for stream in kept)
    if not total:
        return Drawing(size, 2 * _HEAD, (_nothing(size),), title, "no moves")
    scale = min(_PER_MOVE, _TALLEST / total)
    columns = [_column(kept, side, scale) for side in (0, 1)]
    height = max(_bottom(column) for column in columns) + _EDGE
    share = 0.33 if size > _PHONE else 0.38
    room = min(size * share, max(width(f"{bar.name}  {bar.moves}") for bar in _all(columns)) + 10)
    left, right = room + _BAR, size - room - _BAR
    placed = [_centred(column, height) for column in columns]
    shapes: list[Shape] = [*_between(kept, placed, (left, right), scale, colours)]
    for column, is_left in zip(placed, (True, False), strict=True):
        edge = left - _BAR if is_left else right
        shapes += _bars(column, edge, is_left, room, colours)
    shapes += _heads(left, right)
    told = ", ".join(f"{one.origin} to {one.goal} {one.moves}" for one in kept[:8])
    return Drawing(size, height, tuple(shapes), title, shown(f"{counted(total, 'move')}: {told}"))


def folded(streams: Sequence[Stream], most: int) -> list[Stream]:
    """The streams between the largest origins and goals, all others folded into `other`."""
    keep = [_largest(streams, side, most) for side in (0, 1)]
    found: dict[tuple[str, str], int] = {}
    for stream in streams:
        if stream.moves > 0:
            origin, goal = (
                name if name in names else OTHER
                for name, names in zip(stream[:2], keep, strict=True)
            )
            found[origin, goal] = found.get((origin, goal), 0) + stream.moves
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [Stream(origin, goal, moves) for (origin, goal), moves in ordered]


def _largest(streams: Sequence[Stream], side: int, most: int) -> set[str]:
    ordered = _ordered(streams, side)
    return set(ordered if len(ordered) <= most else ordered[: most - 1])


def _ordered(streams: Sequence[Stream], side: int) -> list[str]:
    """The organisations of a column by falling moves, `other` last."""
    moves: dict[str, int] = {}
    for stream in streams:
        moves[stream.end(side)] = moves.get(stream.end(side), 0) + stream.moves
    known = [name for name, count in moves.items() if count > 0]
    return sorted(known, key=lambda name: (name == OTHER, -moves[name], name))


def _column(streams: Sequence[Stream], side: int, scale: float) -> list[_Bar]:
    bars: list[_Bar] = []
    top = _HEAD
    for name in _ordered(streams, side):
        moves = sum(stream.moves for stream in streams if stream.end(side) == name)
        length = moves * scale
        slot = max(length, APART)
        bars.append(_Bar(name, top + (slot - length) / 2, length, moves))
        top += slot + _GAP
    return bars


def _bottom(column: Sequence[_Bar]) -> float:
    last = column[-1]
    return last.top + last.length + max(0.0, APART - last.length) / 2


def _centred(column: Sequence[_Bar], height: float) -> list[_Bar]:
    shift = (height - _EDGE - _bottom(column)) / 2
    return [_Bar(bar.name, bar.top + shift, bar.length, bar.moves) for bar in column]


def _all(columns: Sequence[Sequence[_Bar]]) -> list[_Bar]:
    return [bar for column in columns for bar in column]


def _between(
    streams: Sequence[Stream],
    columns: Sequence[Sequence[_Bar]],
    edges: tuple[float, float],
    scale: float,
    colours: Mapping[str, str],
) -> list[Ribbon]:
    """The ribbons: at each bar in the order of the bars across, so that few of them cross."""
    places = [{bar.name: number for number, bar in enumerate(column)} for column in columns]
    used = [{bar.name: bar.top for bar in column} for column in columns]
    tops: list[dict[tuple[str, str], float]] = [{}, {}]
    for side in (0, 1):
        for one in sorted(streams, key=lambda one: places[1 - side][one.end(1 - side)]):
            tops[side][one.origin, one.goal] = used[side][one.end(side)]
            used[side][one.end(side)] += one.moves * scale
    return [
        Ribbon(
            *edges,
            tops[0][one.origin, one.goal],
            tops[1][one.origin, one.goal],
            one.moves * scale,
            colours.get(one.origin, REST),
            f"{one.origin} → {one.goal}: {one.moves}",
        )
        for one in streams
    ]


def _bars(
    column: Sequence[_Bar], edge: float, is_left: bool, room: float, colours: Mapping[str, str]
) -> list[Shape]:
    found: list[Shape] = []
    for bar in column:
        fill = colours.get(bar.name, REST)
        found.append(Box(edge, bar.top, _BAR, bar.length, fill, f"{bar.name}: {bar.moves}"))
        number = f"  {bar.moves}"
        text = cut(bar.name, room - 8 - width(number))
        x, anchor = (edge - 6, "end") if is_left else (edge + _BAR + 6, "start")
        middle = bar.top + bar.length / 2
        whole = "" if text == bar.name else bar.name
        found.append(Label(x, middle, text + number, anchor=anchor, whole=whole))
    return found


def _heads(left: float, right: float) -> list[Shape]:
    return [
        Label(left, 9, "from", "muted", "end", bold=True),
        Label(right, 9, "to", "muted", "start", bold=True),
    ]


def _nothing(size: float) -> Label:
    return Label(size / 2, _HEAD, "no moves", "muted", "middle")
