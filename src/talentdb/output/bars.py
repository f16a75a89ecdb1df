"""How is a number drawn as a bar, or as a shade?"""

import math
from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉"
_SHADES = " ░▒▓█"
_PLAIN_SHADES = " .:+#"


def bars(values: Sequence[float], length: int, blocks: bool) -> list[str]:
    """A bar for each value, the value furthest from 0 being `length` long.

    Eighths of a block, or whole `#` without `blocks`. What is below 0 is drawn in `░` or `-`.
    """
    greatest = max((abs(value) for value in values), default=0) or 1
    return [_bar(value / greatest * length, blocks) for value in values]


def _bar(size: float, blocks: bool) -> str:
    if size < 0:
        return ("░" if blocks else "-") * round(-size)
    if not blocks:
        return "#" * round(size)
    whole, eighths = divmod(round(size * 8), 8)
    return "█" * whole + _EIGHTHS[eighths].strip()


def shade(value: float, greatest: float, blocks: bool) -> str:
    """One character, the darker the nearer a number of 0 or more is to the greatest.

    Only 0 is blank.
    """
    shades = _SHADES if blocks else _PLAIN_SHADES
    if value <= 0 or greatest <= 0:
        return shades[0]
    return shades[max(1, math.ceil(min(value / greatest, 1) * 4))]
