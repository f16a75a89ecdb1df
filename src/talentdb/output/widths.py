"""How wide is each column of a table, and does the table fit at all?"""

from collections.abc import Sequence

from talentdb.output.result import NUMERIC

GAP = 2
# Texts are folded between words as long as there is room for the longest word up to this.
_LONGEST_WORD = 18
# Below these a column of its kind is hard to read; numbers and shares are never folded.
_LEAST: dict[str, int] = {"text": 8, "list": 8, "date": 10, "end": 10, **dict.fromkeys(NUMERIC, 24)}


def cell_width(text: str) -> int:
    """The columns of a terminal that the text takes: 2 for 何, none for a combining accent."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitted(grid: Sequence[Sequence[str]], kinds: Sequence[str], width: int) -> list[int] | None:
    """The widths at which the columns fit into `width`, gaps included; None if they cannot.

    The first row of the grid is the header. The widest columns give way first, and only as
    far as is needed: texts between words, then dates, then words themselves; no column below
    what can be read, no header at all.
    """
    room = width - GAP * (len(kinds) - 1)
    columns = list(zip(*grid, strict=True))
    natural = [max(map(cell_width, column)) for column in columns]
    if sum(natural) <= room:
        return natural
    for floor in (_whole_dates_and_words, _whole_words, _least):
        floors = list(map(floor, columns, kinds))
        if sum(map(min, natural, floors)) <= room:
            return _shrunk(natural, floors, room)
    return None


def _least(column: Sequence[str], kind: str) -> int:
    return max(len(column[0]), _LEAST[kind])


def _whole_dates_and_words(column: Sequence[str], kind: str) -> int:
    if kind in ("date", "end"):
        return max(map(cell_width, column))
    return _whole_words(column, kind)


def _whole_words(column: Sequence[str], kind: str) -> int:
    if kind not in ("text", "list"):
        return _least(column, kind)
    words = (cell_width(word) for cell in column for word in cell.split())
    longest = max(words, default=0)
    return max(_least(column, kind), min(longest, _LONGEST_WORD))


def _shrunk(natural: Sequence[int], floors: Sequence[int], room: int) -> list[int]:
    widths = [min(wide, room) for wide in natural]
    while sum(widths) > room:
        wider = [place for place, wide in enumerate(widths) if wide > floors[place]]
        widths[max(wider, key=widths.__getitem__)] -= 1
    return widths
