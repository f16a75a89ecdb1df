"""How sure is a fact, and does a recorded move hide the derived one that tells the same?"""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.queries.status import effective_status
from talentdb.schema import roles
from tests.builders import Ledger
from tests.queries.asking import details, moves

ANY = ("rumoured", "reported", "confirmed", "denied")
CAREER = "Acme 2015–2020 · Globex 2020–now"


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


Said = tuple[str | None, str, str | None]


@pytest.mark.parametrize(
    ("by_hand", "citations", "expected"),
    [
        (None, [], "reported"),
        ("confirmed", [("2020", "disputes", None)], "confirmed"),
        ("rumoured", [("2020", "supports", "confirmed")], "rumoured"),
        (None, [("2020", "supports", None)], "reported"),
        (None, [("2020", "supports", "rumoured")], "rumoured"),
        (None, [("2020", "supports", "confirmed"), ("2021", "supports", "rumoured")], "rumoured"),
        (None, [("2021", "supports", "confirmed"), ("2020", "disputes", None)], "confirmed"),
        (None, [("2020", "supports", "confirmed"), ("2021", "disputes", None)], "denied"),
        (None, [("2021", "disputes", "rumoured")], "denied"),
        (None, [("2020", "supports", "rumoured"), (None, "supports", "confirmed")], "rumoured"),
        (None, [(None, "supports", "rumoured"), (None, "supports", "confirmed")], "confirmed"),
        (None, [(None, "disputes", None), (None, "supports", "rumoured")], "rumoured"),
        (None, [(None, "disputes", None)], "reported"),
        (None, [("2020", "supports", "rumoured"), ("2020-12-31", "supports", None)], "reported"),
        (None, [("2020-12", "disputes", None), ("2020", "supports", None)], "reported"),
        (None, [("[2020..]", "disputes", None), ("2019", "supports", "confirmed")], "confirmed"),
    ],
)
def test_status_is_what_was_set_by_hand_else_what_the_latest_source_says(
    ledger: Ledger, by_hand: str | None, citations: list[Said], expected: str
) -> None:
    role, _ = ledger.role("Ada Example", "Acme", started="2015", status=by_hand)
    for number, (published, stance, status) in enumerate(citations):
        source = ledger.source(f"source-{number}", published, title=f"Source {number}")
        ledger.cite("role_id", role, source, stance=stance, status=status)
    statement = select(effective_status(roles, "role_id"))
    assert ledger.connection.execute(statement).scalar_one() == expected


def test_status_of_a_move_comes_from_its_own_citations(ledger: Ledger) -> None:
    move, _ = ledger.move("Ada Example", "Acme", "Globex", "2020")
    other, _ = ledger.move("Bob Sample", "Acme", "Globex", "2020")
    source = ledger.source("memo", "2021", title="Memo")
    ledger.cite("transition_id", move, source, stance="disputes")
    assert [row["id"] for row in details(ledger)] == [other]
    assert [row["id"] for row in details(ledger, statuses=("denied",))] == [move]


@pytest.mark.parametrize(
    ("recorded", "asked", "shown"),
    [
        (None, ("reported", "confirmed"), ["recorded"]),
        ("confirmed", ("reported", "confirmed"), ["recorded"]),
        ("confirmed", ("confirmed",), ["recorded"]),
        ("reported", ("confirmed",), []),
        ("rumoured", ("reported", "confirmed"), ["derived"]),
        ("rumoured", ("rumoured", "reported", "confirmed"), ["recorded"]),
        ("rumoured", ("rumoured",), ["recorded"]),
        ("denied", ("reported", "confirmed"), []),
        ("denied", ("denied",), ["recorded"]),
        ("denied", ANY, ["recorded"]),
    ],
)
@pytest.mark.parametrize("by_hand", [True, False])
def test_recorded_move_hides_its_twin_if_it_is_sure_enough_or_denied(
    ledger: Ledger, recorded: str | None, asked: tuple[str, ...], shown: list[str], by_hand: bool
) -> None:
    ledger.career("Ada Example", CAREER)
    move, _ = ledger.move(
        "Ada Example", "Acme", "Globex", "2020", status=recorded if by_hand else None
    )
    if recorded is not None and not by_hand:
        stance = "disputes" if recorded == "denied" else "supports"
        source = ledger.source("memo", "2021", title="Memo")
        ledger.cite("transition_id", move, source, stance=stance, status=recorded)
    assert [row["origin"] for row in details(ledger, statuses=asked)] == shown


def test_recorded_move_takes_continuity_gap_and_an_unknown_side_from_its_twin(
    ledger: Ledger,
) -> None:
    ledger.career("Ada Example", "Acme Engineer 2015–2018 · Globex Lead 2020–now")
    ledger.move("Ada Example", None, "Globex", "2020-05", manner="hired")
    [row] = details(ledger)
    assert (row["from"], row["to"], row["date"], row["origin"]) == (
        "Acme",
        "Globex",
        "2020-05",
        "recorded",
    )
    assert (row["continuity"], row["gap_days"], row["manner"]) == ("gap", 366, "hired")
    assert (row["from_title"], row["to_title"]) == ("Engineer", "Lead")


@pytest.mark.parametrize(("date", "continuity"), [("2020", "direct"), (None, "presumed")])
def test_recorded_move_without_a_twin_is_direct_if_dated(
    ledger: Ledger, date: str | None, continuity: str
) -> None:
    ledger.move("Ada Example", "Acme", "Globex", date)
    [row] = details(ledger)
    assert (row["continuity"], row["gap_days"]) == (continuity, None)


@pytest.mark.parametrize(
    ("career", "continuity"),
    [
        ("Acme 2015–2020 · Globex 2020–now", "direct"),
        ("Acme 2015–2018 · Globex 2020–now", "gap"),
        ("Acme 2015–u · Globex 2020–now", "presumed"),
        ("Acme 2015–now · Globex 2020–now", "overlap"),
        ("Acme 2020–2020 · Globex 2020–2020", "unordered"),
    ],
)
def test_overlapping_and_unordered_moves_count_only_on_demand(
    ledger: Ledger, career: str, continuity: str
) -> None:
    ledger.career("Ada Example", career)
    usual = continuity in ("direct", "gap", "presumed")
    assert len(moves(ledger)) == int(usual)
    assert len(moves(ledger, continuities=(continuity,))) == 1


def test_citations_of_a_derived_move_are_those_of_its_roles(ledger: Ledger) -> None:
    left, joined = ledger.career("Ada Example", CAREER)
    for number, (role, published) in enumerate(((left, "2021"), (joined, "2020"))):
        source = ledger.source(f"source-{number}", published, title=f"Source {number}")
        ledger.cite("role_id", role, source)
    row: dict[str, Any] = details(ledger)[0]
    assert (row["citations"], row["source"], row["reasons"]) == (2, "source-1", [])
