"""How does a new ledger come into being, and what does that leave alone?"""

import shutil
from pathlib import Path

import pytest

from talentdb.database.engine import open_ledger
from talentdb.database.migrations import create, folder
from talentdb.errors import NotALedger, RuleBroken
from tests.database.snapshots import execute, rows_of, schema_of, sqlite_file


def test_new_ledger_is_made_once_and_then_left_alone(empty_url: str) -> None:
    assert create(empty_url) is True
    execute(
        empty_url, ["INSERT INTO change_sets (at, actor, command) VALUES ('2026-01-01', 'a', 'b')"]
    )
    before = rows_of(empty_url)
    assert create(empty_url) is False
    assert rows_of(empty_url) == before


def test_new_file_is_for_its_owner_alone_and_so_is_its_new_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "moves.db"
    create(str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_readers_and_a_writer_work_at_once(tmp_path: Path) -> None:
    file = tmp_path / "moves.db"
    create(str(file))
    with open_ledger(str(file), write=True).begin(), open_ledger(str(file)).connect() as reader:
        assert reader.exec_driver_sql("SELECT COUNT(*) FROM people").scalar() == 0


def test_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    file = tmp_path / "moves.db"
    file.touch()
    assert create(str(file)) is True
    open_ledger(str(file)).dispose()


def test_file_that_was_there_stays_when_it_cannot_become_a_ledger(tmp_path: Path) -> None:
    file = tmp_path / "moves.db"
    file.touch()
    with pytest.raises(Exception, match="nowhere"):
        create(str(file), tmp_path / "nowhere")
    assert file.exists()


def test_new_file_is_gone_again_when_it_cannot_become_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="nowhere"):
        create(str(tmp_path / "moves.db"), tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_text_file_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Ada Example joined Globex.\n" * 100)
    with pytest.raises(NotALedger):
        create(str(file))
    assert file.read_text() == "Ada Example joined Globex.\n" * 100


def test_database_of_another_program_stays_byte_for_byte(tmp_path: Path) -> None:
    file = sqlite_file(tmp_path / "theirs.db", "CREATE TABLE theirs (id INTEGER)")
    before = file.read_bytes()
    with pytest.raises(NotALedger):
        create(str(file))
    with pytest.raises(NotALedger):
        open_ledger(str(file), write=True)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_database_that_another_program_migrates_with_alembic_stays_as_it_is(
    empty_url: str,
) -> None:
    execute(
        empty_url,
        [
            "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)",
            "INSERT INTO alembic_version VALUES ('ae1027a6acf')",
        ],
    )
    with pytest.raises(NotALedger):
        create(empty_url)
    assert list(schema_of(empty_url)) == ["alembic_version"]


def test_folder_is_no_place_for_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedger):
        create(str(tmp_path))


def test_path_below_a_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RuleBroken, match="cannot be made"):
        create(str(tmp_path / "file" / "moves.db"))


@pytest.mark.parametrize("name", ["50%.db", "100%s.db", "a#b.db", "a b.db", "a?b=c.db", "ä:b.db"])
def test_any_path_names_just_that_file(tmp_path: Path, name: str) -> None:
    place = tmp_path / "50% of #1 ?"
    create(str(place / name))
    assert [path.name for path in place.iterdir()] == [name]
    open_ledger(str(place / name), write=True).dispose()


def test_scripts_may_lie_below_any_path(tmp_path: Path) -> None:
    scripts = tmp_path / "50%s of it"
    shutil.copytree(folder(), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    assert create(str(tmp_path / "moves.db"), scripts) is True
