"""Two who write to one ledger at the same time: is each write whole, and is none lost?"""

import threading
from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import Connection, Engine, select

from talentdb.database.engine import open_ledger
from talentdb.errors import UndoRefused
from talentdb.schema import people, spells
from talentdb.writes.change_sets import Author, ChangeSet
from talentdb.writes.derive import derive_people
from talentdb.writes.edit import edit
from talentdb.writes.roles import NewRole, Roles
from talentdb.writes.undo import latest_of, undo
from tests.builders import Ledger, date_of
from tests.writes.dumps import follows_from_the_facts

WAIT = 30


Write = Callable[[ChangeSet], object]


def change_by(actor: str, connection: Connection) -> ChangeSet:
    return ChangeSet(connection, Author(actor, "talentdb test", datetime(2026, 1, 1)))


class Writer(threading.Thread):
    """Somebody who writes in a transaction of their own, and waits before it ends."""

    def __init__(self, url: str, actor: str, what: Write) -> None:
        super().__init__()
        self.url, self.actor, self.what = url, actor, what
        self.has_written, self.may_end = threading.Event(), threading.Event()
        self.start()

    def run(self) -> None:
        engine = open_ledger(self.url, write=True)
        with engine.begin() as connection:
            change = change_by(self.actor, connection)
            self.what(change)
            derive_people(connection, change.people)
            self.has_written.set()
            self.may_end.wait(WAIT)
        engine.dispose()


def noted(note: str) -> Write:
    return lambda change: edit(change, people, 1, {"note": note})


def named(name: str) -> Write:
    return lambda change: edit(change, people, 1, {"name": name})


def both(url: str, first: Write, second: Write) -> None:
    """Ada writes; Bob begins before she ends."""
    ada = Writer(url, "ada", first)
    assert ada.has_written.wait(WAIT)
    bob = Writer(url, "bob", second)
    assert not bob.has_written.wait(0.3), "both wrote at the same time"
    ada.may_end.set()
    assert bob.has_written.wait(WAIT)
    bob.may_end.set()
    for writer in (ada, bob):
        writer.join(WAIT)
        assert not writer.is_alive()


@pytest.fixture
def ledger(engine: Engine, ledger_url: str) -> str:
    with engine.begin() as connection:
        Ledger(connection).person("Ada Example")
    return ledger_url


def test_writers_wait_for_each_other_and_undo_only_their_own(ledger: str, engine: Engine) -> None:
    both(ledger, noted("one"), named("Ada Beispiel"))
    with engine.begin() as connection:
        mine = latest_of(connection, "ada")
        with pytest.raises(UndoRefused, match=r"bob, 2026"):
            undo(change_by("ada", connection), mine)
    with engine.begin() as connection:
        undo(change_by("bob", connection), latest_of(connection, "bob"))
    with engine.begin() as connection:
        row = connection.execute(select(people.c.name, people.c.note)).one()
        assert tuple(row) == ("Ada Example", "one")
        undo(change_by("ada", connection), latest_of(connection, "ada"))
        assert connection.scalar(select(people.c.note)) is None


def test_what_follows_from_roles_written_together_follows_from_both(
    ledger: str, engine: Engine
) -> None:
    with engine.begin() as connection:
        places = [Ledger(connection).organisation(name) for name in ("Acme", "Globex")]

    def joined(place: int, started: str) -> Write:
        def what(change: ChangeSet) -> None:
            roles = Roles(change, [1])
            roles.state(NewRole(1, place, started=date_of(started)))
            roles.write()

        return what

    both(ledger, joined(places[0], "2019"), joined(places[1], "2021"))
    with engine.begin() as connection:
        assert len(connection.execute(select(spells)).all()) == 2
        assert follows_from_the_facts(connection)
