"""Do other roles, gaps and statuses make other spells and moves, for one question only?"""

import sqlite3
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, create_engine, make_url, select

from talentdb.database.engine import open_ledger
from talentdb.queries.rule import STANDARD, Basis
from talentdb.schema import spells, transitions
from talentdb.schema.words import ROLE_KINDS
from talentdb.writes.rederive import rederive
from tests.builders import Ledger
from tests.queries.asking import moves


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme 2010–2012 · Globex 2013–2014 · Globex 2014-06–now")
    ledger.role("Bob Sample", "Acme", started="2010", ended="2012")
    ledger.role("Bob Sample", "Hooli", started="2011", ended="2013", kind="advisor")
    ledger.role("Bob Sample", "Globex", started="2013", ended="2014", status="rumoured")
    ledger.career("Cy Instance", "Acme 2010–2011-06 · Initech 2011–2011 · Acme 2011-12–2012")
    ledger.move("Ada Example", "Acme", "Globex", "2013-02")
    ledger.move("Dee Model", "Acme", "Hooli", "2020")
    return ledger


def contents(connection: Connection, table: Table) -> list[Any]:
    order = [table.c.person_id, table.c.started if table is spells else table.c.date]
    names = [column for column in table.c if table is transitions or column.name != "id"]
    return [tuple(row) for row in connection.execute(select(*names).order_by(*order))]


def test_usual_rule_gives_what_is_stored_with_the_same_ids(ledger: Ledger) -> None:
    stored = [contents(ledger.connection, table) for table in (spells, transitions)]
    rederive(ledger.connection, STANDARD)
    assert [contents(ledger.connection, table) for table in (spells, transitions)] == stored
    assert len(stored[1]) > 2


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (STANDARD, []),
        (Basis(kinds=ROLE_KINDS), ["Bob: Acme → Hooli 2011"]),
        (Basis(min_status="rumoured"), ["Bob: Acme → Globex 2013"]),
        (
            Basis(kinds=ROLE_KINDS, min_status="rumoured"),
            ["Bob: Hooli → Globex 2013", "Bob: Acme → Hooli 2011"],
        ),
    ],
)
def test_kinds_and_statuses_widen_what_makes_moves(
    ledger: Ledger, basis: Basis, expected: list[str]
) -> None:
    rederive(ledger.connection, basis)
    found = moves(ledger, basis=basis, statuses=basis.statuses, person="Bob Sample")
    assert found == expected


def test_confirmed_alone_leaves_only_what_is_confirmed(ledger: Ledger) -> None:
    basis = Basis(min_status="confirmed")
    rederive(ledger.connection, basis)
    assert moves(ledger, basis=basis, statuses=basis.statuses) == []
    assert ledger.connection.execute(select(spells)).all() == []


def test_a_longer_bridge_joins_what_was_apart(ledger: Ledger) -> None:
    ledger.career("Eve Pattern", "Acme 2010–2011 · Acme 2012-03–2013")

    def spells_of_eve() -> int:
        person = ledger.person("Eve Pattern")
        mine = select(spells.c.first_role_id).where(spells.c.person_id == person)
        return len(ledger.connection.execute(mine).all())

    assert spells_of_eve() == 2
    rederive(ledger.connection, Basis(bridge=61))
    assert spells_of_eve() == 1


def test_recorded_moves_are_matched_anew(ledger: Ledger) -> None:
    ledger.move("Bob Sample", "Acme", "Globex", "2013-03")
    rederive(ledger.connection, Basis(min_status="rumoured"))
    derived = select(transitions.c.twin_of_id).where(
        transitions.c.person_id == ledger.person("Bob Sample"), transitions.c.origin == "derived"
    )
    (twin,) = ledger.connection.execute(derived).scalars()
    recorded = select(transitions.c.origin).where(transitions.c.id == twin)
    assert ledger.connection.scalar(recorded) == "recorded"


def test_nothing_stays_behind(ledger: Ledger, engine: Engine) -> None:
    ledger.connection.commit()
    before = contents(ledger.connection, transitions)
    rederive(ledger.connection, Basis(kinds=ROLE_KINDS))
    assert contents(ledger.connection, transitions) != before
    ledger.connection.rollback()
    assert contents(ledger.connection, transitions) == before
    ledger.connection.rollback()
    with engine.connect() as another:
        assert contents(another, transitions) == before


def test_a_ledger_that_one_may_only_read_is_enough(ledger: Ledger, ledger_url: str) -> None:
    ledger.connection.commit()
    ledger.connection.close()
    if not ledger_url.startswith("sqlite"):
        engine = open_ledger(ledger_url)
    else:
        file = f"file:{make_url(ledger_url).database}?mode=ro"
        engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(file, uri=True))
    with engine.connect() as connection:
        rederive(connection, Basis(kinds=ROLE_KINDS))
        assert len(contents(connection, transitions)) > 2
    engine.dispose()
