"""What does an amount mean as people write it, and which are refused?"""

import pytest

from talentdb.errors import AmountNotUnderstood
from talentdb.money import Money, currency, read, shown


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("100M USD", Money(100_000_000, "USD")),
        ("1.5m EUR", Money(1_500_000, "EUR")),
        ("$100M", Money(100_000_000, "USD")),
        ("€ 2bn", Money(2_000_000_000, "EUR")),
        ("14 billion usd", Money(14_000_000_000, "USD")),
        ("GBP 250k", Money(250_000, "GBP")),
        ("1,234,567 CHF", Money(1_234_567, "CHF")),
        ("100 000 SEK", Money(100_000, "SEK")),
        ("0 USD", Money(0, "USD")),
        ("100M ?", Money(100_000_000, None)),
        ("?5m", Money(5_000_000, None)),
        ("US$3", Money(3, "USD")),
    ],
)
def test_amount_is_read_as_people_write_it(text: str, money: Money) -> None:
    assert read(text) == money


@pytest.mark.parametrize("text", ["00M", "00M USD", "0M", ".5M", "05 USD"])
def test_amount_that_the_shell_cut_gets_a_hint(text: str) -> None:
    with pytest.raises(AmountNotUnderstood, match="the shell took its beginning"):
        read(text)


@pytest.mark.parametrize("text", ["100M", "5", "1.5m"])
def test_amount_without_a_currency_is_refused(text: str) -> None:
    with pytest.raises(AmountNotUnderstood, match="no currency"):
        read(text)


@pytest.mark.parametrize(
    "text",
    ["", "much", "-5 USD", "1,5m EUR", "1.5 USD", "$5 USD", "5 dollars", "1e9 USD", f"{2**63} USD"],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(AmountNotUnderstood):
        read(text)


def test_currency_is_a_code_or_not_known() -> None:
    assert [currency(text) for text in ("usd", "$", "?")] == ["USD", "USD", None]
    with pytest.raises(AmountNotUnderstood, match="three letters"):
        currency("dollars")


def test_range_is_told_in_words() -> None:
    assert shown(5000, 5000, "USD") == "5,000 USD"
    assert shown(None, 5000, None) == "at most 5,000 ?"
    assert shown(5000, None, "EUR") == "at least 5,000 EUR"
    assert shown(1, 2, "EUR") == "1–2 EUR"
    assert shown(None, None, None) is None
