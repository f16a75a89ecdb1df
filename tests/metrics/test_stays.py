"""What stays do the spells of people make, as known by a day? (metrics.md §8)"""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from talentdb.metrics.stay import Reckoning, Stay
from talentdb.metrics.stays import stays
from talentdb.queries.stays import spells_of_those_at
from tests.builders import Ledger
from tests.queries.asking import TODAY, asked


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    ledger.link("Globex Research", "part-of", "Globex", "2018")
    ledger.link("Globex Robotics", "part-of", "Globex", "2010")
    return ledger


def found(
    ledger: Ledger, where: str, as_of: date = TODAY, unknown_end: str = "unknown", **more: Any
) -> list[Stay]:
    filter = asked(ledger, organisation=where, as_of=as_of, **more)
    rows = ledger.connection.execute(spells_of_those_at(filter, filter.organisation))
    reckoning = Reckoning(as_of, unknown_end=unknown_end)
    return [one for one in stays(rows, reckoning) if one.organisation_id in filter.organisation]


def endings(stays: list[Stay]) -> list[str]:
    return [stay.ending for stay in stays]


def test_passing_from_one_part_to_another_is_one_stay(ledger: Ledger) -> None:
    ledger.role("Ada Example", "Globex Robotics", started="2012", ended="2019")
    ledger.role("Ada Example", "Globex Research", started="2020", ended="..")
    (stay,) = found(ledger, "Globex")
    assert (stay.started, stay.ending, len(stay.role_ids)) == ("2012", "open", 2)
    (alone,) = found(ledger, "Globex Robotics")
    assert (alone.started, alone.ended) == ("2012", "2019")
    assert found(ledger, "Globex", exact=True) == []


def test_whoever_was_at_a_part_before_it_belonged_did_not_join_the_whole(ledger: Ledger) -> None:
    ledger.role("Ada Example", "Globex Research", started="2015", ended="2016")
    ledger.role("Bob Sample", "Globex Research", started="2019", ended="2020")
    assert [stay.person for stay in found(ledger, "Globex")] == ["Bob Sample"]


def test_an_unknown_end_is_presumed_by_a_start_elsewhere_only(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2012–u · Initech 2015-04–2016")
    ledger.career("Bob Sample", "Acme 2012–u")
    ledger.career("Cy Instance", "Acme 2012–u, seen 2020-05 · Initech 2022–now")
    ada, bob, cy = found(ledger, "Acme")
    assert endings([ada, bob, cy]) == ["presumed", "unknown", "presumed"]
    assert date.fromordinal(ada.end_latest) == date(2015, 4, 30)
    assert date.fromordinal(bob.end_latest) == date(2012, 12, 31)
    assert date.fromordinal(cy.end_latest) == date(2022, 12, 31)


def test_what_is_said_of_later_days_is_not_known_yet(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2012–u · Initech 2015-04–2016")
    ledger.career("Bob Sample", "Acme 2012–2014")
    assert endings(found(ledger, "Acme", date(2013, 6, 1))) == ["unknown", "open"]
    assert endings(found(ledger, "Acme", date(2014, 7, 1))) == ["unknown", "open"]
    assert endings(found(ledger, "Acme", date(2014, 7, 2))) == ["unknown", "ended"]
    assert endings(found(ledger, "Acme", date(2015, 4, 30))) == ["presumed", "ended"]
    assert found(ledger, "Acme", date(2011, 12, 31)) == []


def test_evidence_without_a_last_day_counts_to_the_last_certain_one(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2013-10-01–u, seen [2017-11..]")
    ledger.career("Bob Sample", "Acme Clerk [2015-04..]–2015-10 · Acme Lead 2015-12-01–u")
    ada, bob = found(ledger, "Acme")
    assert date.fromordinal(ada.end_latest) == date(2017, 11, 1)
    assert date.fromordinal(bob.end_latest) == date(2015, 12, 1)


def test_evidence_of_later_days_makes_no_longer_stay(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2012–u, seen 2019")
    (ada,) = found(ledger, "Acme", date(2014, 6, 1))
    assert (ada.ending, date.fromordinal(ada.end_latest)) == ("unknown", date(2014, 6, 1))


def test_spells_of_one_organisation_stay_apart(ledger: Ledger) -> None:
    career = "Initech 2017–now · Acme 2017-11–u · Initech 2018–2019 · Acme 2018-03-26–2018"
    ledger.career("Ada Example", career)
    assert [stay.started for stay in found(ledger, "Acme")] == ["2017-11", "2018-03-26"]


@pytest.mark.parametrize(
    ("career", "days"),
    [
        ("Acme 2015-01-01–2015-01-31", (30, 30, 30)),
        ("Acme 2015–2016", (730, 365, 1)),
        ("Acme 2015–2015-02", (58, 58, 0)),
        ("Acme [..2015-06-30]–2016-06-30", (366, 366, 366)),
        ("Acme 2015-06-30–[2016-06-30..]", (366, 366, 366)),
        ("Acme 2025-12-22–now", (10, 10, 10)),
        ("Acme 2025-12-22–u, seen 2025-12-24", (2, 2, 2)),
    ],
)
def test_length_by_outer_middle_and_inner_days(
    ledger: Ledger, career: str, days: tuple[int, int, int]
) -> None:
    ledger.career("Ada Example", career)
    (stay,) = found(ledger, "Acme")
    assert tuple(stay.days(dates) for dates in ("outer", "middle", "inner")) == days


def test_unknown_ends_may_be_taken_for_open_or_left(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2012–u, seen 2013-02-01")
    assert endings(found(ledger, "Acme", unknown_end="open")) == ["open"]
    (left,) = found(ledger, "Acme", unknown_end="left")
    assert (left.ending, date.fromordinal(left.end_latest)) == ("ended", date(2013, 2, 1))


def test_a_recorded_move_out_is_told_but_ends_no_role(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2012–u, seen 2013-02-01")
    ledger.move("Ada Example", "Acme", None, "2014")
    (stay,) = found(ledger, "Acme")
    assert (stay.ending, stay.has_left) == ("unknown", True)
