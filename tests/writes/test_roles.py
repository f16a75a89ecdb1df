"""Which role is it that a statement speaks of, and what does it add? (design.md §8, Keys)"""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.errors import EndsBeforeStart, RecordContradicted
from talentdb.schema import roles
from talentdb.writes.roles import NewRole, Roles
from tests.builders import Ledger, changing, date_of, end_of


def periods(connection: Connection) -> list[tuple[str | None, str | None]]:
    statement = select(roles.c.started, roles.c.ended).order_by(roles.c.id)
    return [(row.started, row.ended) for row in connection.execute(statement)]


def stated(connection: Connection, *statements: dict[str, Any]) -> list[str]:
    """What each statement about Ada Example at Acme did."""
    ledger = Ledger(connection)
    return [ledger.role("Ada Example", "Acme", **each)[1] for each in statements]


def test_same_statement_twice_is_one_role(connection: Connection) -> None:
    role = {"title": "Engineer", "started": "2020", "ended": "2022", "seen": "2021", "note": "x"}
    assert stated(connection, role, role) == ["created", "unchanged"]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Lead", "started": "2020"},
        {"title": "Engineer", "started": "2020", "kind": "founder"},
        {"title": None, "started": "2020"},
        {"title": "Engineer", "started": "2021"},
        {"title": "Engineer", "started": "[2018..2019]"},
    ],
)
def test_other_title_kind_or_start_is_another_role(
    connection: Connection, other: dict[str, Any]
) -> None:
    engineer = {"title": "Engineer", "started": "2020"}
    assert stated(connection, engineer, other) == ["created", "created"]


def test_titles_are_compared_folded(connection: Connection) -> None:
    spellings = [{"title": title, "started": "2020"} for title in ("VP, Research", "vp  research")]
    assert stated(connection, *spellings) == ["created", "unchanged"]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("2020", None), ("2020-05", None), ("2020-05", None)),
        (("2020-05", None), ("2020", None), ("2020-05", None)),
        ((None, None), ("2020", None), ("2020", None)),
        (("2020", None), (None, None), ("2020", None)),
        (("2020", None), ("2020", "2022"), ("2020", "2022")),
        (("2020", ".."), ("2020", "2022"), ("2020", "2022")),
        (("2020", None), ("2020", ".."), ("2020", "..")),
        (("2020", ".."), ("2020", None), ("2020", "..")),
        (("2020", "2022"), ("2020", None), ("2020", "2022")),
        (("2020", "2022"), ("2020", "2022-06"), ("2020", "2022-06")),
        (("2020", "2022"), ("2020-05", "[2022-01..2023-06]"), ("2020-05", "2022")),
        (("[..2020-06]", ".."), ("2020", "[2021..]"), ("2020", "[2021..]")),
        (("2020~", "2022"), ("2020", "2022?"), ("2020~", "2022")),
    ],
)
def test_compatible_statement_refines_the_only_role(
    connection: Connection,
    first: tuple[str | None, str | None],
    second: tuple[str | None, str | None],
    kept: tuple[str | None, str | None],
) -> None:
    statements = [{"started": started, "ended": ended} for started, ended in (first, second)]
    outcome = "unchanged" if kept == first else "updated"
    assert stated(connection, *statements) == ["created", outcome]
    assert periods(connection) == [kept]


def test_several_compatible_roles_are_a_problem(connection: Connection) -> None:
    stated(connection, {"started": "2020-02"}, {"started": "2020-09"})
    with pytest.raises(RecordContradicted, match="any of 2 roles"):
        stated(connection, {"started": "2020"})
    assert periods(connection) == [("2020-02", None), ("2020-09", None)]


def test_exact_start_decides_among_compatible_roles(connection: Connection) -> None:
    stated(connection, {"started": "2020-02"}, {"started": "2020-09"})
    assert stated(connection, {"started": "2020-09", "ended": "2021"}) == ["updated"]
    assert periods(connection) == [("2020-02", None), ("2020-09", "2021")]


def test_end_decides_among_compatible_roles(connection: Connection) -> None:
    stated(connection, {"started": "2020-02", "ended": "2020-05"}, {"started": "2020-09"})
    assert stated(connection, {"started": "2020", "ended": "2023"}) == ["updated"]
    assert periods(connection) == [("2020-02", "2020-05"), ("2020-09", "2023")]


@pytest.mark.parametrize("ended", ["2023", ".."])
def test_another_closed_end_is_a_contradiction(connection: Connection, ended: str) -> None:
    stated(connection, {"started": "2020", "ended": "2022"})
    with pytest.raises(RecordContradicted, match="recorded with the end 2022"):
        stated(connection, {"started": "2020", "ended": ended})
    assert periods(connection) == [("2020", "2022")]


def test_incompatible_end_with_a_start_that_only_fits_is_another_role(
    connection: Connection,
) -> None:
    roles = [{"started": "2020", "ended": "2021"}, {"started": "2020-06", "ended": "2023"}]
    assert stated(connection, *roles) == ["created", "created"]


@pytest.mark.parametrize(("started", "ended"), [("2020", "2019"), ("2020-06-02", "2020-06-01")])
def test_end_before_start_is_refused(connection: Connection, started: str, ended: str) -> None:
    with pytest.raises(EndsBeforeStart, match=ended):
        stated(connection, {"started": started, "ended": ended})


def test_refining_never_puts_the_end_before_the_start(connection: Connection) -> None:
    stated(connection, {"started": "2020", "ended": "2020-03"})
    with pytest.raises(EndsBeforeStart):
        stated(connection, {"started": "2020-06", "ended": None})


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("2021", "2022", "2022"),
        ("2022", "2021", "2022"),
        (None, "2021", "2021"),
        ("2021", None, "2021"),
        ("2021", "2021-06", "2021"),
    ],
)
def test_last_day_on_which_a_role_was_seen_is_kept(
    connection: Connection, first: str | None, second: str | None, kept: str
) -> None:
    stated(connection, {"started": "2020", "seen": first}, {"started": "2020", "seen": second})
    assert connection.execute(select(roles.c.seen)).scalars().all() == [kept]


def test_status_and_note_that_are_given_replace_those_that_are_there(
    connection: Connection,
) -> None:
    said = {"started": "2020", "status": "rumoured", "note": "a"}
    stated(connection, said, {"started": "2020", "status": "confirmed"}, {"started": "2020"})
    row = connection.execute(select(roles.c.status, roles.c.note)).one()
    assert tuple(row) == ("confirmed", "a")


def test_roles_of_one_command_are_compared_with_each_other(connection: Connection) -> None:
    ledger = Ledger(connection)
    ids = ledger.person("Ada Example"), ledger.organisation("Acme")
    with changing(connection) as change:
        held = Roles(change, ids[:1])
        first = held.state(NewRole(*ids, started=date_of("2020")))
        second = held.state(NewRole(*ids, started=date_of("2020-05"), ended=end_of("..")))
        held.write()
    assert (first.outcome, second.outcome) == ("created", "updated")
    assert second.held is first.held
    assert periods(connection) == [("2020-05", "..")]
