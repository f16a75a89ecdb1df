"""Which recorded move is it that a statement speaks of, and what does it add? (Keys)"""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.errors import RecordContradicted, RuleBroken
from talentdb.schema import transition_reasons, transitions
from talentdb.writes.transitions import Moves, NewMove
from tests.builders import Ledger, changing, date_of

ADA = ("Ada Example", "Acme", "Globex")


def dates(connection: Connection) -> list[str | None]:
    recorded = transitions.c.origin == "recorded"
    statement = select(transitions.c.date).where(recorded).order_by(transitions.c.id)
    return list(connection.execute(statement).scalars())


def reasons(connection: Connection) -> list[str]:
    return sorted(connection.execute(select(transition_reasons.c.reason)).scalars())


def test_same_statement_twice_is_one_move(connection: Connection) -> None:
    ledger = Ledger(connection)
    more: dict[str, Any] = {"manner": "hired", "reasons": ("money",), "to_title": "Lead"}
    assert ledger.move(*ADA, "2025-06", **more)[1] == "created"
    assert ledger.move(*ADA, "2025-06", **more)[1] == "unchanged"
    assert (dates(connection), reasons(connection)) == (["2025-06"], ["money"])


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("2025", "2025-06", "2025-06"),
        ("2025-06", "2025", "2025-06"),
        (None, "2025", "2025"),
        ("2025", None, "2025"),
        ("[..2025-06-30]", "2025-06-12", "2025-06-12"),
    ],
)
def test_compatible_date_refines_the_move(
    connection: Connection, first: str | None, second: str | None, kept: str
) -> None:
    ledger = Ledger(connection)
    ledger.move(*ADA, first)
    assert ledger.move(*ADA, second)[1] == ("updated" if kept != first else "unchanged")
    assert dates(connection) == [kept]


@pytest.mark.parametrize(
    ("who", "date"),
    [
        (ADA, "2024"),
        (("Bob Sample", "Acme", "Globex"), "2025"),
        (("Ada Example", "Globex", "Acme"), "2025"),
        (("Ada Example", None, "Globex"), "2025"),
        (("Ada Example", "Acme", None), "2025"),
    ],
)
def test_other_person_side_or_time_is_another_move(
    connection: Connection, who: tuple[str, str | None, str | None], date: str
) -> None:
    ledger = Ledger(connection)
    ledger.move(*ADA, "2025")
    assert ledger.move(*who, date)[1] == "created"


def test_several_compatible_moves_are_a_problem(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.move(*ADA, "2021")
    ledger.move(*ADA, "2025")
    for date in (None, "[2020..2026]"):
        with pytest.raises(RecordContradicted, match="any of 2 recorded moves"):
            ledger.move(*ADA, date)
    assert dates(connection) == ["2021", "2025"]


def test_exact_date_decides_among_compatible_moves(connection: Connection) -> None:
    ledger = Ledger(connection)
    ids = [ledger.move(*ADA, date)[0] for date in ("2021", "2025")]
    assert ledger.move(*ADA, "2025", manner="hired") == (ids[1], "updated")


def test_renamed_sides_are_one(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.link("Facebook", "renamed", "Meta")
    first = ledger.move("Ada Example", "Acme", "Facebook", "2021")
    assert ledger.move("Ada Example", "Acme", "Meta", "2021-10") == (first[0], "updated")


@pytest.mark.parametrize(("origin", "goal"), [("Acme", "Acme"), ("Facebook", "Meta")])
def test_move_needs_two_organisations(connection: Connection, origin: str, goal: str) -> None:
    ledger = Ledger(connection)
    ledger.link("Facebook", "renamed", "Meta")
    with pytest.raises(RuleBroken, match="a move needs two"):
        ledger.move("Ada Example", origin, goal)


def test_move_needs_a_side(connection: Connection) -> None:
    with pytest.raises(RuleBroken, match="one side at least"):
        Ledger(connection).move("Ada Example", None, None)


def test_reasons_are_added_to_those_that_are_there(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.move(*ADA, "2025", reasons=("money",))
    assert ledger.move(*ADA, "2025", reasons=("mission", "money"))[1] == "updated"
    assert reasons(connection) == ["mission", "money"]


def test_what_a_statement_leaves_out_stays(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.move(*ADA, "2025", manner="hired", status="rumoured", note="x", from_title="Engineer")
    ledger.move(*ADA, "2025", status="confirmed", to_title="Lead")
    row = connection.execute(select(transitions)).one()
    assert (row.manner, row.status, row.note) == ("hired", "confirmed", "x")
    assert (row.from_title, row.to_title) == ("Engineer", "Lead")


def test_moves_of_one_command_are_compared_with_each_other(connection: Connection) -> None:
    ledger = Ledger(connection)
    person = ledger.person("Ada Example")
    sides = ledger.organisation("Acme"), ledger.organisation("Globex")
    with changing(connection) as change:
        moves = Moves(change, [person])
        money: dict[str, Any] = {"reasons": ("money",)}
        outcomes = [
            moves.state(NewMove(person, *sides, date_of("2025"), **money)).outcome,
            moves.state(NewMove(person, *sides, date_of("2025"), **money)).outcome,
            moves.state(NewMove(person, *sides, date_of("2025-06"), **money)).outcome,
        ]
        moves.write()
    assert outcomes == ["created", "unchanged", "updated"]
    assert (dates(connection), reasons(connection)) == (["2025-06"], ["money"])


def test_recording_moves_as_an_import_does_opens_and_closes_no_role(
    connection: Connection,
) -> None:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2020", ended="..")
    ledger.move(*ADA, "2025")
    assert ledger.role("Ada Example", "Acme", started="2020", ended="..")[1] == "unchanged"
