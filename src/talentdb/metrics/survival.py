"""How long do people stay, when some are still there? The product-limit estimate.

Kaplan and Meier, JASA 1958; variance by Greenwood; a band of 95 % on the log(−log) scale
(Kalbfleisch and Prentice), which never leaves 0 to 1.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from talentdb.metrics.intervals import Z

if TYPE_CHECKING:
    from numpy import floating
    from numpy.typing import NDArray

    Days = NDArray[floating[Any]]

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
    """The curve of stays of these lengths in days; those not over yet are censored there.

    Whoever is censored on a day was at risk on that day.
    """
    import numpy

    length, ended = numpy.asarray(lengths, dtype=float), numpy.asarray(over, dtype=bool)
    days, left = numpy.unique(length[ended], return_counts=True)
    at_risk = len(length) - numpy.searchsorted(numpy.sort(length), days, side="left")
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
