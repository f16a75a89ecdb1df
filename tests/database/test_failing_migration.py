"""Is a migration that fails as if it had never begun?"""

import shutil
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from talentdb.database.migrations import create, folder, upgrade
from talentdb.errors import RuleBroken
from talentdb.schema import REVISION
from tests.database.snapshots import execute, revision_of, rows_of, rows_until, schema_of

NEXT = f"{int(REVISION) + 1:04}"
HEAD = f'''"""The next one."""
import sqlalchemy as sa
from alembic import op
revision = "{NEXT}"
down_revision = "{REVISION}"
'''
RAISES = """
def upgrade():
    op.create_table("novelties", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("transition_reasons", recreate="auto") as batch:
        batch.alter_column("reason", new_column_name="motive")
    op.execute("UPDATE people SET name = 'somebody'")
    raise RuntimeError("halfway")
"""
ORPHANS = """
def upgrade():
    op.create_table("novelties", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE roles SET person_id = 999")
"""
REBUILDS = """
def upgrade():
    for view in sa.inspect(op.get_bind()).get_view_names():
        op.execute(f"DROP VIEW {view}")
    with op.batch_alter_table("organisations", recreate="auto") as batch:
        batch.alter_column("website", new_column_name="home")
"""


def migrations_with(folder_: Path, body: str) -> Path:
    """The migrations with one more at the end."""
    shutil.copytree(folder(), folder_, ignore=shutil.ignore_patterns("__pycache__"))
    (folder_ / "versions" / f"{NEXT}_next.py").write_text(HEAD + body)
    return folder_


@pytest.fixture
def filled_url(ledger_url: str) -> str:
    execute(ledger_url, rows_until("0003"))
    return ledger_url


def test_migration_that_raises_changes_neither_schema_nor_rows(
    filled_url: str, tmp_path: Path
) -> None:
    schema, rows = schema_of(filled_url), rows_of(filled_url)
    with pytest.raises(RuntimeError, match="halfway"):
        upgrade(filled_url, migrations_with(tmp_path / "migrations", RAISES), NEXT)
    assert (schema_of(filled_url), rows_of(filled_url)) == (schema, rows)
    assert revision_of(filled_url) == REVISION


def test_migration_that_leaves_orphans_changes_nothing_and_says_so(
    filled_url: str, tmp_path: Path
) -> None:
    schema, rows = schema_of(filled_url), rows_of(filled_url)
    with pytest.raises(RuleBroken, match="nothing was changed"):
        upgrade(filled_url, migrations_with(tmp_path / "migrations", ORPHANS), NEXT)
    assert (schema_of(filled_url), rows_of(filled_url)) == (schema, rows)
    assert revision_of(filled_url) == REVISION


def test_upgrade_that_failed_can_be_tried_again(filled_url: str, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        upgrade(filled_url, migrations_with(tmp_path / "failing", RAISES), NEXT)
    upgrade(filled_url, migrations_with(tmp_path / "mended", REBUILDS), NEXT)
    assert revision_of(filled_url) == NEXT


def test_rebuilding_a_parent_table_keeps_its_children(filled_url: str, tmp_path: Path) -> None:
    before = rows_of(filled_url)
    upgrade(filled_url, migrations_with(tmp_path / "migrations", REBUILDS), NEXT)
    after = rows_of(filled_url)
    assert after["organisation_links"] == before["organisation_links"] != []
    assert [row["home"] for row in after["organisations"]] == [None, None]


def test_ledger_that_cannot_be_made_leaves_no_table(empty_url: str, tmp_path: Path) -> None:
    scripts = migrations_with(tmp_path / "migrations", RAISES)
    # The code is written for an earlier one, so the failing one is put before it.
    text = (scripts / "versions" / f"{NEXT}_next.py").read_text()
    (scripts / "versions" / f"{NEXT}_next.py").unlink()
    previous = f"{int(REVISION) - 1:04}"
    broken = text.replace(f'"{REVISION}"', f'"{previous}"').replace(f'"{NEXT}"', f'"{REVISION}"')
    next((scripts / "versions").glob(f"{REVISION}_*.py")).write_text(broken)
    with pytest.raises(RuntimeError, match="halfway"):
        create(empty_url, scripts)
    if empty_url.startswith("sqlite"):
        file = Path(make_url(empty_url).database or "")
        assert list(file.parent.glob(f"{file.name}*")) == []
    else:
        assert schema_of(empty_url) == {}
