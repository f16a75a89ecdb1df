"""Is a row that refers to nothing found before a ledger written in bulk is kept?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, update

from talentdb.database.engine import engine_of
from talentdb.database.location import url_from_text
from talentdb.database.references import check_references
from talentdb.schema import metadata, people, roles
from tests.builders import Ledger


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = engine_of(url_from_text(str(tmp_path / "moves.db")), write=True, in_bulk=True)
    with engine.begin() as connection:
        metadata.create_all(connection)
        for name in ("Ada", "Ben", "Cyd"):
            Ledger(connection).role(name, "Acme")
            Ledger(connection).role(name, "Globex")
        yield connection


def test_what_is_sound_passes(connection: Connection) -> None:
    check_references(connection)


@pytest.mark.parametrize("nobody", [0, 4, 99])
def test_nobody_is_found(connection: Connection, nobody: int) -> None:
    connection.execute(update(roles).where(roles.c.id == 2).values(person_id=nobody))
    with pytest.raises(AssertionError, match="roles"):
        check_references(connection)


def test_who_was_removed_is_found_and_a_gap_alone_is_sound(connection: Connection) -> None:
    spare = Ledger(connection).person("Dee")
    Ledger(connection).person("Eve")
    connection.execute(delete(people).where(people.c.id == spare))
    check_references(connection)
    connection.execute(delete(people).where(people.c.id == 2))
    with pytest.raises(AssertionError, match="people"):
        check_references(connection)
