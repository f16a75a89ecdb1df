"""Do the migrations make the schema that the code is written for?"""

import re
import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, create_engine, inspect

from talentdb.database.migrations import create, folder
from talentdb.schema import REVISION, metadata
from tests.database.snapshots import connected, revision_of, rows_of


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def test_code_is_written_for_the_last_migration() -> None:
    assert scripts().get_heads() == [REVISION]


def test_migrations_are_one_line_numbered_from_1() -> None:
    numbers = [script.revision for script in scripts().walk_revisions()][::-1]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_new_ledger_is_at_the_head_and_empty(ledger_url: str) -> None:
    assert revision_of(ledger_url) == REVISION
    found = rows_of(ledger_url)
    assert found.pop("alembic_version") == [{"version_num": REVISION}]
    assert found.keys() == metadata.tables.keys()
    assert all(rows == [] for rows in found.values())


def test_migrations_make_what_the_code_describes(ledger_url: str) -> None:
    with connected(ledger_url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_checks_and_partial_indexes_are_those_of_the_code(tmp_path: Path) -> None:
    migrated, described = tmp_path / "migrated.db", tmp_path / "described.db"
    create(str(migrated))
    engine = create_engine(f"sqlite:///{described}")
    metadata.create_all(engine)
    engine.dispose()
    expected = sqlite_schema(described)
    assert {name: text for name, text in sqlite_schema(migrated).items() if name in expected} == (
        expected
    )


def sqlite_schema(path: Path) -> dict[str, list[str]]:
    """What each table and index was made with, part by part, in any order of constraints."""
    connection = sqlite3.connect(path)
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    ).fetchall()
    connection.close()
    # SQLite puts the name of a table that was made anew, and took the old one's place, in quotes,
    # and a column that came later in the line of the one before.
    return {
        name: sorted(
            part.strip(" ,\t")
            for part in re.split(
                r"\n|(?<=,) (?=CONSTRAINT|\w+ [A-Z]+,)", text.replace(f'"{name}"', name)
            )
        )
        for name, text in found
        if not name.startswith("sqlite_")
    }


def test_checks_have_the_same_names_on_the_server(ledger_url: str) -> None:
    with connected(ledger_url) as connection:
        inspector = inspect(connection)
        for table in metadata.tables.values():
            found = {check["name"] for check in inspector.get_check_constraints(table.name)}
            described = {
                str(check.name) for check in table.constraints if isinstance(check, CheckConstraint)
            }
            assert found == described, table.name
