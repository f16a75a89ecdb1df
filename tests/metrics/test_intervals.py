"""Are the intervals of ratios and shares those of the reference?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentdb.metrics.intervals import Interval, ratio_interval, wilson


@pytest.mark.parametrize(
    ("inbound", "outbound", "lower", "upper"),
    [
        (53, 5, "4.27", "33.98"),
        (41, 5, "3.24", "26.59"),
        (10, 5, "0.62", "7.46"),
        (51, 7, "3.29", "19.03"),
        (8, 1, "1.07", "354.98"),
    ],
)
def test_ratio_has_the_interval_of_the_reference(
    inbound: int, outbound: int, lower: str, upper: str
) -> None:
    low, high = ratio_interval(inbound, outbound)
    assert low is not None
    assert high is not None
    assert (f"{low:.2f}", f"{high:.2f}") == (lower, upper)


@pytest.mark.parametrize(("inbound", "lower"), [(11, "2.51"), (5, "0.92"), (7, "1.44")])
def test_where_nobody_went_there_is_only_a_lower_limit(inbound: int, lower: str) -> None:
    low, high = ratio_interval(inbound, 0)
    assert (f"{low:.2f}", high) == (lower, None)
    assert ratio_interval(0, inbound).lower == 0
    assert ratio_interval(0, 0) == Interval(None, None)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_other_way_round_is_the_reciprocal(inbound: int, outbound: int) -> None:
    here, there = ratio_interval(inbound, outbound), ratio_interval(outbound, inbound)
    for one, other in ((here.lower, there.upper), (here.upper, there.lower)):
        if one and other:
            assert one == pytest.approx(1 / other, rel=1e-9)
        elif inbound + outbound:
            assert not one
            assert not other


@given(st.integers(1, 400), st.integers(1, 400))
def test_the_ratio_lies_in_its_interval(inbound: int, outbound: int) -> None:
    low, high = ratio_interval(inbound, outbound)
    assert low is not None
    assert high is not None
    assert low < inbound / outbound < high


@pytest.mark.parametrize(
    ("successes", "trials", "lower", "upper"),
    [(0, 10, 0.0, 0.277533), (5, 10, 0.236593, 0.763407), (10, 10, 0.722467, 1.0)],
)
def test_share_has_the_interval_of_wilson(
    successes: int, trials: int, lower: float, upper: float
) -> None:
    assert wilson(successes, trials) == pytest.approx((lower, upper), abs=1e-6)
    assert wilson(0, 0) == Interval(None, None)


@pytest.mark.slow
@given(st.integers(0, 300), st.integers(0, 300))
def test_intervals_are_those_of_scipy(successes: int, failures: int) -> None:
    from scipy.stats import binomtest

    if successes + failures == 0:
        return
    test = binomtest(successes, successes + failures)
    exact, score = test.proportion_ci(method="exact"), test.proportion_ci(method="wilson")
    low, high = ratio_interval(successes, failures)
    assert low == pytest.approx(exact.low / (1 - exact.low), rel=1e-9)
    if high is not None:
        assert high == pytest.approx(exact.high / (1 - exact.high), rel=1e-9)
    assert wilson(successes, successes + failures) == pytest.approx(tuple(score), abs=1e-12)
