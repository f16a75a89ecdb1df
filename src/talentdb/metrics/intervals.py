"""Between which limits does a ratio of two counts lie? (metrics.md §7)"""

from typing import NamedTuple

LEVEL = 0.95


class Interval(NamedTuple):
    """Limits of a ratio; the upper one is None where there is none."""

    lower: float
    upper: float | None


def ratio_interval(x: int, y: int) -> Interval | None:
    """95 % limits of x/y; None for 0:0.

    Given n = x + y, x is binomial with p = R/(1 + R): Clopper–Pearson limits of p, mapped by
    p/(1 − p).
    """
    from scipy.special import betaincinv

    if x + y == 0:
        return None
    tail = (1 - LEVEL) / 2
    low = float(betaincinv(x, y + 1, tail)) if x else 0.0
    high = float(betaincinv(x + 1, y, 1 - tail)) if y else 1.0
    return Interval(low / (1 - low), high / (1 - high) if high < 1 else None)
