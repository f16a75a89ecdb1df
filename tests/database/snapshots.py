"""What is in a database, whatever it is: its tables, their rules and their rows?"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, MetaData, Table, inspect, text

from talentdb.database.engine import engine_of
from talentdb.database.location import url_from_text

# In the order of the migrations that made their tables: plain SQL that runs on both databases.
ROWS = {
    "0001": [
        "INSERT INTO change_sets (id, at, actor, command) VALUES (1, '2026-01-01', 'ada', 'add')",
        "INSERT INTO changes (change_set_id, table_name, row_id, before) VALUES"
        " (1, 'people', 1, '{\"name\": \"Ada\"}')",
    ],
    "0002": [
        "INSERT INTO people (id, name, name_key, search_key, change_set_id)"
        " VALUES (1, 'Ada Example', 'ada example', 'ada example', 1)",
        "INSERT INTO organisations (id, name, name_key, search_key, kind, change_set_id)"
        " VALUES (1, 'Acme', 'acme', 'acme', 'lab', 1), (2, 'Globex', 'globex', 'globex', NULL, 1)",
        "INSERT INTO organisation_links (organisation_id, kind, other_id, change_set_id)"
        " VALUES (1, 'part-of', 2, 1)",
        "INSERT INTO identifiers (person_id, scheme, value, change_set_id)"
        " VALUES (1, 'orcid', '0000', 1)",
        "INSERT INTO tags (organisation_id, tag, change_set_id) VALUES (2, 'big', 1)",
    ],
    "0003": [
        "INSERT INTO roles (id, person_id, organisation_id, kind, started, started_earliest,"
        " started_latest, change_set_id) VALUES"
        " (1, 1, 1, 'employment', '2020', '2020-01-01', '2020-12-31', 1)",
        "INSERT INTO transitions (id, person_id, to_organisation_id, to_role_id, origin,"
        " change_set_id) VALUES (1, 1, 1, 1, 'recorded', 1)",
        "INSERT INTO transition_reasons (transition_id, reason, change_set_id)"
        " VALUES (1, 'mission', 1)",
    ],
    "0004": [
        "INSERT INTO sources (id, handle, change_set_id) VALUES (1, 'memo', 1)",
        "INSERT INTO citations (id, role_id, source_id, stance, quote, change_set_id)"
        " VALUES (1, 1, 1, 'supports', 'she left', 1), (2, 1, 1, 'supports', 'gone', 1)",
        "DELETE FROM citations WHERE id = 2",
    ],
}


def rows_until(revision: str) -> list[str]:
    """The statements that fill a ledger of this revision."""
    return [row for made, rows in ROWS.items() if made <= revision for row in rows]


def execute(url: str, statements: Sequence[str]) -> None:
    """Runs statements in one transaction."""
    with connected(url) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection to a database of any revision."""
    engine = engine_of(url_from_text(url), write=True)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def schema_of(url: str) -> dict[str, Any]:
    """Columns, references, unique constraints and indexes of every table."""
    with connected(url) as connection:
        inspector = inspect(connection)
        return {
            name: (
                [(column["name"], str(column["type"])) for column in inspector.get_columns(name)],
                sorted(map(repr, inspector.get_foreign_keys(name))),
                sorted(map(repr, inspector.get_unique_constraints(name))),
                sorted(_index(index) for index in inspector.get_indexes(name)),
                sorted(map(repr, inspector.get_check_constraints(name))),
            )
            for name in sorted(inspector.get_table_names())
        }


def _index(index: Any) -> str:
    where = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return f"{index['name']} {index['column_names']} {index['unique']} {where}"


def rows_of(url: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, the revision among them."""
    with connected(url) as connection:
        metadata = MetaData()
        metadata.reflect(connection)
        return {name: _rows(connection, table) for name, table in metadata.tables.items()}


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    found = [dict(row) for row in connection.execute(sqlalchemy.select(table)).mappings()]
    return sorted(found, key=repr)


def revision_of(url: str) -> str | None:
    """The revision that the database says it is at."""
    with connected(url) as connection:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def sqlite_file(path: Path, *statements: str) -> Path:
    """A SQLite file of another program."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path
