"""How many times as likely is it to come as to go? (metrics.md §7, per capita)"""

from datetime import date

import pytest
from sqlalchemy import Connection

from talentdb.metrics.propensity import person_years, propensity, result
from talentdb.metrics.ratio import Counts, ratio_of
from tests.builders import Ledger
from tests.metrics.lasting import Question


def counts(inbound: int, outbound: int) -> Counts:
    return Counts(1, "Acme", 2, "Globex", inbound, outbound, 0)


@pytest.mark.parametrize(
    ("outbound", "here", "expected"),
    [
        (9, 16660, (0.20709, 0.021774, 1.000549)),
        (10, 20000, (0.22375, 0.023837, 1.049955)),
    ],
)
def test_propensity_of_the_reference(
    outbound: int, here: float, expected: tuple[float, float, float]
) -> None:
    found = propensity(ratio_of(counts(2, outbound)), 17877, here)
    assert found[2:] == pytest.approx(expected, abs=5e-6)


def test_without_person_years_or_departures_there_is_none() -> None:
    assert propensity(ratio_of(counts(2, 9)), 0, 100)[2:] == (None, None, None)
    nobody_went = propensity(ratio_of(counts(11, 0)), 50, 100)
    assert (nobody_went.propensity, nobody_went.propensity_upper) == (None, None)
    assert nobody_went.propensity_lower == pytest.approx(2 * 2.51, abs=0.02)


def test_all_of_them_have_the_person_years_of_all() -> None:
    other = Counts(1, "Acme", 3, "Hooli", 4, 2, 0)
    rows = list(result([counts(8, 2), other], {1: 100.0, 2: 50.0, 3: 25.0}))
    assert [row[9:12] for row in rows] == [
        (50.0, 100.0, pytest.approx(8.0)),
        (25.0, 100.0, pytest.approx(8.0)),
        (75.0, 100.0, pytest.approx(4.0)),
    ]


def test_all_of_them_have_no_person_years_of_whoever_is_not_listed() -> None:
    unlisted = Counts(1, "Acme", 3, "Hooli", 0, 0, 1)
    *_, together = result([counts(8, 2), unlisted], {1: 100.0, 2: 50.0, 3: 25.0})
    assert (together[1], together[7], together[9]) == ("(all)", 1, 50.0)


def test_person_years_are_those_in_the_window(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme 2010-01-01–2014-01-01")
    ledger.career("Bob Sample", "Acme 2013-01-01–u, seen 2013-07-02")
    ledger.career("Cy Instance", "Acme 2025-01-01–now")
    question = Question(ledger, "Acme")
    (acme,) = question.filter.organisation

    def days(since: date | None, until: date | None) -> int:
        years = person_years(question.stays(), since, until, question.reckoning)
        return round(years[acme] * 365.25)

    assert days(None, None) == 1461 + 182 + 365
    assert days(date(2013, 1, 1), date(2013, 12, 31)) == 364 + 182
    assert days(date(2020, 1, 1), date(2021, 1, 1)) == 0
