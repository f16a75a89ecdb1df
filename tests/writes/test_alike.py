"""Does the ledger refuse what would make one record of two, and keep texts as files can?"""

import pytest
from sqlalchemy import Connection, select

from talentdb.errors import RecordContradicted, RuleBroken, TalentdbError
from talentdb.queries.names import PERSON
from talentdb.schema import citations, identifiers, organisation_links, roles, sources, transitions
from talentdb.writes.edit import edit
from talentdb.writes.moves_by_hand import recorded_id
from talentdb.writes.names import add_identifier, tell_apart
from tests.builders import Ledger, changing, date_of


def test_edit_that_makes_one_role_of_two_is_refused(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2020", ended="2021")
    second, _ = ledger.role("Ada Example", "Acme", started="2022", ended="2023")
    with changing(connection) as change, pytest.raises(RecordContradicted, match="role:1"):
        edit(change, roles, second, {"started": date_of("2020")})
    with changing(connection) as change:
        assert edit(change, roles, second, {"started": date_of("2022-05")}) == (second, True)


def test_edit_that_makes_one_move_or_source_of_two_is_refused(connection: Connection) -> None:
    ledger = Ledger(connection)
    for date in ("2020", "2022"):
        ledger.move("Ada Example", "Acme", "Globex", date)
    ledger.source("one", title="Memo")
    ledger.source("two", title="Letter")
    with changing(connection) as change:
        with pytest.raises(RecordContradicted, match="move:2"):
            edit(change, transitions, 1, {"date": None})
        with pytest.raises(RecordContradicted, match="source:1"):
            edit(change, sources, 2, {"title": "memo"})


def test_edit_that_makes_one_citation_of_two_is_refused(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    source = ledger.source("memo")
    for locator in ("page 1", "page 2"):
        ledger.cite("role_id", role, source, locator=locator)
    with changing(connection) as change, pytest.raises(RecordContradicted, match="citation:1"):
        edit(change, citations, 2, {"locator": "page 1"})


@pytest.mark.parametrize("origins", [("Facebook", "Meta"), ("Facebook", "Acme", "Meta", "Acme")])
def test_renaming_that_makes_moves_pointless_is_refused(
    connection: Connection, origins: tuple[str, ...]
) -> None:
    ledger = Ledger(connection)
    for origin, goal in zip(origins[::2], origins[1::2], strict=True):
        ledger.move("Ada Example", origin, goal, "2021")
    savepoint = connection.begin_nested()
    with pytest.raises(RecordContradicted, match="move:1"):
        ledger.link("Facebook", "renamed", "Meta")
    savepoint.rollback()
    assert connection.execute(select(organisation_links)).all() == []
    assert ledger.link("Facebook", "acquired", "Meta")[1] == "created"


def test_derived_move_taken_in_hand_is_the_undated_one_that_was_stated(
    connection: Connection,
) -> None:
    ledger = Ledger(connection)
    stated, _ = ledger.move("Ada Example", "Acme", "Globex")
    ledger.career("Ada Example", "Acme 2010–2012 · Globex 2012–2014 · Acme 2014–2016")
    ledger.career("Ada Example", "Globex 2016–now")
    derived = select(transitions.c.id).where(
        transitions.c.origin == "derived", transitions.c.date == "2012"
    )
    with changing(connection) as change:
        assert recorded_id(change, connection.scalars(derived).one()) == stated
    row = connection.execute(select(transitions).where(transitions.c.id == stated)).one()
    assert (row.origin, row.date) == ("recorded", "2012")


def test_texts_are_kept_without_white_space_around_them(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme", title=" \tChief\r\n", note="  ")
    source = ledger.source("memo ", title=" a\r\nb ", publisher="")
    ledger.cite("role_id", role, source, quote=" we hired her ", locator="\t")
    assert connection.execute(select(roles.c.title, roles.c.note)).all() == [("Chief", None)]
    found = connection.execute(select(sources.c.handle, sources.c.title, sources.c.publisher))
    assert found.all() == [("memo", "a\r\nb", None)]
    cited = connection.execute(select(citations.c.quote, citations.c.locator)).all()
    assert cited == [("we hired her", None)]


@pytest.mark.parametrize("handle", ["https://example.org", "source:1", "x" * 301])
def test_handle_that_no_file_can_hold_is_refused(connection: Connection, handle: str) -> None:
    with pytest.raises(TalentdbError):
        Ledger(connection).source(handle)


def test_citation_needs_a_field_with_its_value(connection: Connection) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.role("Ada Example", "Acme")
    with pytest.raises(RuleBroken, match="go together"):
        ledger.cite("role_id", role, ledger.source("memo"), field="title", value=" ")


def test_homonyms_with_identifiers_of_different_schemes_get_local_ones(
    connection: Connection,
) -> None:
    ledger = Ledger(connection)
    ids = [ledger.person("Ada Example"), ledger.person("Bob Sample")]
    with changing(connection) as change:
        for id, mark in zip(ids, ("orcid:1", "x:1"), strict=True):
            add_identifier(change, PERSON, id, mark)
        assert len(tell_apart(change, PERSON, ids, "Ada Example")) == 2
        assert tell_apart(change, PERSON, ids, "Ada Example") == []
    assert len(connection.execute(select(identifiers)).all()) == 4
