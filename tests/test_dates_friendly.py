"""Is what a person types read as what was meant, or refused with what to do?"""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentdb.dates import OPEN, one_of, read, read_end
from talentdb.errors import DateIsAmbiguous, DateNotUnderstood

SPELLINGS: list[Callable[[date, str], str]] = [
    lambda day, month: f"{day.day} {month} {day.year:04}",
    lambda day, month: f"{month[:3]}. {day.day}, {day.year:04}",
    lambda day, month: f"{month.upper()} {day.day} {day.year:04}",
    lambda day, month: f"{day.day:02}-{month[:3].lower()}-{day.year:04}",
    lambda day, _: f"{day.year:04}/{day.month}/{day.day}",
    lambda day, _: f"{day.year:04}.{day.month:02}.{day.day:02}",
    lambda day, _: f"{day.year:04}-{day.month}-{day.day}",
]
MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
]


@given(st.dates(), st.sampled_from(SPELLINGS))
def test_a_day_is_read_in_every_spelling(day: date, spelling: Callable[[date, str], str]) -> None:
    text = spelling(day, MONTHS[day.month - 1])
    assert read(text) == one_of(day, day)
    assert read(f" by {text} ") == one_of(None, day)
    assert read(f"From  {text}") == one_of(day, None)
    assert read(f"about {text}").text == f"{day}~"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Jun 2025", "2025-06"),
        ("june 2025", "2025-06"),
        ("Sept. 2025", "2025-09"),
        ("June, 2025", "2025-06"),
        ("2025 June", "2025-06"),
        ("2025/6", "2025-06"),
        ("2025-6", "2025-06"),
        ("2025.06", "2025-06"),
        ("1st of June 2025", "2025-06-01"),
        ("June 22nd, 2025", "2025-06-22"),
        ("Q2 2025", "2025-34"),
        ("2025 q2", "2025-34"),
        ("2025Q2", "2025-34"),
        ("2025-Q4", "2025-36"),
        ("Spring 2025", "2025-21"),
        ("fall 2025", "2025-23"),
        ("autumn of 2025", "2025-23"),
        ("winter 2025", "2025-24"),
    ],
)
def test_months_quarters_and_seasons_are_read(text: str, edtf: str) -> None:
    assert read(text).text == edtf
    assert read(f"about {text}").text == f"{edtf}~"
    assert read(f"by {text}").latest == read(edtf).latest
    assert read(f"since {text}").earliest == read(edtf).earliest


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("by 2025-06-30", "[..2025-06-30]"),
        ("until Jun 2025", "[..2025-06]"),
        ("before 2025", "[..2024-12-31]"),
        ("before 1 Mar 2024", "[..2024-02-29]"),
        ("after 2025-06", "[2025-07-01..]"),
        ("After winter 2025", "[2026-03-01..]"),
        ("from 2021", "[2021..]"),
        ("since Q2 2025", "[2025-04..]"),
        ("by Q2 2025", "[..2025-06]"),
        ("by winter 2025", "[..2026-02]"),
        ("between 2018 and 2019", "[2018..2019]"),
        ("between Jun 2018 and 30/06/2019", "[2018-06..2019-06-30]"),
        ("between spring 2018 and fall 2018", "[2018-03..2018-11]"),
        ("around 2025", "2025~"),
        ("circa Jun 2025", "2025-06~"),
        ("c. 2025", "2025~"),
        ("c.2025", "2025~"),
        ("~2025", "2025~"),
        ("perhaps 2025", "2025?"),
        ("about maybe 2025", "2025%"),
        ("maybe 2025~", "2025%"),
        ("Jun 2025 ?", "2025-06?"),
    ],
)
def test_words_bound_and_doubt_a_date(text: str, edtf: str) -> None:
    assert read(text).text == edtf


def test_day_and_month_that_can_be_exchanged_are_refused_with_both_readings() -> None:
    for text in ("06/07/2025", "6/7/2025", "06.07.2025", "06-07-2025", "by 06/07/2025"):
        with pytest.raises(DateIsAmbiguous) as caught:
            read(text)
        assert caught.value.readings == ["2025-07-06", "2025-06-07"]


def test_day_and_month_with_one_reading_are_taken() -> None:
    assert read("30/06/2025").text == "2025-06-30"
    assert read("06/30/2025").text == "2025-06-30"
    assert read("06/06/2025").text == "2025-06-06"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "leave it out"),
        ("   ", "leave it out"),
        ("?", "leave it out"),
        ("now", "only an end can be now"),
        ("present", "only an end can be now"),
        ("..", "only an end can be now"),
        ("2021.1", "write the month as 2021-01"),
        ("06/07/25", "four digits"),
        ("Jun 25", "four digits"),
        ("30 June", "four digits"),
        ("2018/2019", "between 2018 and 2019"),
        ("2025-06/2025-07", "between 2018 and 2019"),
        ("2018 to 2019", "between 2018 and 2019"),
        ("2018-2019", "between 2018 and 2019"),
        ("2018/..", "from 2018"),
        ("2025-06-30T12:00", "time of day"),
        ("30 Feb 2023", "February 2023 has 28 days"),
        ("by 2023/2/30", "February 2023 has 28 days"),
        ("30/02/2025", "February 2025 has 28 days"),
        ("31/31/2025", "month is 01 to 12"),
        ("2025/13", "month is 01 to 12"),
        ("2025/21", "month is 01 to 12"),
        ("Jun 0000", "no year 0000"),
        ("before 0001", "0001-01-01 to 9999-12-31"),
        ("after 9999-12-31", "0001-01-01 to 9999-12-31"),
        ("winter 9999", "past 9999-12-31"),
        ("between 2019 and 2018", "first date is after its last"),
        ("by about 2025", "do not go with"),
        ("between 2018 and 2019?", "do not go with"),
        ("maybe by 2025", "do not go with"),
        ("[2018..2019]~", "do not go with"),
        ("June\t2025", r"'\t'"),
        ("June 2025\n", r"'\n'"),
        ("by by 2025", "write it like"),
        ("Foo 2025", "write it like"),
        ("Q5 2025", "write it like"),
        ("yesterday", "write it like"),
    ],
)
def test_what_is_no_date_is_refused_whole_with_what_to_do(text: str, why: str) -> None:
    with pytest.raises(DateNotUnderstood, match=re.escape(why)) as caught:
        read(text)
    assert caught.value.text == text


def test_an_end_may_be_now() -> None:
    assert all(read_end(word) is OPEN for word in ("now", "Present", " CURRENT ", ".."))
    assert read_end("Jun 2025") == read("Jun 2025")
