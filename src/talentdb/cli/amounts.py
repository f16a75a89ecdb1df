"""Which amounts and values do the words of a command line mean?"""

import re
from decimal import Decimal
from typing import Any

from talentdb.errors import OptionMisused
from talentdb.money import Money, is_bare, number, read
from talentdb.money import currency as read_currency

_FIGURE = re.compile(
    r"(?P<qualifier>about|at least|at most)?\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%)?\Z"
)


def amounts_asked(at_least: str | None, at_most: str | None, exactly: str | None) -> dict[str, Any]:
    """at_least, at_most and currency as the options name them; None where they do not.

    Raises AmountNotUnderstood, OptionMisused for two currencies or too many options.
    """
    if exactly is not None and (at_least is not None or at_most is not None):
        raise OptionMisused("--amount says both: leave --at-least and --at-most out.")
    texts = (exactly, exactly) if exactly is not None else (at_least, at_most)
    given: list[Money | None] = [None if text is None else read(text) for text in texts]
    currencies = {money.currency for money in given if money is not None}
    if len(currencies) > 1:
        raise OptionMisused("at least and at most are in two currencies: write both in one.")
    least, most = (money.amount if money else None for money in given)
    return {"at_least": least, "at_most": most, "currency": next(iter(currencies), None)}


def paid_asked(amount: str | None, currency: str | None, is_new: bool = True) -> dict[str, Any]:
    """amount and currency as the options name them, the currency with the amount or by itself.

    An amount that is not `is_new` may leave the currency to the record. Raises
    AmountNotUnderstood, OptionMisused for two currencies.
    """
    code = None if currency is None else read_currency(currency)
    if amount is None:
        return {"amount": None, "currency": code}
    if is_bare(amount) and (currency is not None or not is_new):
        return {"amount": number(amount), "currency": code}
    money = read(amount)
    if currency is not None and code != money.currency:
        raise OptionMisused(f"{amount!r} and --currency {currency} say two things: choose one.")
    return {"amount": money.amount, "currency": money.currency}


def figure_asked(text: str, qualifier: str | None) -> tuple[float, str | None]:
    """The value that `about 50`, `10.6` or `80%` means, and its qualifier."""
    found = _FIGURE.match(text.strip().lower())
    if found is None:
        raise OptionMisused(
            f"the value {text!r} is not understood: write 10.6, 4, 80%, 'about 50' or 'at least 4'."
        )
    said = found["qualifier"] and found["qualifier"].replace(" ", "_")
    if said and qualifier and said != qualifier:
        raise OptionMisused(f"{text!r} and --qualifier {qualifier} say two things: choose one.")
    value = Decimal(found["number"])
    return float(value / 100 if found["percent"] else value), said or qualifier
