"""Which recorded move tells the same as a derived one, in a ledger? (design.md §3, Twins)"""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.schema import spells, transitions
from tests.builders import Ledger

CAREER = "Acme Engineer 2015–2020 · Globex Lead 2020–now"


def twin(connection: Connection) -> Any:
    derived = transitions.c.origin == "derived"
    return connection.execute(select(transitions.c.twin_of_id).where(derived)).scalar_one()


@pytest.mark.parametrize(
    ("sides", "date", "is_twin"),
    [
        (("Acme", "Globex"), "2020", True),
        (("Acme", "Globex"), "2021-03-30", True),
        (("Acme", "Globex"), "2021-04-30", False),
        (("Acme", "Globex"), "2019-10-15", True),
        (("Acme", "Globex"), "2019-09", False),
        (("Acme", "Globex"), None, True),
        ((None, "Globex"), "2020", True),
        (("Acme", None), "2020", True),
        (("Initech", "Globex"), "2020", False),
        (("Acme", "Globex Labs"), "2020", True),
        (("Acme Labs", "Globex"), "2020", True),
        (("Acme", "Globex Group"), "2020", True),
    ],
)
@pytest.mark.parametrize("move_first", [False, True])
def test_sides_and_date_decide(
    connection: Connection,
    sides: tuple[str | None, str | None],
    date: str | None,
    is_twin: bool,
    move_first: bool,
) -> None:
    ledger = Ledger(connection)
    ledger.link("Globex Labs", "part-of", "Globex")
    ledger.link("Acme Labs", "merged-into", "Acme")
    ledger.link("Globex", "part-of", "Globex Group")
    if not move_first:
        ledger.career("Ada Example", CAREER)
    move, _ = ledger.move("Ada Example", *sides, date)
    if move_first:
        ledger.career("Ada Example", CAREER)
    assert twin(connection) == (move if is_twin else None)


@pytest.mark.parametrize("last", range(4))
def test_link_makes_twins_whenever_it_is_written(connection: Connection, last: int) -> None:
    """The move names a part, at two removes, of where the role was."""
    ledger = Ledger(connection)
    steps: list[Callable[[], object]] = [
        lambda: ledger.link("Team", "part-of", "Lab"),
        lambda: ledger.link("Lab", "part-of", "Division"),
        lambda: ledger.link("Division", "part-of", "Globex"),
        lambda: ledger.career("Ada Example", CAREER),
    ]
    move, _ = ledger.move("Ada Example", "Acme", "Team", "2020")
    for step in [*steps[:last], *steps[last + 1 :], steps[last]]:
        step()
    assert twin(connection) == move


def test_move_of_another_person_is_no_twin(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", CAREER)
    ledger.move("Bob Sample", "Acme", "Globex", "2020")
    assert twin(connection) is None


def test_undated_move_that_fits_two_is_no_twin(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career(
        "Ada Example", "Acme 2010–2012 · Globex 2012–2014 · Acme 2014–2016 · Globex 2016–now"
    )
    ledger.move("Ada Example", "Acme", "Globex")
    found = connection.execute(select(transitions.c.twin_of_id).distinct()).scalars().all()
    assert found == [None]


def test_role_that_the_move_names_decides_whatever_its_date(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", CAREER)
    told = ledger.told("Ada Example", "Acme", "Globex", "2023", to_title="Lead")
    assert twin(connection) == told.move_id


def test_spells_know_the_moves_by_which_they_began_and_ended(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", CAREER)
    move, _ = ledger.move("Ada Example", "Acme", "Globex", "2020")
    rows = connection.execute(
        select(spells.c.joined_by_id, spells.c.left_by_id).order_by(spells.c.started)
    )
    assert [tuple(row) for row in rows] == [(None, move), (move, None)]
