"""Which days can the EDTF text of a date mean?"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from talentdb.dates.partial import OPEN, PartialDate
from talentdb.errors import DateNotUnderstood

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SEASON_CODES = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24"}
QUARTER_CODES = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
NOT_A_MONTH = (
    "a month is 01 to 12; seasons (21 to 24) and quarters (33 to 36) take no day and no range"
)
_FIRST_MONTHS = {"21": 3, "22": 6, "23": 9, "24": 12, "33": 1, "34": 4, "35": 7, "36": 10}

# `\Z`, because `$` would let a trailing newline pass; re.ASCII, because `\d` takes any script.
_DAY = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
_ONE = re.compile(rf"{_DAY}[~?%]?\Z", re.ASCII)
_ONE_OF = re.compile(rf"\[(?:{_DAY})?\.\.(?:{_DAY})?\]\Z", re.ASCII)
_FOREIGN = re.compile(r"[^ -~]")

_Bounds = tuple[date, date]


def parse(text: str) -> PartialDate:
    """The date that a table keeps as this EDTF text, which comes back unchanged.

    Strict: no spaces, no words. Seasons are the northern ones, winter runs from December of
    its year to February of the next. Raises DateNotUnderstood.
    """
    return _parsed(text)


def parse_end(text: str) -> PartialDate:
    """Like `parse`, and `..` is `OPEN`."""
    return OPEN if text == OPEN.text else _parsed(text)


def refused(text: str, why: str) -> DateNotUnderstood:
    """The error for this text, which is cut if it is very long."""
    return DateNotUnderstood(text if len(text) <= 60 else f"{text[:60]}…", why)


def refuse_foreign_characters(text: str) -> None:
    """Raise DateNotUnderstood for anything but printable ASCII: NUL, newlines, other digits."""
    if found := _FOREIGN.search(text):
        raise refused(text, f"{found.group()!r} is no part of a date")


def is_one_date(text: str) -> bool:
    """Has it the shape of a single EDTF date, range excluded?"""
    return _ONE.match(text) is not None


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> PartialDate:
    if match := _ONE.match(text):
        year, month, day = match.groups()
        if day is None and month in _FIRST_MONTHS:
            return PartialDate(text, *_season(text, year, month))
        return PartialDate(text, *_calendar(text, year, month, day))
    if match := _ONE_OF.match(text):
        return _range(text, match.groups())
    refuse_foreign_characters(text)
    raise refused(text, _why_not(text))


def _calendar(text: str, year_text: str, month_text: str | None, day_text: str | None) -> _Bounds:
    year = int(year_text)
    if year == 0:
        raise refused(text, "there is no year 0000")
    if month_text is None:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(month_text)
    if not 1 <= month <= 12:
        raise refused(text, NOT_A_MONTH)
    days = monthrange(year, month)[1]
    if day_text is None:
        return date(year, month, 1), date(year, month, days)
    if not 1 <= int(day_text) <= days:
        raise refused(text, f"{MONTHS[month - 1]} {year_text} has {days} days")
    day = date(year, month, int(day_text))
    return day, day


def _season(text: str, year: str, code: str) -> _Bounds:
    first = _FIRST_MONTHS[code]
    if year == "9999" and first == 12:
        raise refused(text, "it runs past 9999-12-31, the last day that can be kept")
    earliest, _ = _calendar(text, year, f"{first}", None)
    last = first + 2
    latest = date(earliest.year + last // 13, (last - 1) % 12 + 1, 1)
    return earliest, latest.replace(day=monthrange(latest.year, latest.month)[1])


def _range(text: str, groups: tuple[str | None, ...]) -> PartialDate:
    earliest = _calendar(text, groups[0], groups[1], groups[2])[0] if groups[0] else None
    latest = _calendar(text, groups[3], groups[4], groups[5])[1] if groups[3] else None
    if earliest is None and latest is None:
        raise refused(text, "a range needs a date on one side at least")
    if earliest is not None and latest is not None and earliest > latest:
        raise refused(text, "its first date is after its last")
    return PartialDate(text, earliest, latest)


def _why_not(text: str) -> str:
    if not text:
        return "it is empty"
    if text == OPEN.text:
        return "only an end can be '..', still there"
    if "/" in text:
        return "one day within a period is written [2018..2019]"
    return "EDTF is expected, such as 2025, 2025-06, 2025-06-30, 2025-06~, 2025-34, [..2025-06-30]"
