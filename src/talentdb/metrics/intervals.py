"""How far can chance have moved a share or a ratio? Intervals of 95 %.

They speak of chance alone: not of moves that nobody recorded.
"""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


class Interval(NamedTuple):
    """The lower and the upper limit; None where there is none."""

    lower: float | None
    upper: float | None


def ratio_interval(inbound: int, outbound: int) -> Interval:
    """The limits of inbound / outbound, given their sum; both None for 0:0.

    Given n = inbound + outbound, inbound is binomial with p = R / (1 + R). The limits are
    Clopper and Pearson's for p (Biometrika 1934), mapped by p / (1 − p): exact, so rather too wide
    than too narrow. The lower limit is 0 where nobody came, the upper None where nobody went.
    """
    from scipy.special import betaincinv

    tail = (1 - LEVEL) / 2
    if inbound + outbound == 0:
        return Interval(None, None)
    lower, upper = 0.0, None
    if inbound:
        lower = _odds(float(betaincinv(inbound, outbound + 1, tail)))
    if outbound:
        upper = _odds(float(betaincinv(inbound + 1, outbound, 1 - tail)))
    return Interval(lower, upper)


def wilson(successes: int, trials: int) -> Interval:
    """The limits of a share (Wilson, JASA 1927); both None without a trial."""
    if trials == 0:
        return Interval(None, None)
    share, squared = successes / trials, Z * Z
    middle = share + squared / (2 * trials)
    half = Z * sqrt(share * (1 - share) / trials + squared / (4 * trials * trials))
    scale = 1 + squared / trials
    # Rounding may leave a hair's breadth where the limit is 0 or 1.
    lower = 0.0 if successes == 0 else (middle - half) / scale
    upper = 1.0 if successes == trials else (middle + half) / scale
    return Interval(lower, upper)


def _odds(share: float) -> float:
    return share / (1 - share)
