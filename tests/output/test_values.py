"""Does a value become the right plain data and the right text?"""

import datetime
import enum
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentdb.output.values import joined, plain, readable, separated, text


class Status(enum.Enum):
    RUMOURED = "rumoured"


@pytest.mark.parametrize(
    ("value", "expected", "cell"),
    [
        (None, None, ""),
        (datetime.date(2025, 6, 30), "2025-06-30", "2025-06-30"),
        (Decimal("1000000.00"), 1000000, "1000000"),
        (Decimal("10.6"), 10.6, "10.6"),
        (Decimal("NaN"), None, ""),
        (float("inf"), None, ""),
        (Fraction(1, 2), 0.5, "0.5"),
        (Status.RUMOURED, "rumoured", "rumoured"),
        (True, True, "true"),
        (("a", Decimal(2)), ["a", 2], "a | 2"),
        ({"people": 2}, {"people": 2}, '{"people": 2}'),
    ],
)
def test_a_value_becomes_plain_data_and_a_cell(value: object, expected: object, cell: str) -> None:
    assert plain(value) == expected
    assert type(plain(value)) is type(expected)
    assert text(value) == cell


def test_numbers_of_numpy_become_those_of_json() -> None:
    numpy = pytest.importorskip("numpy")

    values = [plain(numpy.int64(3)), plain(numpy.float64(0.5)), plain(numpy.float32(0.5))]

    assert values == [3, 0.5, 0.5]
    assert [type(value) for value in values] == [int, float, float]


@pytest.mark.parametrize("value", [b"bytes", object(), 1j, {"a", "b"}])
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="a result cannot hold"):
        plain(value)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("[..2025-06-30]", "date", "by 2025-06-30"),
        ("..", "end", "now"),
        (None, "end", "?"),
        (None, "date", "?"),
        (None, "number", ""),
        (None, "text", ""),
        (0.725, "share", "72.5 %"),
        (1, "share", "100.0 %"),
        ("..", "text", ".."),
        (0.0, "number", "0.00"),
        (1e300, "number", "1e+300"),
    ],
)
def test_people_read_dates_in_words_and_shares_in_percent(
    value: object, kind: str, expected: str
) -> None:
    assert readable(value, kind) == expected


@pytest.mark.parametrize(
    ("values", "cell"),
    [
        (["a", "b"], "a | b"),
        (["a|b"], r"a\|b"),
        ([r"a\|b"], r"a\\\|b"),
        ([r"C:\temp", "x\\"], r"C:\temp | x" + "\\"),
    ],
)
def test_a_bar_in_a_value_is_escaped_and_other_backslashes_stay(
    values: list[str], cell: str
) -> None:
    assert joined(values) == cell
    assert separated(cell) == values


def test_a_cell_written_by_hand_may_be_loose_about_spaces() -> None:
    assert separated(" a|b |  c| ") == ["a", "b", "c"]
    assert separated("") == []


@given(st.lists(st.text("ab \\|").map(str.strip).filter(bool)))
def test_several_values_survive_one_cell(values: list[str]) -> None:
    assert separated(joined(values)) == values
