"""Who is in the ledger, which organisations, which roles, and to which day does it speak?"""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from talentdb.metrics.organisations import organisation_list
from talentdb.queries.as_of import as_of_default, last_days
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.queries.people import people_list
from talentdb.queries.roles import role_list
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.names import add_identifier, add_tag
from tests.builders import AUTHOR, Ledger
from tests.queries.asking import TODAY, asked


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    ledger.link("Lab", "part-of", "Meta", "2010")
    ledger.career("Ada Example", "Acme 2015–2018 · Lab Lead 2018–now")
    ledger.career("Bob Sample", "Acme 2016–2020-06")
    ledger.person("Cy Instance")
    change = ChangeSet(connection, AUTHOR)
    for text in ("orcid:2", "orcid:1"):
        add_identifier(change, PERSON, ledger.person("Ada Example"), text)
    add_tag(change, PERSON, ledger.person("Bob Sample"), "safety")
    add_tag(change, ORGANISATION, ledger.organisation("Lab"), "safety")
    return ledger


def people(ledger: Ledger, **options: Any) -> list[tuple[Any, ...]]:
    rows = ledger.connection.execute(people_list(asked(ledger, **options)))
    return [tuple(row)[1:] for row in rows]


def test_everybody_is_listed_with_where_they_are_now(ledger: Ledger) -> None:
    assert people(ledger) == [
        ("Ada Example", "Lab", "Lead", "2018", ["orcid:1", "orcid:2"], []),
        ("Bob Sample", None, None, None, [], ["safety"]),
        ("Cy Instance", None, None, None, [], []),
    ]
    then = people(ledger, as_of=date(2017, 1, 1))
    assert [row[:2] for row in then] == [
        ("Bob Sample", "Acme"),
        ("Ada Example", "Acme"),
        ("Cy Instance", None),
    ]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"organisation": "Meta"}, ["Ada Example"]),
        ({"organisation": "Meta", "exact": True}, []),
        ({"organisation": "Lab"}, ["Ada Example"]),
        ({"organisation": "Acme"}, []),
        ({"organisation": "Acme", "as_of": date(2017, 1, 1)}, ["Bob Sample", "Ada Example"]),
        ({"organisation": "Meta", "as_of": date(2017, 1, 1)}, []),
        ({"person": "Cy Instance"}, ["Cy Instance"]),
        ({"tag": ("safety",)}, ["Bob Sample"]),
    ],
)
def test_people_are_narrowed(ledger: Ledger, options: dict[str, Any], names: list[str]) -> None:
    assert [row[0] for row in people(ledger, **options)] == names


def organisations(ledger: Ledger, **options: Any) -> list[tuple[Any, ...]]:
    filter = asked(ledger, exact=True, **options)
    return [tuple(row)[1:] for row in ledger.connection.execute(organisation_list(filter))]


def test_organisations_are_listed_each_by_itself(ledger: Ledger) -> None:
    assert organisations(ledger) == [
        ("Acme", None, None, 0, 2, 2),
        ("Lab", None, "Meta", 1, 1, 0),
        ("Meta", None, None, 0, 0, 0),
    ]
    window = {"since": "2018", "until": "2018"}
    assert [row[3:] for row in organisations(ledger, **window)] == [(0, 0, 1), (1, 1, 0), (0, 0, 0)]
    assert [row[0] for row in organisations(ledger, tag=("safety",))] == ["Lab"]
    assert [row[0] for row in organisations(ledger, organisation="Acme")] == ["Acme"]


def test_parent_is_the_one_of_the_day_asked_about(ledger: Ledger) -> None:
    ledger.link("Team", "part-of", "Lab", "2012", ended="2014")
    ledger.link("Team", "part-of", "Acme", "2015")
    for year, parent in ((2011, None), (2013, "Lab"), (2020, "Acme")):
        rows = organisations(ledger, organisation="Team", as_of=date(year, 6, 1))
        assert [row[2] for row in rows] == [parent]


def roles(ledger: Ledger, **options: Any) -> list[tuple[Any, ...]]:
    rows = ledger.connection.execute(role_list(asked(ledger, **options)))
    return [(row.person.split()[0], row.organisation, row.started) for row in rows]


def test_roles_are_listed_latest_start_first(ledger: Ledger) -> None:
    ledger.role("Cy Instance", "Acme", kind="advisor")
    ledger.role("Cy Instance", "Globex", status="rumoured", started="2020")
    every = [("Ada", "Lab", "2018"), ("Bob", "Acme", "2016"), ("Ada", "Acme", "2015")]
    assert roles(ledger) == [*every, ("Cy", "Acme", None)]
    assert roles(ledger, since="2016") == every[:2]
    assert roles(ledger, since="2016-06") == every[:1]
    assert roles(ledger, since="2016-06", possible=True) == every[:2]
    assert roles(ledger, organisation="Meta") == every[:1]
    assert roles(ledger, organisation="Meta", exact=True) == []
    assert roles(ledger, statuses=("rumoured",)) == [("Cy", "Globex", "2020")]


def test_record_speaks_to_the_last_day_that_is_known_and_never_beyond_today(
    connection: Connection,
) -> None:
    ledger = Ledger(connection)

    def last() -> Any:
        return connection.execute(last_days()).scalar_one()

    assert last() is None
    assert as_of_default(None, TODAY) == TODAY
    ledger.role("Ada Example", "Acme", started="2015-06", ended="..")
    assert last() == date(2015, 6, 30)
    ledger.role("Ada Example", "Acme", started="2015-06", seen="2016")
    assert last() == date(2016, 12, 31)
    ledger.role("Bob Sample", "Acme", started="[2014..]", ended="2017-02")
    assert last() == date(2017, 2, 28)
    ledger.source("memo", "2018-05-01", title="Memo", accessed=None)
    assert last() == date(2018, 5, 1)
    ledger.move("Ada Example", "Acme", "Globex", "2019")
    assert as_of_default(last(), TODAY) == date(2019, 12, 31)
    ledger.role("Cy Instance", "Acme", started="2030")
    assert as_of_default(last(), TODAY) == TODAY
