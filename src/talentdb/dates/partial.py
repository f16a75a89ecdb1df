"""What is a partial date, and how do two of them compare?"""

import calendar
from datetime import date, timedelta
from typing import NamedTuple


class PartialDate(NamedTuple):
    """One day, known as well as the text says; both bounds are inclusive, None is unbounded.

    `~`, `?` and `%` in the text say how sure it is and never widen the bounds.
    """

    text: str
    earliest: date | None
    latest: date | None


OPEN = PartialDate("..", None, None)
"""An end that has not come: still there."""


def meet(first: PartialDate, second: PartialDate) -> bool:
    """Can both be the same day? `OPEN` is no day and must not be asked about."""
    return not (_is_before(first, second) or _is_before(second, first))


def _is_before(first: PartialDate, second: PartialDate) -> bool:
    if first.latest is None or second.earliest is None:
        return False
    return first.latest < second.earliest


def narrower(first: PartialDate, second: PartialDate) -> PartialDate:
    """Of two dates that meet the one that says more: fewer days, and the first on a tie.

    A date unbounded on either side is longer than every bounded one, and ties with its like.
    """
    return second if _days(second) < _days(first) else first


def _days(when: PartialDate) -> float:
    if when.earliest is None or when.latest is None:
        return float("inf")
    return (when.latest - when.earliest).days


def midpoint(earliest: date, latest: date) -> date:
    """The middle day of an interval, the earlier one of two (docs/metrics.md, durations)."""
    return earliest + timedelta(days=(latest - earliest).days // 2)


def one_of(earliest: date | None, latest: date | None) -> PartialDate:
    """The date with these bounds, in its simplest text: a day, month, year, else a range.

    A range of whole years or months is written in years or months; one without a bound on
    one side keeps the day of the other. ValueError if there is no bound at all, or no day
    between the bounds.
    """
    if earliest is None and latest is None:
        raise ValueError("a date needs a bound on one side at least")
    if earliest is None or latest is None:
        return PartialDate(f"[{earliest or ''}..{latest or ''}]", earliest, latest)
    if earliest > latest:
        raise ValueError(f"no day lies between {earliest} and {latest}")
    width = _text_width(earliest, latest)
    first, last = earliest.isoformat()[:width], latest.isoformat()[:width]
    return PartialDate(first if first == last else f"[{first}..{last}]", earliest, latest)


def _text_width(earliest: date, latest: date) -> int:
    """How many characters of YYYY-MM-DD are enough to write both bounds."""
    if earliest.day != 1 or latest.day != calendar.monthrange(latest.year, latest.month)[1]:
        return len("YYYY-MM-DD")
    if earliest.month != 1 or latest.month != 12:
        return len("YYYY-MM")
    return len("YYYY")
