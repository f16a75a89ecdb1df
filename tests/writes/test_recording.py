"""What does telling one move do to the roles of that person? (design.md §4, the everyday line)"""

import pytest
from sqlalchemy import Connection, select

from talentdb.dates import parse
from talentdb.errors import EndsBeforeStart
from talentdb.schema import citations, roles, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.citing import NewCitation
from talentdb.writes.recording import date_from_sources
from tests.builders import AUTHOR, Ledger

ADA = ("Ada Example", "Acme", "Globex")


def ends(connection: Connection) -> list[str | None]:
    return list(connection.execute(select(roles.c.ended).order_by(roles.c.id)).scalars())


@pytest.mark.parametrize("ended", ["now", "u"])
def test_move_ends_the_only_running_role_and_says_which(connection: Connection, ended: str) -> None:
    ledger = Ledger(connection)
    [role] = ledger.career("Ada Example", f"Acme Engineer 2020–{ended}")
    told = ledger.told(*ADA, "2025-06")
    assert told.ended is not None
    assert told.ended == (role, "Engineer", ".." if ended == "now" else None)
    assert ends(connection) == ["2025-06"]


@pytest.mark.parametrize(
    "career", ["Acme Engineer 2020–2024", "Acme Engineer 2020–now · Acme Lead 2022–u"]
)
def test_move_ends_neither_a_closed_role_nor_one_of_several(
    connection: Connection, career: str
) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", career)
    before = ends(connection)
    assert ledger.told(*ADA, "2025-06").ended is None
    assert ends(connection) == before


def test_move_ends_the_role_that_from_title_names(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme Engineer 2020–now · Acme Lead 2022–u")
    ledger.told(*ADA, "2025-06", from_title="lead")
    assert ends(connection) == ["..", "2025-06"]


@pytest.mark.parametrize(
    ("date", "status"), [(None, None), ("2025", "rumoured"), ("2025", "denied")]
)
def test_move_without_a_date_or_not_done_ends_nothing(
    connection: Connection, date: str | None, status: str | None
) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme 2020–now")
    assert ledger.told(*ADA, date, status=status).ended is None
    assert ends(connection) == [".."]


def test_earlier_move_leaves_a_role_that_began_after_it(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme 2020–now")
    told = ledger.told(*ADA, "2015")
    assert told.ended is None
    assert ends(connection) == [".."]
    assert connection.scalar(select(transitions.c.from_role_id)) is None


def test_earlier_move_by_a_title_that_began_after_it_is_refused(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Acme Engineer 2020–now")
    with pytest.raises(EndsBeforeStart):
        ledger.told(*ADA, "2015", from_title="Engineer")


def test_move_points_to_the_roles_that_its_titles_name(connection: Connection) -> None:
    ledger = Ledger(connection)
    left, joined = ledger.career("Ada Example", "Acme Engineer 2020–now · Globex Lead 2025–now")
    ledger.told(*ADA, "2025-06", to_title="lead")
    recorded = transitions.c.origin == "recorded"
    row = connection.execute(select(transitions).where(recorded)).one()
    assert (row.from_role_id, row.to_role_id) == (left, joined)


def test_known_move_gets_citations_and_the_finer_date(connection: Connection) -> None:
    ledger = Ledger(connection)
    memo = NewCitation(("role_id", 0), ledger.source("memo", title="Memo"))
    first = ledger.told(*ADA, "2025")
    again = ledger.told(*ADA, "2025-06", citations=[memo])
    assert (again.move_id, again.outcome, again.cited) == (first.move_id, "updated", 1)
    assert again.date is not None
    assert again.date.text == "2025-06"
    assert ledger.told(*ADA, "2025-06", citations=[memo]).cited == 0
    assert connection.execute(select(citations.c.transition_id)).scalars().all() == [first.move_id]


@pytest.mark.parametrize(
    ("published", "status", "date"),
    [
        (["2025-07-01"], None, "[..2025-07-01]"),
        (["2025", "2024-05"], None, "[..2024-05-31]"),
        ([None, "2025-07-01"], "confirmed", "[..2025-07-01]"),
        ([None], None, None),
        (["2025-07-01"], "rumoured", None),
        (["2025-07-01"], "denied", None),
        ([], None, None),
    ],
)
def test_undated_move_is_dated_by_the_first_source_that_reports_it_as_done(
    connection: Connection, published: list[str | None], status: str | None, date: str | None
) -> None:
    ledger = Ledger(connection)
    ids = [
        ledger.source(f"memo-{number}", day, title=f"Memo {number}")
        for number, day in enumerate(published)
    ]
    found = date_from_sources(ChangeSet(connection, AUTHOR), ids, status)
    assert found == (None if date is None else parse(date))
