"""Where do sources say something else than the record, and which value was chosen?"""

from typing import Any

import pytest
from sqlalchemy import Connection, Table

from talentdb.queries.conflicts import conflicts
from talentdb.schema import organisation_links, roles, transitions
from talentdb.writes.claims import Claim, cite_fact
from talentdb.writes.edit import edit
from tests.builders import Ledger, changing, date_of


def told(connection: Connection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(conflicts())]


def says(connection: Connection, source: str, field: str, value: str, **more: Any) -> None:
    table: Table = more.pop("table", roles)
    with changing(connection) as change:
        cite_fact(change, table, 1, Claim(source, field=field, value=value, **more))


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2019", title="Engineer")
    for handle in ("memo", "letter", "rumour"):
        ledger.source(handle)
    return ledger


def test_agreement_is_no_conflict(connection: Connection, ledger: Ledger) -> None:
    ledger.cite("role_id", 1, 1)
    says(connection, "memo", "started", "2019")
    assert told(connection) == []


def test_each_other_value_stands_under_the_chosen_one(
    connection: Connection, ledger: Ledger
) -> None:
    says(connection, "memo", "started", "2019")
    says(connection, "rumour", "started", "2018", status="rumoured")
    says(connection, "letter", "started", "2018-05", status="confirmed")
    assert told(connection) == [
        ("role:1", "started", "2019", True, None, "memo"),
        ("role:1", "started", "2018", False, "rumoured", "rumour"),
        ("role:1", "started", "2018-05", False, "confirmed", "letter"),
    ]


def test_chosen_value_may_be_unknown_and_of_no_source(
    connection: Connection, ledger: Ledger
) -> None:
    says(connection, "memo", "ended", "2024")
    assert told(connection) == [
        ("role:1", "ended", None, True, None, None),
        ("role:1", "ended", "2024", False, None, "memo"),
    ]


def test_choosing_the_other_value_turns_them_round(connection: Connection, ledger: Ledger) -> None:
    says(connection, "memo", "started", "2018")
    with changing(connection) as change:
        edit(change, roles, 1, {"started": date_of("2018")})
    assert told(connection) == []
    says(connection, "letter", "started", "2019")
    assert [row[2:4] + row[5:] for row in told(connection)] == [
        ("2018", True, "memo"),
        ("2019", False, "letter"),
    ]


def test_disputing_a_claim_does_not_make_it(connection: Connection, ledger: Ledger) -> None:
    says(connection, "memo", "started", "2018", stance="disputes")
    assert told(connection) == []


def test_sides_of_moves_are_compared_by_name(connection: Connection, ledger: Ledger) -> None:
    ledger.move("Bob Sample", "Acme", "Globex", "2020")
    says(connection, "memo", "to", "Initech", table=transitions)
    says(connection, "memo", "from", "Acme", table=transitions)
    assert [row[:4] for row in told(connection)] == [
        ("move:1", "to", "Globex", True),
        ("move:1", "to", "Initech", False),
    ]


def test_amounts_are_compared(connection: Connection, ledger: Ledger) -> None:
    ledger.link("Acme", "acquired", "Globex", "2020", amount=5, currency="USD")
    says(connection, "memo", "amount", "5", table=organisation_links)
    says(connection, "letter", "amount", "7", table=organisation_links)
    assert [row[2:4] for row in told(connection)] == [("5", True), ("7", False)]
