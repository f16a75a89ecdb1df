"""Does an edit change the fields named, and no rule be broken by it?"""

from typing import Any

import pytest
from sqlalchemy import Connection, Table, func, select

from talentdb.errors import (
    EndsBeforeStart,
    LinkMakesLoop,
    NameRefused,
    RecordContradicted,
    RecordNotFound,
    RuleBroken,
    TalentdbError,
)
from talentdb.queries.names import PERSON
from talentdb.schema import (
    change_sets,
    citations,
    identifiers,
    organisation_links,
    organisations,
    people,
    roles,
    sources,
    transitions,
)
from talentdb.writes.edit import edit
from talentdb.writes.moves_by_hand import set_reasons
from talentdb.writes.names import add_identifier
from tests.builders import Ledger, changing, date_of, end_of


def edited(connection: Connection, table: Table, id: int, **values: Any) -> tuple[int, bool]:
    with changing(connection) as change:
        return edit(change, table, id, values)


def row(connection: Connection, table: Table, id: int) -> dict[str, Any]:
    return dict(connection.execute(select(table).where(table.c.id == id)).mappings().one())


def derived_move(connection: Connection) -> int:
    derived = select(transitions.c.id).where(transitions.c.origin == "derived")
    return int(connection.execute(derived).scalar_one())


def test_only_the_named_fields_change(connection: Connection) -> None:
    more = {"started": "2019", "ended": "2020", "seen": "2020", "note": "one"}
    id, _ = Ledger(connection).role("Ada Example", "Acme", title="Engineer", **more)
    before = row(connection, roles, id)
    values = {"title": "Chief", "ended": None}
    assert edited(connection, roles, id, **values) == (id, True)
    after = row(connection, roles, id)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"title", "ended", "ended_earliest", "ended_latest"}
    assert (after["title"], after["ended"], after["started"]) == ("Chief", None, "2019")


def test_edit_that_changes_nothing_leaves_no_trace(connection: Connection) -> None:
    id, _ = Ledger(connection).role("Ada Example", "Acme", started="2019")
    before = connection.scalar(select(func.count()).select_from(change_sets))
    assert edited(connection, roles, id, started=date_of("2019")) == (id, False)
    assert connection.scalar(select(func.count()).select_from(change_sets)) == before


def test_new_name_is_found_and_the_old_one_is_not(connection: Connection) -> None:
    ledger = Ledger(connection)
    id = ledger.organisation("Acme Inc.")
    edited(connection, organisations, id, name="Zénith GmbH")
    assert row(connection, organisations, id)["name_key"] == "zenith"
    assert ledger.organisation("ZENITH") == id
    assert ledger.organisation("Acme") != id


@pytest.mark.parametrize(
    ("table", "values", "error"),
    [
        (people, {"name": " "}, NameRefused),
        (organisations, {"name": "\0"}, NameRefused),
        (roles, {"ended": end_of("2018")}, EndsBeforeStart),
        (roles, {"started": date_of("2021")}, EndsBeforeStart),
        (organisation_links, {"ended": end_of("2018")}, EndsBeforeStart),
        (transitions, {"to_organisation_id": 1}, RuleBroken),
        (transitions, {"from_organisation_id": None, "to_organisation_id": None}, RuleBroken),
        (sources, {"handle": "letter"}, RecordContradicted),
        (sources, {"url": "http://example.org/letter/?utm_source=x"}, RecordContradicted),
        (sources, {"url": "https://"}, NameRefused),
        (identifiers, {"value": "2"}, RecordContradicted),
        (roles, {}, RecordNotFound),
    ],
    ids=str,
)
def test_what_breaks_a_rule_is_refused(
    connection: Connection, table: Table, values: dict[str, Any], error: type[TalentdbError]
) -> None:
    ledger = Ledger(connection)
    ada = ledger.person("Ada Example")
    ledger.role("Ada Example", "Acme", started="2019", ended="2020")
    ledger.move("Ada Example", "Acme", "Globex", "2020")
    ledger.link("Acme", "part-of", "Globex", "2019")
    ledger.source("memo")
    ledger.source("letter", url="https://example.org/letter")
    with changing(connection) as change:
        add_identifier(change, PERSON, ada, "orcid:1")
        add_identifier(change, PERSON, ada, "orcid:2")
    id = 1 if values else 99
    with pytest.raises(error), connection.begin_nested():
        edited(connection, table, id, **(values or {"title": "x"}))


def test_link_may_not_be_turned_into_a_loop(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.link("Acme", "part-of", "Globex")
    id, _ = ledger.link("Globex", "acquired", "Acme")
    with pytest.raises(LinkMakesLoop):
        edited(connection, organisation_links, id, kind="merged-into")


def test_editing_a_derived_move_makes_it_recorded(connection: Connection) -> None:
    Ledger(connection).career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    derived = derived_move(connection)
    id, done = edited(connection, transitions, derived, manner="hired")
    assert (id != derived, done) == (True, True)
    new, old = row(connection, transitions, id), row(connection, transitions, derived)
    assert (new["origin"], new["manner"], new["date"]) == ("recorded", "hired", "2021")
    assert (old["origin"], old["twin_of_id"]) == ("derived", id)
    assert edited(connection, transitions, derived, manner="founded") == (id, True)


def test_tagging_a_derived_move_by_reasons_is_done_on_the_recorded_one(
    connection: Connection,
) -> None:
    Ledger(connection).career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    id, _ = edited(connection, transitions, derived_move(connection), status="confirmed")
    with changing(connection) as change:
        set_reasons(change, id, ["money", " money ", "mission"])
        set_reasons(change, id, ["money"])
        assert change.created["transition_reasons"] == 2
        set_reasons(change, id, None)
        assert change.removed["transition_reasons"] == 2


@pytest.mark.parametrize("cited", [None, 0, 1])
def test_date_of_a_move_carries_along_what_equalled_it(
    connection: Connection, cited: int | None
) -> None:
    ledger = Ledger(connection)
    ids = ledger.career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    if cited is not None:
        ledger.cite("role_id", ids[cited], ledger.source("memo"))
    edited(connection, transitions, derived_move(connection), date=date_of("2021-06"))
    left, joined = (row(connection, roles, id) for id in ids)
    assert left["ended"] == ("2021" if cited == 0 else "2021-06")
    assert joined["started"] == ("2021" if cited == 1 else "2021-06")


def test_date_that_differed_is_not_carried_along(connection: Connection) -> None:
    ids = Ledger(connection).career("Ada Example", "Acme 2019–2020 · Globex 2021–now")
    edited(connection, transitions, derived_move(connection), date=date_of("2021-06"))
    assert row(connection, roles, ids[0])["ended"] == "2020"
    assert row(connection, roles, ids[1])["started"] == "2021-06"


def test_date_that_would_end_a_role_before_it_starts_is_refused(connection: Connection) -> None:
    Ledger(connection).career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    with pytest.raises(EndsBeforeStart):
        edited(connection, transitions, derived_move(connection), date=date_of("2018"))


def test_move_to_another_place_no_longer_rests_on_the_role(connection: Connection) -> None:
    ledger = Ledger(connection)
    ids = ledger.career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    other = ledger.organisation("Initech")
    values = {"to_organisation_id": other, "date": date_of("2022")}
    id, _ = edited(connection, transitions, derived_move(connection), **values)
    move = row(connection, transitions, id)
    assert (move["from_role_id"], move["to_role_id"]) == (ids[0], None)
    assert row(connection, roles, ids[1])["started"] == "2021"


def test_stance_of_a_citation_decides_whether_a_role_counts(connection: Connection) -> None:
    ledger = Ledger(connection)
    ids = ledger.career("Ada Example", "Acme 2019–2021 · Globex 2021–now")
    citation = ledger.cite("role_id", ids[0], ledger.source("memo", "2022"))
    assert citation is not None
    edited(connection, citations, citation, stance="disputes")
    assert connection.execute(select(transitions)).all() == []
