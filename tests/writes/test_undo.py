"""When can a change set not be taken back, and what follows from the roles once it is?"""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.errors import LinkMakesLoop, RecordNotFound, RuleBroken, UndoRefused, ViaMakesLoop
from talentdb.queries.names import PERSON
from talentdb.schema import (
    citations,
    identifiers,
    organisation_links,
    organisations,
    people,
    roles,
    sources,
    transitions,
)
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.edit import edit
from talentdb.writes.names import add_identifier
from talentdb.writes.remove import remove
from talentdb.writes.undo import latest_of, undo
from talentdb.writes.wanted import found_or_created
from tests.builders import AUTHOR, Ledger
from tests.writes.dumps import dump, written

Write = Callable[[ChangeSet], object]


def did(connection: Connection, what: Write) -> int:
    """The change set that this made."""
    id = written(connection, what)
    assert id is not None
    return id


def undid(connection: Connection, id: int) -> int:
    return did(connection, lambda change: undo(change, id))


def edited(connection: Connection, table: Any, id: int, **values: Any) -> int:
    return did(connection, lambda change: edit(change, table, id, values))


def removed(connection: Connection, table: Any, id: int, with_facts: bool = False) -> int:
    return did(connection, lambda change: remove(change, table, id, with_facts))


def refused(connection: Connection, id: int) -> list[int]:
    """The change sets that are named as resting on this one."""
    before = dump(connection)
    with pytest.raises(UndoRefused) as error:
        undid(connection, id)
    assert dump(connection) == before
    assert error.value.change == id
    return [int(line.split()[1]) for line in error.value.later]


def test_undo_of_the_middle_leaves_what_came_later(connection: Connection) -> None:
    ledger = Ledger(connection)
    ada, bob = ledger.person("Ada Example"), ledger.person("Bob Sample")
    first = edited(connection, people, ada, note="one")
    edited(connection, people, bob, note="two")
    undid(connection, first)
    found = connection.execute(select(people.c.note).order_by(people.c.id)).scalars().all()
    assert found == [None, "two"]
    assert latest_of(connection, AUTHOR.actor) == first + 1


def test_later_edit_of_the_row_stands_in_the_way(connection: Connection) -> None:
    ada = Ledger(connection).person("Ada Example")
    first = edited(connection, people, ada, note="one")
    second = edited(connection, people, ada, name="Ada Beispiel")
    assert refused(connection, first) == [second]
    undid(connection, second)
    undid(connection, first)


def test_what_refers_to_a_row_stands_in_the_way(connection: Connection) -> None:
    ada = did(connection, add_ada)
    Ledger(connection).role("Ada Example", "Acme")
    assert refused(connection, ada) == [latest_of(connection, AUTHOR.actor)]


def add_ada(change: ChangeSet) -> None:
    found_or_created(change, PERSON, "Ada Example")


def test_what_once_referred_to_a_row_stands_in_the_way(connection: Connection) -> None:
    """Else its own undoing would have nothing to come back to."""
    ledger = Ledger(connection)
    move, _ = ledger.move("Ada Example", None, "Acme", "2020")
    globex = ledger.organisation("Globex")
    made = latest_of(connection, AUTHOR.actor)
    edited(connection, transitions, move, to_organisation_id=globex)
    acme = connection.scalar(select(organisations.c.id).where(organisations.c.name == "Acme"))
    back = edited(connection, transitions, move, to_organisation_id=acme)
    assert refused(connection, made) == [back]


def test_parent_that_is_gone_stands_in_the_way(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    citation = ledger.cite("role_id", role, ledger.source("memo"))
    assert citation is not None
    uncited = removed(connection, citations, citation)
    gone = removed(connection, roles, role)
    assert refused(connection, uncited) == [gone]
    undid(connection, gone)
    undid(connection, uncited)
    assert connection.execute(select(citations.c.id)).scalars().all() == [citation]


def test_identifier_given_to_another_stands_in_the_way(connection: Connection) -> None:
    ledger = Ledger(connection)
    ada, bob = ledger.person("Ada Example"), ledger.person("Bob Sample")
    did(connection, lambda change: add_identifier(change, PERSON, ada, "orcid:1"))
    id = connection.scalar(select(identifiers.c.id))
    assert id is not None
    taken = removed(connection, identifiers, id)
    given = did(connection, lambda change: add_identifier(change, PERSON, bob, "orcid:1"))
    assert refused(connection, taken) == [given]


def test_handle_taken_by_another_stands_in_the_way(connection: Connection) -> None:
    ledger = Ledger(connection)
    memo, letter = ledger.source("memo"), ledger.source("letter")
    renamed = edited(connection, sources, memo, handle="old")
    taken = edited(connection, sources, letter, handle="memo")
    assert refused(connection, renamed) == [taken]


def test_redoing_heeds_what_was_undone_meanwhile(connection: Connection) -> None:
    """The later edit was made on what the earlier one wrote, which is taken back since."""
    ada = Ledger(connection).person("Ada Example")
    name = edited(connection, people, ada, name="Ada Beispiel")
    remark = edited(connection, people, ada, note="one")
    undone = undid(connection, remark)
    back = undid(connection, name)
    assert refused(connection, undone) == [back]
    undid(connection, back)
    undid(connection, undone)
    row = connection.execute(select(people.c.name, people.c.note)).one()
    assert tuple(row) == ("Ada Beispiel", "one")


def test_link_that_would_close_a_loop_does_not_come_back(connection: Connection) -> None:
    ledger = Ledger(connection)
    id, _ = ledger.link("Acme", "part-of", "Globex")
    gone = removed(connection, organisation_links, id)
    ledger.link("Globex", "part-of", "Acme")
    with pytest.raises(LinkMakesLoop):
        undid(connection, gone)
    assert len(connection.execute(select(organisation_links)).all()) == 1


def test_citation_that_would_close_a_loop_does_not_come_back(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    memo, letter = ledger.source("memo"), ledger.source("letter")
    id = ledger.cite("role_id", role, memo, via_source_id=letter)
    assert id is not None
    gone = removed(connection, citations, id)
    ledger.cite("role_id", role, letter, via_source_id=memo)
    with pytest.raises(ViaMakesLoop):
        undid(connection, gone)


def test_what_is_not_there_or_undone_is_refused(connection: Connection) -> None:
    with pytest.raises(RecordNotFound):
        undid(connection, 1)
    with pytest.raises(RuleBroken, match="nothing of tester to undo"):
        latest_of(connection, AUTHOR.actor)
    id = did(connection, add_ada)
    undoing = undid(connection, id)
    with pytest.raises(RuleBroken, match=f"change {id} is undone already"):
        undid(connection, id)
    undid(connection, undoing)
    assert latest_of(connection, AUTHOR.actor) == id
