"""How does a value become plain data, text for a machine, or text for a person?"""

import datetime
import decimal
import enum
import json
import math
import numbers
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None

_BAR = re.compile(r"(\\*)\|")


def plain(value: object) -> Plain:
    """The value as JSON knows it: dates as ISO text, several values as a list.

    What is no number (NaN, infinity) is None; a decimal is an int if it is whole. Any other
    type is a mistake of the caller's and raises TypeError.
    """
    if value is None or type(value) is str or type(value) is int or isinstance(value, bool):
        return value
    if isinstance(value, enum.Enum):
        return plain(value.value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    if isinstance(value, numbers.Number):
        return _plain_number(value)
    return _plain_collection(value)


def _plain_number(value: numbers.Number) -> int | float | None:
    # numpy registers its numbers with these abstract classes, not with int and float.
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, decimal.Decimal) and value.is_finite() and value == int(value):
        return int(value)
    if isinstance(value, numbers.Real | decimal.Decimal):
        number = float(value)
        return number if math.isfinite(number) else None
    raise TypeError(f"a result cannot hold {value!r}")


def _plain_collection(value: object) -> Plain:
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(item) for item in value]
    raise TypeError(f"a result cannot hold {value!r}")


def text(value: object) -> str:
    """The value as a cell of csv or tsv: the empty text for None, several values by `joined`."""
    known = plain(value)
    if isinstance(known, str):
        return known
    if known is None:
        return ""
    if isinstance(known, list):
        return joined([text(item) for item in known])
    if isinstance(known, int | float) and not isinstance(known, bool):
        return str(known)
    return json.dumps(known, ensure_ascii=False)


def readable(value: object, kind: str) -> str:
    """The value as a person reads it: dates in words, shares in percent, two decimals.

    Numbers nearer to 0 than 0.1 keep three significant digits. None is `?` where it stands
    for an unknown date, and empty elsewhere.
    """
    known = plain(value)
    if kind in ("date", "end") and (known is None or isinstance(known, str)):
        from talentdb.dates import shown

        return shown(known)
    if isinstance(known, bool) or not isinstance(known, int | float):
        return text(known)
    if kind == "amount":
        return f"{known:,}"
    if kind == "share":
        return f"{100 * known:.1f} %"
    return str(known) if isinstance(known, int) else _decimals(known)


def _decimals(number: float) -> str:
    if number == 0 or 0.1 <= abs(number) < 1e15:
        return f"{number:.2f}"
    return f"{number:.3g}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """So many of something, as in `1 move` and `3 moves`; `plural` where it takes no -s."""
    return f"{count} {noun_of(count, noun, plural)}"


def noun_of(count: int, noun: str, plural: str = "") -> str:
    """The noun that goes with a count."""
    return noun if count == 1 else plural or noun + "s"


def joined(values: Sequence[str]) -> str:
    r"""Several values in one cell, separated by ` | `; a bar in a value is `\|`.

    Backslashes are doubled only where they stand right before such a bar, so that paths and
    the like stay as they are. `separated` is the way back, but for empty values and for white
    space around a value, which it drops.
    """
    return " | ".join(_BAR.sub(r"\1\1\\|", value) for value in values)


def separated(cell: str) -> list[str]:
    """The values of a cell made by `joined`, or by hand, without the empty ones."""
    if "|" not in cell:
        alone = cell.strip()
        return [alone] if alone else []
    values, start = [""], 0
    for match in _BAR.finditer(cell):
        slashes = len(match[1])
        values[-1] += cell[start : match.start()] + "\\" * (slashes // 2)
        if slashes % 2:
            values[-1] += "|"
        else:
            values.append("")
        start = match.end()
    values[-1] += cell[start:]
    return [value.strip() for value in values if value.strip()]
