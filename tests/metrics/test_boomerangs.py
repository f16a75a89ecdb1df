"""Who came back? (metrics.md §12)"""

from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import Connection

from talentdb.metrics.boomerangs import result
from talentdb.metrics.returns import Stay
from talentdb.queries.rule import Basis
from tests.builders import Ledger
from tests.metrics.following import boomerangs, returns


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


@pytest.mark.parametrize(
    ("career", "back"),
    [
        ("A 2010–u · B 2012–2014 · A 2015–now", "Ada: A [..2012-12-31] → B → A 2015"),
        ("A 2010–2012-06-14 · B 2012-06-01–2013 · A 2014–now", "Ada: A 2012-06-14 → B → A 2014"),
        ("A 2010–2012 · B 2013–u · A 2015–now", "Ada: A 2012 → B → A 2015"),
        ("A 2010–2012 · B 2012–u · A 2015–now", "Ada: A 2012 → B → A 2015"),
        ("A 2010–2012 · B 2011–now · A 2015–now", "Ada: A 2012 → B → A 2015"),
        ("A 2010–2012 · B 2013–2013 · C 2014–2014 · A 2016–2017", "Ada: A 2012 → B, C → A 2016"),
        ("A 2010–2012 · A 2015–2018", None),
        ("A Engineer 2010–2012-12 · B 2012-06–2014 · A Lead 2013-01–2015", None),
        ("B 2010–2012 · A 2015–2018 · A 2020–2021 · B 2012–2013", None),
        ("A 2015–2018 · B 2019–2020", None),
    ],
)
def test_return_is_two_spells_with_one_elsewhere_in_between(
    ledger: Ledger, career: str, back: str | None
) -> None:
    ledger.career("Ada Example", career)
    assert boomerangs(ledger, organisation="A") == ([back] if back else [])


def test_each_return_counts_and_so_does_each_place_returned_to(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2011 · B 2012–2013 · A 2014–2015 · B 2016–2017 · A 2018–u")
    assert boomerangs(ledger) == [
        "Ada: A 2015 → B → A 2018",
        "Ada: B 2013 → A → B 2016",
        "Ada: A 2011 → B → A 2014",
    ]


def test_days_away_run_from_middle_to_middle(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2012-06-10 · B 2013–2013 · A 2014-06-10–now")
    ledger.career("Bob Sample", "A 2010–u · B 2013–2013 · A 2014-06-10–now")
    days = {back.person: back.away_days for back in returns(ledger, organisation="A")}
    assert days == {"Ada Example": 730, "Bob Sample": None}


def test_return_lies_in_the_window_if_its_day_does(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2011 · B 2012–2013 · A 2014–now")
    assert boomerangs(ledger, organisation="A", since="2014") != []
    assert boomerangs(ledger, organisation="A", since="2014-03") == []
    (back,) = returns(ledger, organisation="A", since="2014-03")
    assert back.possible


def test_return_to_a_part_is_a_return_to_the_organisation_that_is_named(ledger: Ledger) -> None:
    ledger.link("A-Lab", "part-of", "A")
    ledger.career("Ada Example", "A 2010–2012 · B 2013–2013 · A-Lab 2014–now")
    ledger.career("Bob Sample", "A 2010–2012 · A-Lab 2012–2014 · B 2013–2013")
    assert boomerangs(ledger, organisation="A") == ["Ada: A 2012 → B → A 2014"]
    assert boomerangs(ledger, organisation="A", exact=True) == []
    assert boomerangs(ledger) == []
    assert boomerangs(ledger, rollup="parents") == ["Ada: A 2012 → B → A 2014"]


def test_recorded_moves_that_link_by_their_roles_lead_back_without_dates(ledger: Ledger) -> None:
    undated_chain(ledger, "Ada Example", "Acme", "Globex", "Acme")
    undated_chain(ledger, "Bob Sample", "Acme", "Globex", "Initech")
    undated_chain(ledger, "Cy Test", "Acme", "Globex", "Initech", "Acme")
    assert boomerangs(ledger, organisation="Acme") == [
        "Ada: Acme ? → Globex → Acme ?",
        "Cy: Acme ? → Globex, Initech → Acme ?",
    ]
    assert [back.away_days for back in returns(ledger)] == [None, None]
    assert boomerangs(ledger, since="2000") == []


def test_moves_without_roles_do_not_link(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Acme", "Globex")
    ledger.move("Ada Example", "Globex", "Acme")
    assert boomerangs(ledger) == []


def test_what_spells_and_moves_both_tell_is_told_once(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme x 2010–2012 · Globex y 2013–2015 · Acme z 2016–now")
    ledger.told("Ada Example", "Acme", "Globex", "2013", from_title="x", to_title="y")
    ledger.told("Ada Example", "Globex", "Acme", "2016", from_title="y", to_title="z")
    assert len(boomerangs(ledger, organisation="Acme")) == 1


def undated_chain(ledger: Ledger, person: str, *places: str) -> None:
    """Moves from place to place, each leaving the role that the one before led to."""
    roles = [ledger.role(person, place, title=f"t{n}")[0] for n, place in enumerate(places)]
    for number, (origin, goal) in enumerate(pairwise(places)):
        titles = {"from_title": f"t{number}", "to_title": f"t{number + 1}"}
        ledger.told(person, origin, goal, **titles)
    assert len(set(roles)) == len(places)


def stay(organisation_id: int, begin: int, reach: int) -> Stay:
    first, last = date.fromordinal(begin), date.fromordinal(reach)
    start, end, name = str(first), str(last), f"Body {organisation_id}"
    ids = 1, "Ada Example", organisation_id, organisation_id, name
    begun = start, first, first
    ended = end, last, last
    return Stay(
        *ids, first, last, last, *begun, *ended, None, None, False, begin, begin, True, False
    )


@pytest.mark.parametrize(
    ("begin", "reach", "found"), [(50, 100, 0), (50, 101, 1), (199, 300, 1), (200, 300, 0)]
)
def test_one_day_in_the_hole_is_enough(begin: int, reach: int, found: int) -> None:
    stays = sorted(
        [stay(1, 10, 100), stay(2, begin, reach), stay(1, 200, 300)], key=lambda s: s.begin
    )
    assert len(result(stays, (), (1,))) == found


def test_days_between_parts_are_bridged_as_the_question_says(ledger: Ledger) -> None:
    ledger.link("A East", "part-of", "A")
    ledger.link("A West", "part-of", "A")
    ledger.career("Ada Example", "B 2009–now")
    for part, started, ended in (("A East", "2010", "2012"), ("A West", "2013-03", "..")):
        ledger.role("Ada Example", part, started=started, ended=ended)
    assert boomerangs(ledger, organisation="A") == ["Ada: A 2012 → B → A 2013-03"]
    assert boomerangs(ledger, organisation="A", basis=Basis(bridge=90)) == []


def test_passing_to_another_part_after_an_unknown_end_is_no_return(ledger: Ledger) -> None:
    ledger.link("A East", "part-of", "A")
    ledger.link("A West", "part-of", "A")
    ledger.career("Ada Example", "B 2009–now")
    for part, started, ended in (("A East", "2010", None), ("A West", "2013-03", "..")):
        ledger.role("Ada Example", part, started=started, ended=ended)
    assert boomerangs(ledger, organisation="A") == []
