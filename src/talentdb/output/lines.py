"""How does a row of cells become lines that a terminal can show?"""

from collections.abc import Sequence
from itertools import zip_longest

from talentdb.output.widths import GAP, cell_width


def lines(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    """The row within the widths: what is wider is folded, between words where it can be."""
    folded = [_fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        (" " * GAP).join(map(_pad, line, widths, right)).rstrip()
        for line in zip_longest(*folded, fillvalue="")
    ]


def _pad(text: str, width: int, right: bool) -> str:
    padding = " " * (width - cell_width(text))
    return padding + text if right else text + padding


def _fold(text: str, width: int) -> list[str]:
    if cell_width(text) <= width:
        return [text]
    from rich.console import Console
    from rich.text import Text

    # A Text is data: as a plain str, [brackets] and :names: would be read as markup. An empty
    # environment, since rich would look for COLUMNS and the like in the real one.
    console = Console(width=width, color_system=None, _environ={})
    return [line.plain for line in Text(text).wrap(console, width, overflow="fold")]
