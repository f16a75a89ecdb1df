"""When is a citation one that the ledger holds, and what does it change?"""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.errors import RuleBroken, ViaMakesLoop
from talentdb.schema import citations, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.citations import Citations
from talentdb.writes.citing import NewCitation
from tests.builders import AUTHOR, Ledger


@pytest.mark.parametrize(
    "other",
    [
        {"field": "ended", "value": "2022"},
        {"field": "started", "value": "2023"},
        {"locator": "p. 4"},
        {"said_by": "Ida Test"},
    ],
)
def test_field_value_place_and_speaker_make_another_citation(
    connection: Connection, other: dict[str, Any]
) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    memo = ledger.source("memo", title="Memo")
    said = {"field": "ended", "value": "2023"}
    assert ledger.cite("role_id", role, memo, **said) is not None
    assert ledger.cite("role_id", role, memo, **said) is None
    assert ledger.cite("role_id", role, memo, **said | other) is not None


def test_one_source_may_be_cited_for_several_facts(connection: Connection) -> None:
    ledger = Ledger(connection)
    memo = ledger.source("memo", title="Memo")
    facts = [
        ("role_id", ledger.role("Ada Example", "Acme")[0]),
        ("transition_id", ledger.move("Ada Example", "Acme", "Globex")[0]),
        ("organisation_link_id", ledger.link("Lab", "part-of", "Acme")[0]),
    ]
    assert all(ledger.cite(column, id, memo) is not None for column, id in facts)


def test_source_known_only_through_itself_is_refused(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    first, second, third = (ledger.source(name, title=name) for name in ("one", "two", "three"))
    ledger.cite("role_id", role, first, via_source_id=second)
    ledger.cite("role_id", role, second, via_source_id=third)
    for source, via in ((third, first), (second, first), (first, first)):
        with pytest.raises((ViaMakesLoop, RuleBroken)):
            ledger.cite("role_id", role, source, said_by="Ida", via_source_id=via)


def test_citation_that_disputes_a_role_takes_its_moves_away(connection: Connection) -> None:
    ledger = Ledger(connection)
    role = ledger.career("Ada Example", "Acme 2018–2020 · Globex 2020–now")[1]
    assert connection.execute(select(transitions.c.id)).all() != []
    denial = ledger.source("denial", "2021", title="Denial")
    ledger.cite("role_id", role, denial, stance="disputes")
    assert connection.execute(select(transitions.c.id)).all() == []


def test_one_that_turns_to_dispute_takes_moves_away(connection: Connection) -> None:
    ledger = Ledger(connection)
    role = ledger.career("Ada Example", "Acme 2018–2020 · Globex 2020–now")[1]
    memo = ledger.source("memo", "2021", title="Memo")
    ledger.cite("role_id", role, memo)
    assert ledger.cite("role_id", role, memo, stance="disputes", quote="Never there.") is None
    assert connection.execute(select(transitions.c.id)).all() == []
    # Said without a stance again, a dispute stays one.
    ledger.cite("role_id", role, memo)
    assert connection.scalars(select(citations.c.stance)).all() == ["disputes"]


def test_what_refines_may_not_close_a_loop(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    first, second = (ledger.source(name, title=name) for name in ("one", "two"))
    ledger.cite("role_id", role, first, via_source_id=second)
    ledger.cite("role_id", role, second)
    with pytest.raises(ViaMakesLoop):
        ledger.cite("role_id", role, second, via_source_id=first)


def test_many_citations_refine_those_that_are_there(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    memo, note = (ledger.source(name, title=name) for name in ("memo", "note"))
    ledger.cite("role_id", role, memo, quote="She left.")
    fact = ("role_id", role)
    held = Citations(ChangeSet(connection, AUTHOR), [fact])
    outcomes = [
        held.state(NewCitation(fact, memo), None),
        held.state(NewCitation(fact, memo, status="confirmed"), None),
        held.state(NewCitation(fact, memo, stance="disputes"), "disputes"),
        held.state(NewCitation(fact, note), None),
        held.state(NewCitation(fact, note, quote="Gone."), None),
    ]
    held.write()
    assert outcomes == ["unchanged", "updated", "updated", "created", "updated"]
    statement = select(citations.c.stance, citations.c.status, citations.c.quote)
    found = [tuple(row) for row in connection.execute(statement.order_by(citations.c.id))]
    assert found == [("disputes", "confirmed", "She left."), ("supports", None, "Gone.")]
