"""Is a date read, kept and shown as what it means?"""

import re
from time import struct_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentdb.dates import OPEN, parse, parse_end, read, read_end, shown
from talentdb.errors import DateIsAmbiguous, DateNotUnderstood

DAYS = st.dates()
PLAIN = st.builds(lambda day, width: f"{day}"[:width], DAYS, st.sampled_from([4, 7, 10]))
SEASONS = st.builds(
    lambda year, code: f"{year:04}-{code}",
    st.integers(1, 9998),
    st.sampled_from([*range(21, 25), *range(33, 37)]),
)
HEDGED = st.builds(str.__add__, PLAIN | SEASONS, st.sampled_from(["", "~", "?", "%"]))
BOUNDED = PLAIN.flatmap(lambda end: st.sampled_from([f"[..{end}]", f"[{end}..]"]))
BETWEEN = st.tuples(PLAIN, PLAIN).map(lambda ends: f"[{min(ends)}..{max(ends)}]")
STRICT = HEDGED | BOUNDED | BETWEEN


def bounds(text: str) -> tuple[str, str]:
    """Both bounds of a text kept, as ISO days or `None`."""
    _, earliest, latest = parse(text)
    return f"{earliest}", f"{latest}"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-06-30", "2025-06-30", "2025-06-30"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-23", "2025-09-01", "2025-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("[2018..2019]", "2018-01-01", "2019-12-31"),
        ("[2018-06..2018]", "2018-06-01", "2018-12-31"),
        ("[..2025-06]", "None", "2025-06-30"),
        ("[2021..]", "2021-01-01", "None"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_a_text_means_its_first_to_its_last_day(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


@given(PLAIN | SEASONS, st.sampled_from("~?%"))
def test_a_doubt_never_widens_the_bounds(text: str, mark: str) -> None:
    assert parse(text + mark)[1:] == parse(text)[1:]


@given(STRICT)
def test_a_text_kept_comes_back_unchanged_and_is_read_alike(text: str) -> None:
    assert parse(text).text == text
    assert read(text) == read_end(text) == parse_end(text) == parse(text)


@given(STRICT)
def test_what_is_shown_reads_back_as_the_same_date(text: str) -> None:
    assert read(shown(text)) == parse(text)
    assert read(f"  {shown(text).upper()} ") == parse(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("0000", "no year 0000"),
        ("[0000..2025]", "no year 0000"),
        ("2023-02-30", "February 2023 has 28 days"),
        ("2024-02-00", "February 2024 has 29 days"),
        ("2025-13", "month is 01 to 12"),
        ("2025-00", "month is 01 to 12"),
        ("2025-21-01", "seasons"),
        ("[2025-21..]", "seasons"),
        ("9999-24", "past 9999-12-31"),
        ("[..]", "on one side at least"),
        ("[2019..2018]", "first date is after its last"),
        ("[2018-06..2018-05-31]", "first date is after its last"),
        ("2025\0", r"'\x00'"),
        ("2025\n", r"'\n'"),
        ("[2018..]\n", r"'\n'"),
        ("2025\ud800", r"'\ud800'"),
        ("٢٠٢٥", "no part of a date"),
        ("２０２５", "no part of a date"),
    ],
)
def test_an_impossible_text_is_refused_with_its_reason(text: str, why: str) -> None:
    for reader in (parse, parse_end, read, read_end):
        with pytest.raises(DateNotUnderstood, match=re.escape(why)):
            reader(text)


@pytest.mark.parametrize(
    "text",
    [
        *(" 2025", "2025 ", "Jun 2025", "2025-6", "..", "2018/2019", "now", "12025", "-2025"),
        *("[2018..2019]?", "[2018~..2019]", "[2018]", "2025-06~?", "20250630"),
    ],
)
def test_the_strict_reader_takes_nothing_but_edtf(text: str) -> None:
    with pytest.raises(DateNotUnderstood):
        parse(text)


@given(st.text() | st.text("0123456789-./~?%[] bybetwnadQ", max_size=24))
def test_any_text_is_a_date_or_refused_never_a_bug(text: str) -> None:
    try:
        when = read_end(text)
    except (DateNotUnderstood, DateIsAmbiguous) as error:
        assert str(error).endswith(".")
    else:
        assert parse_end(when.text) == when


def test_a_very_long_text_is_cut_in_the_message() -> None:
    for text in ("9" * 1_000_000, "between " * 100_000, "[" + "2018.." * 100_000):
        for reader in (parse, read, read_end):
            with pytest.raises(DateNotUnderstood) as caught:
                reader(text)
            assert len(str(caught.value)) < 250


def test_an_end_may_be_open() -> None:
    assert parse_end("..") is OPEN
    assert all(read_end(word) is OPEN for word in ("now", "Present", " CURRENT ", ".."))
    with pytest.raises(DateNotUnderstood, match=re.escape("only an end can be '..'")):
        parse("..")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "?"),
        ("..", "now"),
        ("2025-06-30", "2025-06-30"),
        ("[..2025-06-30]", "by 2025-06-30"),
        ("[2021..]", "from 2021"),
        ("[2018..2019]", "between 2018 and 2019"),
        ("2025-06~", "about 2025-06"),
        ("2025-06?", "maybe 2025-06"),
        ("2025-06%", "maybe about 2025-06"),
        ("2025-34", "Q2 2025"),
        ("2025-21", "spring 2025"),
        ("2025-24~", "about winter 2025"),
    ],
)
def test_people_see_words(text: str | None, words: str) -> None:
    assert shown(text) == words


def is_spoken_by_edtf(text: str) -> bool:
    """The library ends winter on 31 December, doubts no season, mixes no widths in a range."""
    first, _, last = text.strip("[]").partition("..")
    same_width = not (first and last) or len(first) == len(last)
    return same_width and not re.match(r"\d{4}-(24|(2[1-4]|3[3-6])[~?%])", text)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(STRICT.filter(is_spoken_by_edtf))
def test_the_library_edtf_finds_the_same_days(text: str) -> None:
    from edtf import parse_edtf

    def iso(day: struct_time | float) -> str:
        return "None" if isinstance(day, float) else "{:04}-{:02}-{:02}".format(*day)

    referee = parse_edtf(text)
    assert bounds(text) == (iso(referee.lower_strict()), iso(referee.upper_strict()))
