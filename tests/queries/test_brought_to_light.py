"""Which moves does `query moves --change N` list: stated by it, and what follows from its roles?"""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.dates import parse
from talentdb.queries.moves import moves
from talentdb.schema import change_sets, roles
from talentdb.writes.edit import edit
from tests.builders import Ledger, changing
from tests.queries.asking import asked


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def last_change(ledger: Ledger) -> int:
    statement = select(change_sets.c.id).order_by(change_sets.c.id.desc())
    return int(ledger.connection.scalars(statement).first() or 0)


def known_by(ledger: Ledger, change: int, **options: Any) -> list[str]:
    question = replace(asked(ledger, **options), change=(change,))
    rows = ledger.connection.execute(moves(question)).mappings()
    return [f"{row['from']} → {row['to']}" for row in rows]


def test_a_stated_move_is_known_by_the_change_that_stated_it(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Acme", "Globex", "2020")
    assert known_by(ledger, last_change(ledger)) == ["Acme → Globex"]
    ledger.move("Ada Example", "Globex", "Hooli", "2022")
    assert known_by(ledger, last_change(ledger)) == ["Globex → Hooli"]


def test_a_derived_one_by_each_change_that_made_it_follow(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme 2015–u")
    first = last_change(ledger)
    ledger.career("Ada Example", "Globex 2018–now")
    second = last_change(ledger)
    assert known_by(ledger, first) == known_by(ledger, second) == ["Acme → Globex"]
    ledger.role("Ada Example", "Acme", started="2015", ended="2017")
    assert known_by(ledger, last_change(ledger)) == ["Acme → Globex"]
    ledger.role("Ada Example", "Globex", started="2018-02", ended="..")
    assert known_by(ledger, last_change(ledger)) == ["Acme → Globex"]


def test_what_is_said_of_a_role_otherwise_brings_no_move_to_light(ledger: Ledger) -> None:
    acme, _ = ledger.career("Ada Example", "Acme 2015–2018 · Globex 2018–now")
    ledger.role("Ada Example", "Globex", started="2018", ended="2024", seen="2023")
    assert known_by(ledger, last_change(ledger)) == []
    with changing(ledger.connection) as change:
        edit(change, roles, acme, {"note": "as told", "started": parse("2014")})
    assert known_by(ledger, last_change(ledger)) == []
    ledger.career("Ada Example", "Hooli 2024–now")
    assert known_by(ledger, last_change(ledger)) == ["Globex → Hooli"]


def test_the_end_of_any_role_of_the_spell_that_is_left_counts(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Acme One 2010–2012 · Acme Two 2011–2014 · Globex 2018–now")
    ledger.role("Ada Example", "Acme", title="One", started="2010", ended="2012-05")
    assert known_by(ledger, last_change(ledger)) == ["Acme → Globex"]
