"""Which day is some years or months before or after another? Clipped to the month's last day."""

import calendar
from datetime import date


def years_after(day: date, years: int) -> date:
    """The same day some years later, or earlier if negative; 29 February becomes the 28th."""
    return months_after(day, 12 * years)


def months_after(day: date, months: int) -> date:
    """The same day some months later, or earlier if negative; no later than the month ends.

    Outside the calendar it is the calendar's first or last day.
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
