"""Does an older ledger keep what it holds when it is brought up to date?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from talentdb.database.engine import open_ledger
from talentdb.database.location import url_from_text
from talentdb.database.migrations import migrate, upgrade
from talentdb.errors import (
    LedgerIsNewer,
    LedgerMissing,
    LedgerNotUpgraded,
    NotALedger,
)
from talentdb.queries.as_of import last_day_kept, last_days
from talentdb.schema import REVISION
from tests.database.snapshots import execute, revision_of, rows_of, rows_until, schema_of

Older = Callable[[str], str]


@pytest.fixture
def older(empty_url: str) -> Older:
    """Call it with a revision: the URL of a ledger that old, with rows."""

    return lambda revision: made(empty_url, revision)


def made(url: str, revision: str) -> str:
    migrate(url_from_text(url), to=revision)
    execute(url, rows_until(revision))
    return url


def backups(url: str) -> list[Path]:
    file = Path(make_url(url).database or "")
    return sorted(file.parent.glob(f"{file.name}.before-*"))


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0005"])
def test_upgrade_keeps_every_row(older: Older, ledger_url: str, revision: str) -> None:
    url = older(revision)
    before = rows_of(url)
    upgrade(url)
    after = rows_of(url)
    assert after.pop("alembic_version") == [{"version_num": REVISION}]
    before.pop("alembic_version")
    assert any(before.values())
    # A table that gained columns has nothing in them.
    kept = {
        name: [{column: row[column] for column in before[name][0]} for row in after[name]]
        for name in before
        if before[name]
    }
    assert kept == {name: rows for name, rows in before.items() if rows}
    assert schema_of(url) == schema_of(ledger_url)
    open_ledger(url).dispose()


def test_upgrade_of_a_file_leaves_a_private_copy_of_it_as_it_was(older: Older) -> None:
    url = older("0003")
    before = rows_of(url)
    backup = upgrade(url)
    if not url.startswith("sqlite"):
        assert backup is None
        return
    assert isinstance(backup, Path)
    assert backups(url) == [backup]
    assert backup.stat().st_mode & 0o777 == 0o600
    assert rows_of(f"sqlite:///{backup}") == before
    assert revision_of(f"sqlite:///{backup}") == "0003"


def test_the_id_of_a_citation_that_is_gone_is_not_given_out_again(older: Older) -> None:
    url = older("0005")
    if url.startswith("postgresql"):
        execute(url, ["SELECT setval('citations_id_seq', 2)"])
    upgrade(url)
    insert = (
        "INSERT INTO citations (role_id, source_id, stance, change_set_id)"
        " VALUES (1, 1, 'disputes', 1)"
    )
    execute(url, [insert])
    assert {row["id"] for row in rows_of(url)["citations"]} == {1, 3}


def test_upgrade_finds_the_last_day_of_the_record(older: Older) -> None:
    url = older("0007")
    upgrade(url)
    engine = open_ledger(url)
    with engine.connect() as connection:
        found = connection.scalar(last_day_kept())
        assert found is not None
        assert found == connection.scalar(last_days())
    engine.dispose()


def test_backup_of_an_earlier_upgrade_is_never_written_over(tmp_path: Path) -> None:
    url = made(f"sqlite:///{tmp_path / 'moves.db'}", "0003")
    earlier = tmp_path / f"moves.db.before-{REVISION}-from-0003"
    earlier.write_text("mine")
    assert upgrade(url) == tmp_path / f"{earlier.name}-2"
    assert earlier.read_text() == "mine"


def test_ledger_that_is_up_to_date_stays_untouched(ledger_url: str) -> None:
    assert upgrade(ledger_url) is False
    assert backups(ledger_url) == []


def test_older_ledger_is_refused_until_it_is_upgraded(older: Older) -> None:
    url = older("0003")
    with pytest.raises(LedgerNotUpgraded, match="run `talentdb upgrade` first"):
        open_ledger(url)


@pytest.mark.parametrize("write", [False, True])
def test_newer_ledger_is_refused(ledger_url: str, write: bool) -> None:
    execute(ledger_url, ["UPDATE alembic_version SET version_num = '9999'"])
    with pytest.raises(LedgerIsNewer, match="update talentdb"):
        open_ledger(ledger_url, write)
    with pytest.raises(LedgerIsNewer):
        upgrade(ledger_url)


def test_database_without_a_ledger_is_not_upgraded(empty_url: str) -> None:
    execute(empty_url, ["CREATE TABLE theirs (id INTEGER)"])
    with pytest.raises(NotALedger):
        upgrade(empty_url)
    assert list(schema_of(empty_url)) == ["theirs"]


def test_database_that_another_program_migrates_with_alembic_is_no_ledger(empty_url: str) -> None:
    execute(
        empty_url,
        [
            "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)",
            "INSERT INTO alembic_version VALUES ('ae1027a6acf')",
        ],
    )
    with pytest.raises(NotALedger):
        open_ledger(empty_url)
    with pytest.raises(NotALedger):
        upgrade(empty_url)
    assert revision_of(empty_url) == "ae1027a6acf"


def test_missing_ledger_is_not_upgraded(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing):
        upgrade(str(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []
