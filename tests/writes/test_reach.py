"""Does a change set keep to which day the record speaks, without looking through all of it?"""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from sqlalchemy import Connection, func, select

from talentdb.queries.as_of import last_day_kept, last_days
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import change_sets, roles
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.edit import edit
from talentdb.writes.remove import remove
from talentdb.writes.roles import NewRole, Roles
from talentdb.writes.undo import undo
from talentdb.writes.wanted import found_or_created
from tests.builders import Ledger, date_of, end_of
from tests.writes.dumps import written
from tests.writes.heard import statements


@pytest.fixture
def after(connection: Connection) -> Callable[[Callable[[ChangeSet], object]], date | None]:
    """Call it with a write: the day that is kept then, which is the one that a look would find."""

    def kept(what: Callable[[ChangeSet], object]) -> date | None:
        written(connection, what)
        found: date | None = connection.scalar(last_day_kept())
        assert found == connection.scalar(last_days())
        return found

    return kept


def add(change: ChangeSet, ended: str) -> None:
    """Somebody who was at Acme until then."""
    person = found_or_created(change, PERSON, f"Ada {ended}")
    held = Roles(change, [person])
    acme = found_or_created(change, ORGANISATION, "Acme")
    held.state(NewRole(person, acme, started=date_of("2010"), ended=end_of(ended)))
    held.write()


def test_last_day_moves_on_and_back_with_every_write(
    connection: Connection, after: Callable[[Callable[[ChangeSet], object]], date | None]
) -> None:
    assert after(partial(add, ended="2015")) == date(2015, 12, 31)
    assert after(partial(add, ended="2012")) == date(2015, 12, 31)
    assert after(partial(add, ended="2016-03")) == date(2016, 3, 31)
    first, _, last = connection.execute(select(roles.c.id).order_by(roles.c.id)).scalars()
    assert after(partial(remove, table=roles, id=last)) == date(2015, 12, 31)
    shorter = {"ended": end_of("2014-05")}
    assert after(partial(edit, table=roles, id=first, values=shorter)) == date(2014, 5, 31)
    edited = connection.scalar(select(func.max(change_sets.c.id)))
    assert edited is not None
    assert after(partial(undo, change_set_id=edited)) == date(2015, 12, 31)
    assert after(partial(undo, change_set_id=edited - 1)) == date(2016, 3, 31)


def test_what_is_added_looks_through_nothing(connection: Connection) -> None:
    written(connection, partial(add, ended="2015"))
    with statements(connection) as asked:
        written(connection, partial(add, ended="2017"))
    assert not any("max(roles" in statement for statement in asked)
    assert connection.scalar(last_day_kept()) == date(2017, 12, 31)


def test_what_an_older_version_wrote_is_looked_through_once(connection: Connection) -> None:
    Ledger(connection).role("Ada Example", "Acme", started="2015", ended="2018")
    assert connection.scalar(last_day_kept()) is None
    written(connection, partial(add, ended="2016"))
    assert connection.scalar(last_day_kept()) == date(2018, 12, 31)
