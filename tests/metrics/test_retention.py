"""Who is still there after some years, under each definition? (metrics.md §9)"""

import tracemalloc
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Connection

from talentdb.metrics.retention import DEFINITIONS, first_stays, result
from talentdb.metrics.stay import Ending, Reckoning, Stay
from tests.builders import Ledger
from tests.metrics.lasting import Question

NOON = date(2024, 6, 30)


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    careers = {
        "Ada": "Acme 2015-01-01–now",
        "Bob": "Acme 2018-03-01–2020-02-28",
        "Cy": "Acme 2018-03-01–2020-03-01",
        "Dee": "Acme 2018-03-01–2020-03-02",
        "Eve": "Acme 2019-05-01–u, seen 2021-05-01",
        "Fay": "Acme 2019-05-01–u, seen 2021-04-30",
        "Gil": "Acme 2021-07-01–now",
        "Hal": "Acme 2022-06-30–2023-06-30",
        "Ida": "Acme 2022-07-01–2024-06-30",
        "Jo": "Acme 2024-07-01–now",
    }
    for name, career in careers.items():
        ledger.career(f"{name} Example", career)
    return ledger


def test_anniversary_asks_each_on_the_day_two_years_after(ledger: Ledger) -> None:
    row = Question(ledger, "Acme", NOON).retention("anniversary")["anniversary"]
    # Ada, Dee, Eve and Gil; Bob, Cy and Hal had left by then, of Fay nothing is known.
    assert (row.eligible, row.retained, row.unknown) == (7, 4, 1)
    assert row.retention == pytest.approx(4 / 7)
    assert (row.if_left, row.if_stayed) == (4 / 8, 5 / 8)
    assert (row.lower, row.upper) == pytest.approx((0.250, 0.842), abs=1e-3)


def test_cohort_and_recent_ask_who_is_there_now(ledger: Ledger) -> None:
    rows = Question(ledger, "Acme", NOON).retention("cohort", "recent")
    # Gil and Hal joined in the year up to 30 June 2022, Ida within two years.
    assert (rows["cohort"].eligible, rows["cohort"].retained) == (2, 1)
    assert (rows["recent"].eligible, rows["recent"].retained) == (1, 0)


def test_survival_follows_everybody_as_long_as_they_are_seen(ledger: Ledger) -> None:
    row = Question(ledger, "Acme", NOON).retention("survival")["survival"]
    assert (row.eligible, row.retained, row.unknown) == (9, None, 2)
    assert row.retention is not None
    assert row.if_left is not None
    assert row.if_stayed is not None
    assert row.if_left <= row.retention <= row.if_stayed
    # After 365 days Hal is gone, after 729 Bob, after 730 Ida: Fay is seen until that very day.
    assert row.retention == pytest.approx(8 / 9 * 7 / 8 * 6 / 7)


def test_definitions_are_all_given_and_nobody_is_no_share(ledger: Ledger) -> None:
    rows = Question(ledger, "Acme", date(2014, 1, 1)).retention(*DEFINITIONS)
    assert list(rows) == list(DEFINITIONS)
    assert {row.retention for row in rows.values()} == {None}
    assert {row.if_left for row in rows.values()} == {None}


def test_unknown_ends_taken_for_open_or_left_are_the_two_limits(ledger: Ledger) -> None:
    plain, open, left = (
        Question(ledger, "Acme", NOON, unknown_end=how).retention("anniversary")["anniversary"]
        for how in ("unknown", "open", "left")
    )
    assert (open.retention, open.unknown) == (plain.if_stayed, 0)
    # Eve's last evidence is the anniversary itself.
    assert (plain.retained, left.retained) == (4, 3)


def test_whoever_came_back_counts_by_the_first_stay(ledger: Ledger) -> None:
    ledger.career("Kim Example", "Hooli 2010–2011 · Globex 2012–2014 · Hooli 2015–now")
    question = Question(ledger, "Hooli", NOON)
    firsts, returns = first_stays(question.stays())
    assert [(stay.person, stay.started) for stay in firsts] == [("Kim Example", "2010")]
    assert [stay.started for stay in returns] == ["2015"]
    assert question.retention("anniversary")["anniversary"].retained == 0


def test_29_february_has_its_anniversary_on_the_28th(ledger: Ledger) -> None:
    ledger.career("Leo Example", "Initech 2020-02-29–2022-02-28")
    ledger.career("Mia Example", "Initech 2020-02-29–2022-03-01")
    row = Question(ledger, "Initech", NOON).retention("anniversary")["anniversary"]
    assert (row.eligible, row.retained) == (2, 1)


def test_ten_times_as_many_stays_take_no_more_memory() -> None:
    peaks = []
    for many in (100, 2_000, 20_000):  # what is imported on the way is there after the first
        tracemalloc.start()
        rows = list(result(_stays(many), {1: "Acme"}, DEFINITIONS, 2, Reckoning(NOON)))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert rows[-1].eligible == many
    assert peaks[2] < 1.5 * peaks[1]


def _stays(many: int) -> Iterator[Stay]:
    """So many people, of a thousand different lengths of stay."""
    begun = date(2015, 1, 1).toordinal()
    for number in range(many):
        ending: Ending = "ended" if number % 3 else "unknown"
        end = begun + number % 1000
        about = (number, f"Ada Example {number}", 1, (number,), "2015-01-01", None)
        yield Stay(*about, begun, begun, ending, end, end)
