"""Where do numbers and days lie on an axis, and at which of them does it bear a mark?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Scale:
    """From values between `low` and `high` to pixels between `start` and `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value; one beyond the bounds lies at the bound."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        part = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)


def marks(greatest: float, count: int) -> list[float]:
    """Round numbers from 0 to at most `greatest`, about so many."""
    if greatest <= 0:
        return [0.0]
    rough, step = greatest / max(1, count), 10.0**-6
    while True:
        for factor in (1, 2, 5):
            if step * factor >= rough:
                size = step * factor
                return [number * size for number in range(int(greatest / size + 1e-9) + 1)]
        step *= 10


def days(first: date, last: date, count: int) -> Iterator[tuple[date, str]]:
    """First days of years, quarters or months between two days, about so many, each in words."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    steps = (1, 3, 6, 12, 24, 60, 120, 240, 600)
    step = next((one for one in steps if months / one <= count), steps[-1])
    begin = first.year * 12 + (first.month - 1)
    begin += -begin % step
    for month in range(begin, last.year * 12 + last.month, step):
        day = date(month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            yield day, str(day.year) if step >= 12 else f"{day:%Y-%m}"
