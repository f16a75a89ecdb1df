"""Is the published file a whole ledger, and without any trace of what was there before?"""

from pathlib import Path

from sqlalchemy import Engine

from talentdb.schema import people
from talentdb.writes.edit import edit
from talentdb.writes.remove import remove
from tests.builders import Ledger, changing
from tests.cli.lines import everything
from tests.exports.files import write_file
from tests.imports.builders import seeded

HISTORY = {"change_sets", "changes"}


def test_a_copy_has_every_row_under_its_id_and_no_history(
    engine: Engine, ledger_url: str, tmp_path: Path
) -> None:
    seeded(engine)
    with engine.connect() as connection:
        write_file(connection, tmp_path / "copy.db")
    before, after = everything(ledger_url), everything(str(tmp_path / "copy.db"))
    assert (len(after["change_sets"]), after["changes"]) == (1, [])
    for table in before.keys() - HISTORY:
        # The seeds are one change set, and so are their copy: number 1.
        assert after[table] == before[table], table


def test_nothing_of_what_was_changed_or_removed_is_in_the_file(
    engine: Engine, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        ledger = Ledger(connection)
        ledger.role("Ada Example", "Acme", started="2020")
        bob = ledger.person("Bob Withdrawn")
        with changing(connection) as change:
            edit(change, people, ledger.person("Ada Example"), {"note": "unpublished remark"})
        with changing(connection) as change:
            edit(change, people, ledger.person("Ada Example"), {"note": "published remark"})
            remove(change, people, bob)
    with engine.connect() as connection:
        write_file(connection, tmp_path / "copy.db")
    file = (tmp_path / "copy.db").read_bytes()
    assert b"published remark" in file and b"Ada Example" in file
    for gone in (b"unpublished", b"Withdrawn", b"tester"):
        assert gone not in file
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


def test_a_copy_is_the_same_every_time(engine: Engine, tmp_path: Path) -> None:
    seeded(engine)
    with engine.connect() as connection:
        for name in ("one.db", "two.db"):
            write_file(connection, tmp_path / name)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()
