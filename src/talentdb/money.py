"""How much money does a text such as `100M USD` or `€1.5m` mean?"""

import re
from decimal import Decimal
from typing import NamedTuple

from talentdb.errors import AmountNotUnderstood

GREATEST = 2**63 - 1
UNKNOWN = "?"
_SYMBOLS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}
_UNITS = {
    **dict.fromkeys(("", "units"), 1),
    **dict.fromkeys(("k", "thousand"), 10**3),
    **dict.fromkeys(("m", "mn", "million"), 10**6),
    **dict.fromkeys(("b", "bn", "billion"), 10**9),
    **dict.fromkeys(("t", "tn", "trillion"), 10**12),
}
_CURRENCY = r"US\$|[$€£?]|[A-Za-z]{3}"
_NUMBER = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*(?P<number>{_NUMBER})\s*"
    rf"(?P<unit>[kmbt]|[mbt]n|thousand|[mbt]r?illion)?\s*(?P<after>{_CURRENCY})?\Z",
    re.IGNORECASE,
)
_SHELL_ATE_IT = re.compile(r"\s*(?:0\d|0[kmbt]|\.\d)", re.IGNORECASE)
_EXPECTED = "write it like 100M USD, 1.5m EUR or '$100M' (in single quotes)"


class Money(NamedTuple):
    """An amount in whole units; the currency is None where it is not known (`?`)."""

    amount: int
    currency: str | None


def read(text: str) -> Money:
    """The amount as people write it. Raises AmountNotUnderstood."""
    if _SHELL_ATE_IT.match(text):
        why = "the shell took its beginning, such as $1, for a variable; write '$100M' in single"
        why += " quotes"
        raise AmountNotUnderstood(text, why)
    found = _AMOUNT.match(text.strip())
    if found is None or (found["before"] and found["after"]):
        raise AmountNotUnderstood(text, _EXPECTED)
    mark = found["before"] or found["after"]
    if mark is None:
        why = "it has no currency: write 100M USD, or '100M ?' while it is only rumoured"
        raise AmountNotUnderstood(text, why)
    number = Decimal(re.sub("[, ]", "", found["number"]))
    amount = number * _UNITS[(found["unit"] or "").lower()]
    if amount != int(amount) or amount > GREATEST:
        raise AmountNotUnderstood(text, "it is no whole number of the currency, or too large")
    return Money(int(amount), _currency(mark))


def currency(text: str) -> str | None:
    """The code of a currency; None for `?`. Raises AmountNotUnderstood for what is no code."""
    mark = text.strip()
    if not re.fullmatch(_CURRENCY, mark):
        raise AmountNotUnderstood(text, "a currency has a code of three letters, such as USD")
    return _currency(mark)


def _currency(mark: str) -> str | None:
    return None if mark == UNKNOWN else _SYMBOLS.get(mark.upper(), mark.upper())


def is_bare(text: str) -> bool:
    """Whether it is an amount that names no currency."""
    found = _AMOUNT.match(text.strip())
    return found is not None and not found["before"] and not found["after"]


def number(text: str) -> int:
    """A whole number, with a unit such as M or not. Raises AmountNotUnderstood."""
    if not is_bare(text):
        raise AmountNotUnderstood(text, "it is a number alone, such as 100M; name no currency here")
    return read(f"{text} ?").amount


def shown(at_least: int | None, at_most: int | None, code: str | None) -> str | None:
    """A range of amounts in words, such as `at most 100,000,000 USD`; None if none is known."""
    unit = code or UNKNOWN
    if at_least is None and at_most is None:
        return None
    if at_least == at_most:
        return f"{at_least:,} {unit}"
    if at_least is None:
        return f"at most {at_most:,} {unit}"
    return (
        f"at least {at_least:,} {unit}" if at_most is None else f"{at_least:,}–{at_most:,} {unit}"
    )
