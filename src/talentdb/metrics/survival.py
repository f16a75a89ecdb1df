"""How long do people stay, when some are still there? The product-limit estimate.

Kaplan and Meier, JASA 1958; variance by Greenwood; a band of 95 % on the log(−log) scale
(Kalbfleisch and Prentice), which never leaves 0 to 1.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from talentdb.metrics.intervals import Z

if TYPE_CHECKING:
    from numpy import floating
    from numpy.typing import NDArray

    Days = NDArray[floating[Any]]

# How many were so many days long, and over or not: as few entries as there are days.
Lengths: TypeAlias = Mapping[tuple[int, bool], int]

HALF = 0.5
# A product of fractions that is ½ on paper may be a hair more.
ROUNDING = 1e-12


class Curve(NamedTuple):
    """The share still there after each day on which somebody left, and its band (NaN: none).

    All arrays of one length; `followed` is the longest length observed, in days.
    """

    days: "Days"
    survival: "Days"
    lower: "Days"
    upper: "Days"
    followed: float


class Estimate(NamedTuple):
    """A value and its limits; None where the record does not reach."""

    value: float | None
    lower: float | None
    upper: float | None


def kaplan_meier(lengths: Sequence[int], over: Sequence[bool]) -> Curve:
    """The curve of stays of these lengths in days; those not over yet are censored there."""
    return curve_of(Counter(zip(lengths, over, strict=True)))


def curve_of(counts: Lengths) -> Curve:
    """The curve of so many stays of each length.

    Whoever is censored on a day was at risk on that day.
    """
    import numpy

    ordered = sorted(counts.items())
    length = numpy.asarray([day for (day, _), _ in ordered], dtype=float)
    stays = numpy.asarray([count for _, count in ordered], dtype=int)
    ended = numpy.asarray([is_over for (_, is_over), _ in ordered], dtype=bool)
    days, left = length[ended], stays[ended]
    before = numpy.concatenate(([0], numpy.cumsum(stays)))
    at_risk = before[-1] - before[numpy.searchsorted(length, days, side="left")]
    with numpy.errstate(divide="ignore", invalid="ignore"):
        survival = numpy.cumprod(1 - left / at_risk)
        variance = numpy.cumsum(left / (at_risk * (at_risk - left)))
        spread = numpy.exp(Z * numpy.sqrt(variance) / numpy.abs(numpy.log(survival)))
        lower, upper = survival**spread, survival ** (1 / spread)
    undefined = ~((survival > 0) & (survival < 1))
    lower[undefined] = upper[undefined] = numpy.nan
    return Curve(days, survival, lower, upper, float(length.max()) if len(length) else 0.0)


def after(curve: Curve, days: float) -> Estimate:
    """The share still there after so many days; all None if nobody was followed that long."""
    import numpy

    place = int(numpy.searchsorted(curve.days, days, side="right")) - 1
    gone = place >= 0 and curve.survival[place] <= ROUNDING
    if days > curve.followed and not gone:
        return Estimate(None, None, None)
    if place < 0:
        return Estimate(1.0, None, None)
    return Estimate(
        float(curve.survival[place]), _known(curve.lower[place]), _known(curve.upper[place])
    )


def median(curve: Curve) -> Estimate:
    """The first day after which at most half are still there, and where the band crosses ½."""
    import numpy

    lower = numpy.where(curve.survival <= ROUNDING, 0.0, curve.lower)
    return Estimate(
        _first(curve.days, curve.survival),
        _first(curve.days, lower),
        _first(curve.days, curve.upper),
    )


def _first(days: "Days", shares: "Days") -> float | None:
    reached = (shares <= HALF + ROUNDING).nonzero()[0]
    return float(days[reached[0]]) if len(reached) else None


def _known(value: float) -> float | None:
    return None if value != value else float(value)
