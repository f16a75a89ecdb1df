"""Is a published figure held against the record by the rule of metrics.md §16?"""

import pytest

from talentdb.metrics.figures import (
    CONSISTENT,
    CONTRADICTED,
    TOO_LITTLE,
    Counts,
    held_count,
    held_ratio,
)


@pytest.mark.parametrize(
    ("qualifier", "published", "recorded", "verdict"),
    [
        ("at_least", 4, 7, CONSISTENT),
        ("at_least", 4, 4, CONSISTENT),
        ("at_least", 4, 3, TOO_LITTLE),
        ("about", 50, 45, CONSISTENT),
        ("about", 50, 44, TOO_LITTLE),
        ("about", 50, 55, CONSISTENT),
        ("about", 50, 56, CONTRADICTED),
        ("exact", 50, 50, CONSISTENT),
        ("exact", 50, 49, TOO_LITTLE),
        ("exact", 50, 51, CONTRADICTED),
        ("at_most", 50, 12, CONSISTENT),
        ("at_most", 50, 51, CONTRADICTED),
    ],
)
def test_count_meets_its_qualifier_or_not(
    qualifier: str, published: int, recorded: int, verdict: str
) -> None:
    assert held_count(published, qualifier, recorded).verdict == verdict


@pytest.mark.parametrize(
    ("x", "y", "published", "verdict"),
    [
        (53, 5, 10.6, CONSISTENT),
        (53, 5, 40, CONTRADICTED),
        (11, 0, 100, CONSISTENT),
        (11, 0, 2, CONTRADICTED),
        (9, 0, 10.6, TOO_LITTLE),
        (0, 0, 10.6, TOO_LITTLE),
    ],
)
def test_ratio_lies_within_the_recorded_limits_or_not(
    x: int, y: int, published: float, verdict: str
) -> None:
    assert held_ratio(published, Counts(x, y, x, y)).verdict == verdict


def test_record_of_one_side_says_so() -> None:
    assert "no departures" in held_ratio(1, Counts(5, 0, 9, 0)).note
    assert "no arrivals" in held_ratio(1, Counts(0, 5, 0, 9)).note
    assert held_ratio(1, Counts(5, 0, 9, 1)).note == ""
