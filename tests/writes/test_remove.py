"""What goes with a record that is removed, and what keeps it from going?"""

import pytest
from sqlalchemy import Connection, Table, select

from talentdb.errors import RecordNotFound, RuleBroken, StillNeeded
from talentdb.queries.changes import FACT_TABLES
from talentdb.queries.names import PERSON
from talentdb.schema import (
    citations,
    organisation_links,
    organisations,
    people,
    person_names,
    roles,
    sources,
    transitions,
)
from talentdb.writes.names import add_alias, add_identifier, add_tag
from talentdb.writes.remove import remove
from tests.builders import Ledger, changing
from tests.writes.dumps import dump, follows_from_the_facts


def removed(
    connection: Connection, table: Table, id: int, with_facts: bool = False
) -> dict[str, int]:
    with changing(connection) as change:
        return remove(change, table, id, with_facts)


def count(connection: Connection) -> dict[str, int]:
    """How many rows of each table are recorded, without the empty ones."""
    rows = {name: len(found) for name, found in dump(connection).items()}
    return {name: number for name, number in rows.items() if number}


def test_parts_go_with_their_record(connection: Connection) -> None:
    ada = Ledger(connection).person("Ada Example")
    with changing(connection) as change:
        add_alias(change, PERSON, ada, "Ada Sample")
        add_identifier(change, PERSON, ada, "orcid:1")
        add_tag(change, PERSON, ada, "reasoning")
    gone = removed(connection, people, ada)
    assert gone == {"people": 1, "person_names": 1, "identifiers": 1, "tags": 1}
    assert count(connection) == {}


@pytest.mark.parametrize("table", [people, organisations])
def test_facts_keep_a_record_and_are_counted(connection: Connection, table: Table) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    ledger.move("Ada Example", "Acme", "Globex", "2021")
    ledger.link("Acme", "part-of", "Initech")
    before = dump(connection)
    with pytest.raises(StillNeeded) as error, connection.begin_nested():
        removed(connection, table, 1)
    counts = {"role": 2, "move": 1} if table is people else {"link": 1, "role": 1, "move": 1}
    assert error.value.counts == counts
    assert dump(connection) == before


def test_with_facts_removes_them_with_what_is_cited(connection: Connection) -> None:
    ledger = Ledger(connection)
    ids = ledger.career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    move, _ = ledger.move("Ada Example", "Acme", "Globex", "2021", reasons=("money",))
    memo = ledger.source("memo")
    ledger.cite("role_id", ids[0], memo)
    ledger.cite("transition_id", move, memo)
    gone = removed(connection, people, 1, with_facts=True)
    assert gone == {
        "people": 1,
        "roles": 2,
        "transitions": 1,
        "transition_reasons": 1,
        "citations": 2,
    }
    assert count(connection) == {"organisations": 2, "sources": 1}


def test_organisation_takes_its_links_and_what_follows_along(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme 2019–2021 · Initech 2021–now")
    ledger.career("Bob Sample", "Acme 2019–2021 · Zeta 2021–now")
    ledger.link("Zeta", "renamed", "Initech")
    initech = connection.scalar(select(organisations.c.id).where(organisations.c.name == "Initech"))
    assert initech is not None
    removed(connection, organisations, initech, with_facts=True)
    assert follows_from_the_facts(connection)
    assert connection.execute(select(organisation_links)).all() == []
    assert count(connection)["derived moves"] == 1


def test_source_that_is_cited_stays(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    memo, letter = ledger.source("memo"), ledger.source("letter")
    ledger.cite("role_id", role, memo, via_source_id=letter)
    for id in (memo, letter):
        with pytest.raises(StillNeeded, match=r"needed by 1 citation: remove or edit those"):
            removed(connection, sources, id)
    removed(connection, citations, 1)
    removed(connection, sources, memo)


def test_role_that_a_recorded_move_rests_on_stays(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2019", ended="..")
    move = ledger.told("Ada Example", "Acme", "Globex", "2021").move_id
    with pytest.raises(StillNeeded, match=r"role:1 is needed by 1 move"):
        removed(connection, roles, 1)
    removed(connection, transitions, move)
    removed(connection, roles, 1)
    assert count(connection) == {"people": 1, "organisations": 2}


def test_derived_move_goes_with_its_roles_only(connection: Connection) -> None:
    ids = Ledger(connection).career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    move = connection.execute(select(transitions.c.id)).scalar_one()
    with pytest.raises(RuleBroken, match="follows from roles"):
        removed(connection, transitions, move)
    removed(connection, roles, ids[1])
    assert connection.execute(select(transitions)).all() == []


@pytest.mark.parametrize("table", FACT_TABLES, ids=str)
def test_what_is_not_there_is_not_removed(connection: Connection, table: Table) -> None:
    with pytest.raises(RecordNotFound):
        removed(connection, table, 1)


def test_name_takes_what_is_cited_for_it(connection: Connection) -> None:
    ledger = Ledger(connection)
    ada = ledger.person("Ada Example")
    with changing(connection) as change:
        name = add_alias(change, PERSON, ada, "Ada Sample")
    assert name is not None
    ledger.cite("person_name_id", name, ledger.source("memo"))
    assert removed(connection, person_names, name) == {"person_names": 1, "citations": 1}
