"""Is what a source says kept beside the record, in the form that the record has?"""

from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from talentdb.errors import (
    AmountNotUnderstood,
    DateNotUnderstood,
    NameNotFound,
    NameRefused,
    RecordNotFound,
    RuleBroken,
    TalentdbError,
    UnknownChoice,
    ViaMakesLoop,
)
from talentdb.schema import (
    citations,
    figures,
    offers,
    organisation_links,
    roles,
    sources,
    transitions,
    works,
)
from talentdb.writes.claims import Claim, cite_fact, claimed_value
from tests.builders import Ledger, changing


def cited(
    connection: Connection, table: Table, id: int, source: str = "memo", **more: Any
) -> tuple[int, int | None]:
    with changing(connection) as change:
        return cite_fact(change, table, id, Claim(source, **more))


def sourced(connection: Connection) -> Ledger:
    """A ledger with a role, a link and two sources."""
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2019")
    ledger.link("Acme", "part-of", "Globex")
    ledger.source("memo")
    ledger.source("letter")
    return ledger


def test_citation_holds_all_that_is_said(connection: Connection) -> None:
    sourced(connection)
    said = {"quote": "she left", "locator": "p. 3", "said_by": "Cy Test", "status": "confirmed"}
    _, id = cited(connection, roles, 1, via="letter", stance="disputes", **said)
    row = connection.execute(select(citations)).mappings().one()
    expected = {"id": id, "role_id": 1, "source_id": 1, "via_source_id": 2, "stance": "disputes"}
    assert {name: row[name] for name in (*expected, *said)} == {**expected, **said}


@pytest.mark.parametrize(
    ("table", "field", "value", "kept"),
    [
        (roles, "started", "Jun 2019", "2019-06"),
        (roles, "ended", "now", ".."),
        (roles, "seen", "by 2025-06-30", "[..2025-06-30]"),
        (roles, "title", " Chief ", "Chief"),
        (organisation_links, "ended", "2025", "2025"),
    ],
)
def test_claim_is_kept_as_the_record_would_hold_it(
    connection: Connection, table: Table, field: str, value: str, kept: str
) -> None:
    sourced(connection)
    cited(connection, table, 1, field=field, value=value)
    row = connection.execute(select(citations.c.field, citations.c.value)).one()
    assert tuple(row) == (field, kept)
    assert connection.scalar(select(roles.c.started)) == "2019"


def test_two_claims_of_one_source_are_two_citations(connection: Connection) -> None:
    sourced(connection)
    first = cited(connection, roles, 1, field="started", value="2018")[1]
    second = cited(connection, roles, 1, field="started", value="2020")[1]
    assert first != second
    assert cited(connection, roles, 1, field="started", value="2018") == (1, None)


def test_one_address_is_one_source_however_it_was_copied(connection: Connection) -> None:
    sourced(connection)
    spellings = (
        "https://example.org/a",
        "http://example.org/a/",
        "https://EXAMPLE.org/a?utm_source=x&fbclid=1",
        "https://example.org:443/a#top",
    )
    found = [cited(connection, roles, 1, spelling)[1] for spelling in spellings]
    assert found[1:] == [None, None, None]
    assert cited(connection, roles, 1, "https://example.org/a?page=2")[1] is not None
    assert len(connection.execute(select(sources.c.id)).all()) == 4


def test_cited_derived_move_becomes_a_recorded_one(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.source("memo")
    ledger.career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    derived = connection.execute(select(transitions.c.id)).scalar_one()
    id, citation = cited(connection, transitions, derived)
    assert (id != derived, citation) == (True, 1)
    assert cited(connection, transitions, derived) == (id, None)
    found = connection.execute(select(transitions.c.origin).order_by(transitions.c.origin))
    assert found.scalars().all() == ["derived", "recorded"]


@pytest.mark.parametrize(
    ("table", "field", "kept", "refused"),
    [
        (roles, "kind", "advisor", "job"),
        (transitions, "manner", "laid_off", "sacked"),
        (offers, "kind", "signing", "bribe"),
        (offers, "outcome", "declined", "maybe"),
        (offers, "currency", "eur", "?"),
        (offers, "currency", "€", "dollars"),
        (works, "makers_known", "all", "most"),
        (figures, "qualifier", "at_most", "over"),
    ],
)
def test_claim_that_no_record_could_hold_is_refused(
    table: Table, field: str, kept: str, refused: str
) -> None:
    held = claimed_value(table, Claim("memo", field=field, value=kept))
    assert held == ("EUR" if field == "currency" else kept)
    with pytest.raises((UnknownChoice, AmountNotUnderstood)):
        claimed_value(table, Claim("memo", field=field, value=refused))


@pytest.mark.parametrize(
    ("source", "more", "error"),
    [
        ("nobody", {}, NameNotFound),
        ("https://", {}, NameRefused),
        ("https://exa mple.org", {}, NameRefused),
        ("http://example.org:port/", {}, NameRefused),
        ("memo", {"via": "nobody"}, NameNotFound),
        ("memo", {"via": "memo"}, RuleBroken),
        ("letter", {"via": "memo"}, ViaMakesLoop),
        ("memo", {"field": "salary", "value": "1"}, UnknownChoice),
        ("memo", {"field": "date", "value": "2020"}, UnknownChoice),
        ("memo", {"field": "started", "value": "soon"}, DateNotUnderstood),
        ("memo", {"field": "title", "value": "\0"}, NameRefused),
    ],
)
def test_what_cannot_be_said_is_refused(
    connection: Connection, source: str, more: dict[str, str], error: type[TalentdbError]
) -> None:
    sourced(connection)
    cited(connection, organisation_links, 1, "memo", via="letter")
    with pytest.raises(error), connection.begin_nested():
        cited(connection, roles, 1, source, **more)
    assert len(connection.execute(select(citations)).all()) == 1


def test_loop_of_three_sources_is_refused(connection: Connection) -> None:
    sourced(connection).source("third")
    cited(connection, roles, 1, "memo", via="letter")
    cited(connection, organisation_links, 1, "letter", via="third")
    with pytest.raises(ViaMakesLoop, match="memo is itself known via third"):
        cited(connection, roles, 1, "third", via="memo")


def test_nothing_is_not_cited(connection: Connection) -> None:
    sourced(connection)
    with pytest.raises(RecordNotFound):
        cited(connection, roles, 99)
