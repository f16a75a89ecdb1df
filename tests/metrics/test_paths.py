"""By which way do people come from one organisation to another? (metrics.md §14)"""

import pytest
from sqlalchemy import Connection

from tests.builders import Ledger
from tests.metrics.following import paths


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def test_commonest_way_comes_first_and_the_shorter_of_equals(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2011 · B 2012–2013 · C 2014–now")
    ledger.career("Bob Sample", "A 2010–2011 · B 2012–2013 · C 2014–now")
    ledger.career("Cy Test", "A 2010–2011 · D 2012–2013 · E 2014–2015 · C 2016–now")
    ledger.career("Dee Model", "A 2010–2011 · C 2012–now")
    ledger.career("Eve Pattern", "C 2010–2011 · B 2012–2013 · A 2014–now")
    found = paths(ledger, from_="A", to="C")
    assert list(found.items()) == [("A → B → C", 2), ("A → C", 1), ("A → D → E → C", 1)]


def test_way_begins_with_the_last_leaving_and_ends_with_the_first_joining(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2011 · B 2012–2013 · A 2014–2015 · C 2016–2017 · D 2018–u")
    ledger.career("Bob Sample", "A 2010–2011 · C 2012–2013 · B 2014–2015 · C 2016–2017")
    assert paths(ledger, from_="A", to="C") == {"A → C": 2}


def test_way_has_at_most_four_moves(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2010 · B 2011–2011 · C 2012–2012 · D 2013–2013 · Z 2014–u")
    ledger.career(
        "Bob Sample",
        "A 2010–2010 · B 2011–2011 · C 2012–2012 · D 2013–2013 · E 2014–2014 · Z 2015–u",
    )
    assert paths(ledger, from_="A", to="Z") == {"A → B → C → D → Z": 1}


def test_undated_moves_are_followed_by_their_roles_only(ledger: Ledger) -> None:
    for title, place in (("one", "A"), ("two", "B"), ("three", "C")):
        ledger.role("Ada Example", place, title=title)
    ledger.told("Ada Example", "A", "B", from_title="one", to_title="two")
    ledger.told("Ada Example", "B", "C", from_title="two", to_title="three")
    ledger.move("Bob Sample", "A", "B")
    ledger.move("Bob Sample", "B", "C")
    assert paths(ledger, from_="A", to="C") == {"A → B → C": 1}


def test_way_back_to_where_it_began(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2011 · B 2012–2013 · A 2014–2015")
    assert paths(ledger, from_="A", to="A") == {"A → B → A": 1}


def test_whoever_went_a_way_twice_counts_once(ledger: Ledger) -> None:
    ledger.career("Ada Example", "A 2010–2011 · B 2012–2013 · A 2014–2015 · B 2016–2017")
    assert paths(ledger, from_="A", to="B") == {"A → B": 1}


def test_parts_stand_for_what_is_named_and_the_window_cuts_ways(ledger: Ledger) -> None:
    ledger.link("A-Lab", "part-of", "A")
    ledger.career("Ada Example", "A-Lab 2010–2011 · B 2012–2013 · C 2014–now")
    assert paths(ledger, from_="A", to="C") == {"A → B → C": 1}
    assert paths(ledger, from_="A", to="C", exact=True) == {}
    assert paths(ledger, from_="A", to="C", since="2013") == {}
