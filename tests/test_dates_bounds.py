"""Do the bounds of dates compare, combine and halve as they should?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentdb.dates import PartialDate, meet, midpoint, narrower, one_of, parse

DAYS = st.dates()
INTERVALS = st.tuples(DAYS, DAYS, st.sampled_from(["both", "earliest", "latest"])).map(
    lambda drawn: one_of(
        None if drawn[2] == "latest" else min(drawn[:2]),
        None if drawn[2] == "earliest" else max(drawn[:2]),
    )
)


@given(DAYS, DAYS)
def test_the_date_of_two_bounds_has_these_bounds(first: date, second: date) -> None:
    earliest, latest = min(first, second), max(first, second)
    for bounds in ((earliest, latest), (None, latest), (earliest, None)):
        when = one_of(*bounds)
        assert when == PartialDate(when.text, *bounds) == parse(when.text)


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_the_bounds_of_a_day_a_month_a_year_give_its_text_back(day: date, width: int) -> None:
    text = f"{day}"[:width]
    assert one_of(*parse(text)[1:]).text == text


def test_the_date_of_two_bounds_is_written_as_shortly_as_they_allow() -> None:
    assert one_of(date(2018, 1, 1), date(2019, 12, 31)).text == "[2018..2019]"
    assert one_of(date(2018, 1, 1), date(2019, 6, 30)).text == "[2018-01..2019-06]"
    assert one_of(date(2018, 1, 1), date(2019, 6, 29)).text == "[2018-01-01..2019-06-29]"
    assert one_of(None, date(2025, 6, 30)).text == "[..2025-06-30]"


def test_no_bounds_and_bounds_the_wrong_way_round_are_no_date() -> None:
    with pytest.raises(ValueError, match="one side at least"):
        one_of(None, None)
    with pytest.raises(ValueError, match="no day lies between"):
        one_of(date(2019, 1, 1), date(2018, 1, 1))


@given(INTERVALS, INTERVALS, DAYS)
def test_dates_that_share_a_day_meet_in_either_order(
    one: PartialDate, other: PartialDate, day: date
) -> None:
    assert meet(one, other) == meet(other, one)
    if all((when.earliest or day) <= day <= (when.latest or day) for when in (one, other)):
        assert meet(one, other)
    if one.latest and one.latest < date.max:
        assert not meet(one, one_of(one.latest + timedelta(days=1), None))


def test_the_narrower_date_has_fewer_days_and_the_first_wins_a_tie() -> None:
    year, about, bound = parse("2025"), parse("2025~"), parse("[2025-06..]")
    assert narrower(year, parse("2025-06")) == narrower(parse("2025-06"), year) == parse("2025-06")
    assert narrower(year, about) == year
    assert narrower(about, year) == about
    assert narrower(bound, year) == narrower(year, bound) == year
    assert narrower(bound, parse("[..2026]")) == bound


def test_the_middle_day_is_the_earlier_of_two() -> None:
    assert midpoint(date(2025, 1, 1), date(2025, 1, 3)) == date(2025, 1, 2)
    assert midpoint(date(2025, 1, 1), date(2025, 1, 4)) == date(2025, 1, 2)
    assert midpoint(date.min, date.max) == date(5000, 7, 2)
    assert midpoint(date.max, date.max) == date.max
