"""Which change sets are listed, of whom and of what?"""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection

from talentdb.queries.log import log, log_of
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import citations, identifiers, people, roles
from talentdb.writes.change_sets import Author, ChangeSet
from talentdb.writes.edit import edit
from talentdb.writes.names import add_identifier
from talentdb.writes.remove import remove
from talentdb.writes.undo import undo
from talentdb.writes.wanted import found_or_created
from tests.builders import AUTHOR, Ledger, changing


def listed(connection: Connection, **filters: Any) -> list[int]:
    return [row.change for row in connection.execute(log(**filters))]


def of(connection: Connection, noun: str, id: int) -> list[int]:
    return [row.change for row in connection.execute(log_of(noun, id))]


def test_latest_comes_first_with_who_undid_it(connection: Connection) -> None:
    ada = Ledger(connection).person("Ada Example")
    with changing(connection) as change:
        edit(change, people, ada, {"note": "one"})
    with changing(connection) as change:
        undo(change, 2)
    rows = connection.execute(log()).all()
    assert [(row.change, row.undone_by) for row in rows] == [(3, None), (2, 3), (1, None)]


def test_log_is_narrowed_by_day_and_actor(connection: Connection) -> None:
    for number, (actor, day) in enumerate([("ada", 1), ("bob", 2), ("ada", 3)]):
        author = Author(actor, "talentdb test", datetime(2026, 1, day))
        found_or_created(ChangeSet(connection, author), PERSON, f"Person {number}")
    assert listed(connection, since=datetime(2026, 1, 2)) == [3, 2]
    assert listed(connection, actor="ada") == [3, 1]
    assert listed(connection, actor="ada", since=datetime(2026, 1, 2)) == [3]


def test_log_is_narrowed_to_whom_it_is_about(connection: Connection) -> None:
    ledger = Ledger(connection)
    ada, bob = ledger.person("Ada Example"), ledger.person("Bob Sample")
    acme = ledger.organisation("Acme")
    role, _ = ledger.role("Ada Example", "Acme", started="2019")
    with changing(connection) as change:
        add_identifier(change, ORGANISATION, acme, "lei:1")
    with changing(connection) as change:
        edit(change, roles, role, {"title": "Chief"})
    with changing(connection) as change:
        remove(change, identifiers, 1)
    ledger.cite("role_id", role, ledger.source("memo"))
    assert listed(connection, person_id=ada) == [9, 6, 4, 1]
    assert listed(connection, person_id=bob) == [2]
    assert listed(connection, organisation_id=acme) == [9, 7, 6, 5, 4, 3]


@pytest.mark.parametrize("gone", [False, True])
def test_history_of_a_fact_tells_what_is_cited_for_it(connection: Connection, gone: bool) -> None:
    ledger = Ledger(connection)
    first, _ = ledger.role("Ada Example", "Acme", started="2019")
    second, _ = ledger.role("Ada Example", "Globex", started="2020")
    made = listed(connection)[-3]
    ledger.cite("role_id", first, ledger.source("memo"))
    cited = listed(connection)[0]
    ledger.cite("role_id", second, 1)
    with changing(connection) as change:
        remove(change, citations, 1)
    expected = [cited + 2, cited, made]
    if gone:
        with changing(connection) as change:
            remove(change, roles, first)
        expected.insert(0, cited + 3)
    assert of(connection, "role", first) == expected


def test_history_of_people_and_organisations_is_their_log(connection: Connection) -> None:
    ledger = Ledger(connection)
    ada, acme = ledger.person("Ada Example"), ledger.organisation("Acme")
    ledger.source("memo")
    assert (of(connection, "person", ada), of(connection, "organisation", acme)) == ([1], [2])
    assert of(connection, "source", 1) == [3]
    assert AUTHOR.actor == "tester"
