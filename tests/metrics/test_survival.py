"""Is the product-limit estimate that of the reference, and of independent referees?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentdb.metrics.survival import Estimate, after, kaplan_meier, median

MAINTAINED = [(9, 1), (13, 1), (13, 0), (18, 1), (23, 1), (28, 0)]
MAINTAINED += [(31, 1), (34, 1), (45, 0), (48, 1), (161, 0)]
AML = kaplan_meier([days for days, _ in MAINTAINED], [bool(over) for _, over in MAINTAINED])


def test_curve_of_the_reference() -> None:
    assert AML.days.tolist() == [9, 13, 18, 23, 31, 34, 48]
    assert AML.survival == pytest.approx(
        [0.9091, 0.8182, 0.7159, 0.6136, 0.4909, 0.3682, 0.1841], abs=5e-5
    )
    assert after(AML, 9) == pytest.approx((0.9091, 0.5081, 0.9867), abs=5e-5)
    assert median(AML).value == 31


def test_share_before_the_first_end_and_after_the_last_length() -> None:
    assert after(AML, 8.5) == Estimate(1.0, None, None)
    assert after(AML, 161).value == pytest.approx(0.1841, abs=5e-5)
    assert after(AML, 162) == Estimate(None, None, None)
    assert after(kaplan_meier([3, 5], [True, True]), 10) == Estimate(0.0, None, None)


def test_median_that_is_not_reached() -> None:
    assert median(kaplan_meier([3, 9, 9], [True, False, False])).value is None
    assert median(kaplan_meier([3, 9], [True, False])).value == 3
    assert median(kaplan_meier([], [])) == Estimate(None, None, None)
    assert after(kaplan_meier([], []), 1) == Estimate(None, None, None)


stays = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=40)


@given(stays)
def test_curve_falls_from_one_to_no_less_than_nothing(found: list[tuple[int, bool]]) -> None:
    curve = kaplan_meier([days for days, _ in found], [over for _, over in found])
    shares = [1.0, *curve.survival.tolist()]
    assert all(1 >= one > other >= -1e-12 for one, other in pairwise(shares))


@pytest.mark.slow
@given(stays)
def test_curve_is_that_of_lifelines_and_scipy(found: list[tuple[int, bool]]) -> None:
    from lifelines import KaplanMeierFitter
    from scipy.stats import CensoredData, ecdf

    lengths, over = [days for days, _ in found], [over for _, over in found]
    curve = kaplan_meier(lengths, over)
    fitter = KaplanMeierFitter().fit(lengths, over)
    reference = fitter.survival_function_at_times(curve.days).to_numpy()
    assert curve.survival == pytest.approx(reference, abs=1e-12)
    limits = fitter.confidence_interval_.loc[curve.days.tolist()].to_numpy()
    for place, share in enumerate(curve.survival):
        if 1e-9 < share < 1 - 1e-9:
            assert (curve.lower[place], curve.upper[place]) == pytest.approx(
                tuple(limits[place]), abs=1e-9
            )
    data: CensoredData = CensoredData(
        uncensored=[days for days, done in found if done],
        right=[days for days, done in found if not done],
    )
    assert curve.survival == pytest.approx(ecdf(data).sf.evaluate(curve.days), abs=1e-12)
    last = fitter.median_survival_time_
    if (abs(curve.survival - 0.5) < 1e-9).any():
        return  # lifelines may miss ½ by the last digit of a float
    assert median(curve).value == (None if last == float("inf") else last)
