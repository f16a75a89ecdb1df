"""Is nothing exported that would be read back as less?"""

from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from talentdb.errors import RuleBroken
from talentdb.exports.csv import export_directory
from talentdb.schema import roles, sources, transitions
from tests.builders import Ledger


def test_roles_that_a_file_would_make_one_are_told(connection: Connection, tmp_path: Path) -> None:
    ledger = Ledger(connection)
    for started, ended in (("2020", "2021"), ("2022", "2023")):
        ledger.role("Ada Example", "Acme", started=started, ended=ended)
    export_directory(connection, tmp_path / "before")
    connection.execute(update(roles).values(started="2020"))
    with pytest.raises(RuleBroken, match="role:1 and role:2"):
        export_directory(connection, tmp_path / "after")
    assert not (tmp_path / "after").exists()


def test_moves_and_sources_that_a_file_would_make_one_are_told(
    connection: Connection, tmp_path: Path
) -> None:
    ledger = Ledger(connection)
    for date in ("2020", "2022"):
        ledger.move("Ada Example", "Acme", "Globex", date)
    for handle, title in (("a", "One"), ("b", "Two")):
        ledger.source(handle, title=title)
    connection.execute(update(transitions).values(date=None))
    connection.execute(update(sources).values(title="One"))
    with pytest.raises(RuleBroken) as refused:
        export_directory(connection, tmp_path / "out")
    lines = str(refused.value).splitlines()[1:]
    assert lines == ["  move:1 and move:2", "  source:1 and source:2"]


def test_a_running_role_stays_apart_from_one_that_ended(
    connection: Connection, tmp_path: Path
) -> None:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2020", ended="2021")
    ledger.role("Ada Example", "Acme", started="2020-06", ended="..")
    assert export_directory(connection, tmp_path / "out") == 4
