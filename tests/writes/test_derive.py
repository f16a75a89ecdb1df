"""Do the stored spells and moves follow every write, and only where something differs?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event, func, select

from talentdb.database import portions as portions_module
from talentdb.schema import citations, roles, spells, transitions
from talentdb.writes.derive import derive_everybody, derive_people
from tests.builders import Ledger, changing
from tests.writes.derived import routes, stored

CAREERS = {
    "Ada Example": "Acme Engineer 2015–2018 · Acme Lead 2018–2020 · Globex 2020–now",
    "Bob Sample": "Globex 2010–u, seen 2012 · Initech 2014–2016 · Globex 2017–now",
}


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    for person, career in CAREERS.items():
        ledger.career(person, career)
    return ledger


@contextmanager
def written(connection: Connection) -> Iterator[list[str]]:
    """The statements that write, as they are executed."""
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if statement.split()[0] not in ("SELECT", "WITH"):
            seen.append(" ".join(statement.split()[:3]))

    event.listen(connection, "before_cursor_execute", note)
    yield seen
    event.remove(connection, "before_cursor_execute", note)


def test_spells_and_moves_follow_from_roles(ledger: Ledger) -> None:
    assert routes(ledger.connection) == [
        "Ada: Acme → Globex 2020 direct",
        "Bob: Globex → Initech 2014 presumed",
        "Bob: Initech → Globex 2017 direct",
    ]
    assert ledger.connection.scalar(select(func.count()).select_from(spells)) == 5


def test_deriving_again_writes_nothing(ledger: Ledger) -> None:
    before = stored(ledger.connection)
    with written(ledger.connection) as statements:
        derive_everybody(ledger.connection)
    assert statements == []
    assert stored(ledger.connection) == before


def test_new_role_writes_only_what_differs(ledger: Ledger) -> None:
    before = stored(ledger.connection)
    ledger.role("Ada Example", "Initech", started="2026", ended="..")
    kept = [row for row in stored(ledger.connection) if row in before]
    assert kept == before
    assert len(stored(ledger.connection)) == len(before) + 2


def test_changed_role_keeps_the_ids_of_what_follows_from_it(ledger: Ledger) -> None:
    def ids() -> list[tuple[str, int]]:
        return [(row[0], row[1]) for row in stored(ledger.connection)]

    before = ids()
    with written(ledger.connection) as statements:
        ledger.role("Ada Example", "Globex", started="2020-06", ended="2024")
    assert ids() == before
    derived = [text for text in statements if "spells" in text or "transitions" in text]
    assert derived == ["UPDATE transitions SET", "UPDATE spells SET"]
    assert "Ada: Acme → Globex 2020-06 direct" in routes(ledger.connection)


def test_derived_rows_belong_to_no_change_set(ledger: Ledger) -> None:
    derived = transitions.c.origin == "derived"
    found = ledger.connection.execute(select(transitions.c.change_set_id).where(derived))
    assert set(found.scalars()) == {None}


def test_removed_roles_take_their_spells_and_moves_along(ledger: Ledger) -> None:
    ada = ledger.person("Ada Example")
    ids = list(
        ledger.connection.execute(select(roles.c.id).where(roles.c.person_id == ada)).scalars()
    )
    with changing(ledger.connection) as change:
        change.delete(roles, ids)
        change.people.add(ada)
    assert routes(ledger.connection) == [
        "Bob: Globex → Initech 2014 presumed",
        "Bob: Initech → Globex 2017 direct",
    ]
    assert ledger.connection.scalar(select(func.count()).where(spells.c.person_id == ada)) == 0


def test_rows_of_long_careers_are_removed_in_portions(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.career("Ada Example", " · ".join(f"Place{n} {1950 + n}–{1950 + n}" for n in range(9)))
    monkeypatch.setattr(portions_module, "BATCH", 4)
    ada = ledger.person("Ada Example")
    mine = select(roles.c.id).where(roles.c.person_id == ada)
    with changing(ledger.connection) as change, written(ledger.connection) as statements:
        change.delete(roles, list(ledger.connection.execute(mine).scalars()))
        derive_people(ledger.connection, [ada])
    removals = [text for text in statements if text == "DELETE FROM spells"]
    assert len(removals) == 3
    assert ledger.connection.scalar(select(func.count()).where(spells.c.person_id == ada)) == 0


def test_only_the_people_touched_are_derived(ledger: Ledger) -> None:
    ledger.connection.execute(spells.delete())
    ledger.role("Ada Example", "Initech", started="2026")
    ada = ledger.person("Ada Example")
    assert set(ledger.connection.execute(select(spells.c.person_id)).scalars()) == {ada}


@pytest.mark.parametrize("order", [1, -1])
def test_rename_joins_the_spells_on_both_sides(connection: Connection, order: int) -> None:
    ledger = Ledger(connection)
    steps: list[Callable[[], object]] = [
        lambda: ledger.career("Ada Example", "Facebook 2015–2021-10 · Meta 2021-10–2023"),
        lambda: ledger.link("Facebook", "renamed", "Meta"),
        lambda: ledger.career(
            "Bob Sample", "Facebook 2015–2018 · Globex 2018–2020 · Meta 2020–now"
        ),
    ]
    for step in steps[::order]:
        step()
    assert routes(connection) == [
        "Bob: Meta → Globex 2018 direct",
        "Bob: Globex → Meta 2020 direct",
    ]
    assert connection.scalar(select(func.count()).select_from(spells)) == 4


@pytest.mark.parametrize(
    "more",
    [{"status": "rumoured"}, {"status": "denied"}, {"kind": "advisor"}, {"started": None}],
    ids=str,
)
def test_roles_that_do_not_count_make_no_spell(
    connection: Connection, more: dict[str, str | None]
) -> None:
    Ledger(connection).role("Ada Example", "Acme", **{"started": "2020", **more})
    assert connection.scalar(select(func.count()).select_from(spells)) == 0


def test_status_of_a_derived_move_is_the_weaker_of_its_roles(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2018", ended="2020", status="confirmed")
    role, _ = ledger.role("Ada Example", "Globex", started="2020", ended="..")
    assert connection.scalar(select(transitions.c.status)) == "reported"
    ledger.cite("role_id", role, ledger.source("memo", title="Memo"), status="confirmed")
    assert connection.scalar(select(transitions.c.status)) == "confirmed"
    assert connection.scalar(select(citations.c.status)) == "confirmed"
