"""Which date does a person mean who types `by 30 June 2025`?"""

import re
from datetime import date, timedelta
from functools import lru_cache

from talentdb.dates.edtf import parse, refuse_foreign_characters, refused
from talentdb.dates.partial import OPEN, PartialDate
from talentdb.dates.simple import edtf_of_one_date
from talentdb.errors import DateNotUnderstood

_LONGEST = 100  # characters; far more than any date, and patterns never see more
_NOW = frozenset({"now", "present", "current", OPEN.text})
_BETWEEN = re.compile(r"between (.+?) and (.+)\Z", re.IGNORECASE)
_BOUND = re.compile(r"(by|until|before|after|from|since) (.+)\Z", re.IGNORECASE)
_ABOUT = re.compile(r"(?:(?:about|around|circa|ca?\.?) |ca?\.|~ ?)", re.IGNORECASE)
_MAYBE = re.compile(r"(?:maybe|perhaps) ", re.IGNORECASE)

_NOT_TOGETHER = "about and maybe do not go with by, before, after, from, between or a range"
_EXPECTED = (
    "write it like 2025, 2025-06, 2025-06-30, Jun 2025, Q2 2025, about 2025, "
    "by 30 June 2025 or between 2018 and 2019"
)
_TOO_EARLY_OR_LATE = "the days that can be kept are 0001-01-01 to 9999-12-31"
_HINTS = (
    (r"\??\Z", "it is empty; leave it out where it is not known"),
    (r"\d{4}-\d\d-\d\d[T ]\d", "leave out the time of day"),
    (r".*\d{4}\D.*\d{4}", "for a day within a period write 'between 2018 and 2019'"),
    (r".*(?:/\.\.|\.\./)", "for a day bounded on one side write 'from 2018' or 'by 2019'"),
    (r"(?!.*\d{4}).*\d", "write the year with four digits"),
)
_COMPILED_HINTS = tuple((re.compile(pattern, re.ASCII), hint) for pattern, hint in _HINTS)


def read(text: str) -> PartialDate:
    """The date a person typed: `Jun 2025`, `by 2025-06-30`, `about Q2 2025`, and all EDTF kept.

    Spaces around it do not matter, nor does the case of words. `by` and `until` include the
    day they name, as do `from` and `since`; `before` and `after` do not. Raises
    DateNotUnderstood, and DateIsAmbiguous where day and month can be exchanged.
    """
    return _read(text)


def read_end(text: str) -> PartialDate:
    """Like `read`, and `now`, `present`, `current` and `..` are `OPEN`."""
    return OPEN if text.strip(" ").lower() in _NOW else _read(text)


@lru_cache(maxsize=16_384)
def _read(text: str) -> PartialDate:
    if len(text) > _LONGEST:
        raise refused(text, "it is too long to be one")
    refuse_foreign_characters(text)
    plain = " ".join(text.split())
    if plain.lower() in _NOW:
        raise refused(text, "only an end can be now")
    try:
        return parse(_edtf(plain))
    except DateNotUnderstood as error:  # of a part of it: the whole is what was typed
        raise refused(text, error.why) from None


def _edtf(text: str) -> str:
    if text.startswith("[") and text.endswith("]"):
        return text
    if match := _BETWEEN.match(text):
        first, last = _endpoint(match[1]), _endpoint(match[2])
        return f"[{_first_text(first)}..{_last_text(last)}]"
    if match := _BOUND.match(text):
        return _bounded(match[1].lower(), _endpoint(match[2]))
    return _hedged(text)


def _bounded(word: str, when: PartialDate) -> str:
    if word in ("by", "until"):
        return f"[..{_last_text(when)}]"
    if word in ("from", "since"):
        return f"[{_first_text(when)}..]"
    earliest, latest = _days(when)
    try:
        if word == "before":
            return f"[..{earliest - timedelta(days=1)}]"
        return f"[{latest + timedelta(days=1)}..]"
    except OverflowError:
        raise refused(when.text, _TOO_EARLY_OR_LATE) from None


def _endpoint(text: str) -> PartialDate:
    if _ABOUT.match(text) or _MAYBE.match(text) or text.endswith(("~", "?", "%")):
        raise refused(text, _NOT_TOGETHER)
    return parse(_one(text))


def _first_text(when: PartialDate) -> str:
    """EDTF ranges know no seasons: they begin with the first month of one."""
    return f"{_days(when)[0]}"[:7] if _is_season(when) else when.text


def _last_text(when: PartialDate) -> str:
    return f"{_days(when)[1]}"[:7] if _is_season(when) else when.text


def _is_season(when: PartialDate) -> bool:
    return len(when.text) == 7 and int(when.text[5:]) > 12


def _days(when: PartialDate) -> tuple[date, date]:
    assert when.earliest is not None and when.latest is not None  # it is no range
    return when.earliest, when.latest


def _hedged(text: str) -> str:
    body = text.rstrip("~?% ")
    marks = text[len(body) :].replace(" ", "")
    while match := _ABOUT.match(body) or _MAYBE.match(body):
        marks += "~" if match.re is _ABOUT else "?"
        body = body[match.end() :]
    if marks and (_BETWEEN.match(body) or _BOUND.match(body) or body.startswith("[")):
        raise refused(text, _NOT_TOGETHER)
    both = "%" in marks or {"~", "?"} <= set(marks)
    return _one(body) + ("%" if both else marks[:1])


def _one(text: str) -> str:
    edtf = edtf_of_one_date(text)
    if edtf is None:
        hints = (hint for pattern, hint in _COMPILED_HINTS if pattern.match(text))
        raise refused(text, next(hints, _EXPECTED))
    return edtf
