"""Which EDTF text does one date have, in the ways people write a day, a month, a quarter?

Ranges and words such as `about` are read in `friendly.py`.
"""

import re

from talentdb.dates.edtf import (
    MONTHS,
    NOT_A_MONTH,
    QUARTER_CODES,
    SEASON_CODES,
    is_one_date,
    parse,
    refused,
)
from talentdb.errors import DateIsAmbiguous, DateNotUnderstood

_MONTH_CODES = {
    name.lower()[:length]: f"{number:02}"
    for number, name in enumerate(MONTHS, start=1)
    for length in (3, len(name))
} | {"sept": "09"}
_PERIOD_CODES = (
    _MONTH_CODES
    | SEASON_CODES
    | {"fall": SEASON_CODES["autumn"]}
    | {word.lower(): code for word, code in QUARTER_CODES.items()}
)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"{text}\Z", re.ASCII | re.IGNORECASE)


_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]+)\.?"
_YEAR_FIRST = _pattern(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
_YEAR_LAST = _pattern(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_DAYS_IN_WORDS = (
    _pattern(rf"{_ORDINAL}(?: of)?[ -]{_MONTH}(?:, ?|[ -])(?P<year>\d{{4}})"),
    _pattern(rf"{_MONTH}[ -]{_ORDINAL}(?:, ?|[ -])(?P<year>\d{{4}})"),
    _pattern(rf"(?P<year>\d{{4}})[ -]{_MONTH}[ -]{_ORDINAL}"),
)
_PERIODS_IN_WORDS = (
    _pattern(r"(?P<period>q\d) ?-?(?P<year>\d{4})"),
    _pattern(r"(?P<year>\d{4}) ?-?(?P<period>q\d)"),
    _pattern(r"(?P<period>[a-z]+)\.?(?:, ?| of |[ -])(?P<year>\d{4})"),
    _pattern(r"(?P<year>\d{4})[ -](?P<period>[a-z]+)\.?"),
)

# A table or JSON keeps 2021.10 as 2021.1 when it takes it for a number.
_A_FRACTION = "it may be a month or a part of a year; write the month as 2021-01"


def edtf_of_one_date(text: str) -> str | None:
    """The EDTF text, not yet checked against the calendar; None if it is no such date.

    Raises DateIsAmbiguous for 06/07/2025 and DateNotUnderstood for what only looks like one.
    """
    if is_one_date(text):
        return text
    if match := _YEAR_FIRST.match(text):
        if match[2] == "." and len(text) == len("2021.1"):
            raise refused(text, _A_FRACTION)
        return _year_first(text, match[1], match[3], match[4])
    if match := _YEAR_LAST.match(text):
        return _year_last(text, match[1], match[3], match[4])
    return _in_words(text)


def _year_first(text: str, year: str, month: str, day: str | None) -> str:
    if int(month) > 12:  # 2025/21 is no season: only EDTF's own spelling is
        raise refused(text, NOT_A_MONTH)
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _year_last(text: str, first: str, second: str, year: str) -> str:
    day_first = f"{year}-{second:0>2}-{first:0>2}"
    month_first = f"{year}-{first:0>2}-{second:0>2}"
    readings = [edtf for edtf in (day_first, month_first) if _is_in_calendar(edtf)]
    if len(set(readings)) == 2:
        raise DateIsAmbiguous(text, readings)
    if readings:
        return readings[0]
    return day_first if int(second) <= 12 else month_first  # parsing it will say what is wrong


def _is_in_calendar(edtf: str) -> bool:
    try:
        parse(edtf)
    except DateNotUnderstood:
        return False
    return True


def _in_words(text: str) -> str | None:
    for pattern in _DAYS_IN_WORDS:
        if (match := pattern.match(text)) and (month := _MONTH_CODES.get(match["month"].lower())):
            return f"{match['year']}-{month}-{match['day']:0>2}"
    for pattern in _PERIODS_IN_WORDS:
        if (match := pattern.match(text)) and (code := _PERIOD_CODES.get(match["period"].lower())):
            return f"{match['year']}-{code}"
    return None
