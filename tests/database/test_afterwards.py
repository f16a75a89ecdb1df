"""Are indexes and references made once a table is full, and is the schema the same then?"""

from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import NullPool

from talentdb.database.afterwards import MANY, indexed_afterwards
from talentdb.queries.names import ORGANISATION
from talentdb.schema import people, roles, transitions
from talentdb.writes.wanted import found_or_created
from tests.builders import Ledger, changing

TABLES = (people, roles, transitions)


ON_SQLITE = "SELECT name, sql FROM sqlite_schema ORDER BY 1"
ON_POSTGRESQL = """
    SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
    UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2
"""


def schema(connection: Connection) -> Any:
    """All indexes and references, in the words of the database."""
    words = ON_SQLITE if connection.dialect.name == "sqlite" else ON_POSTGRESQL
    return connection.execute(text(words)).all()


def indexes(connection: Connection) -> set[str | None]:
    return {index["name"] for index in inspect(connection).get_indexes("roles")}


@pytest.mark.parametrize("rows", [1, MANY])
def test_a_filled_table_has_what_an_empty_one_had(connection: Connection, rows: int) -> None:
    before = schema(connection)
    ledger = Ledger(connection)
    with indexed_afterwards(connection, TABLES, rows):
        ledger.role("Ada Example", "Acme", started="2020")
        within = indexes(connection)
    ledger.role("Bob Example", "Acme", started="2021")
    assert schema(connection) == before
    is_left_alone = connection.dialect.name != "sqlite" and rows < MANY
    assert bool(within) == is_left_alone


def test_a_table_with_rows_keeps_its_indexes(connection: Connection) -> None:
    Ledger(connection).role("Ada Example", "Acme", started="2020")
    before = schema(connection)
    with indexed_afterwards(connection, (people, roles), MANY):
        assert schema(connection) == before


def test_a_ledger_that_somebody_reads_is_left_alone(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite lets everybody read on")
    with (
        create_engine(engine.url, poolclass=NullPool).connect() as reader,
        engine.connect() as writer,
    ):
        reader.execute(select(people)).all()
        with indexed_afterwards(writer, TABLES, MANY):
            assert indexes(writer)


def test_a_reference_to_nobody_is_refused(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        pytest.skip("on SQLite check_references looks at the end")
    with changing(connection) as change:
        acme = found_or_created(change, ORGANISATION, "Acme")
        row = {"person_id": 99, "organisation_id": acme, "kind": "employment"}
        with (
            pytest.raises(IntegrityError, match="fk_roles_person_id"),
            connection.begin_nested(),
            indexed_afterwards(connection, (roles,), MANY),
        ):
            connection.execute(insert(roles).values(**row, change_set_id=change.id))
