"""Is it told how far an import and its undoing are, and not too often?"""

from collections import defaultdict
from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb.imports import csv as reading
from talentdb.imports.pipeline import import_files
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.derive import derive_people
from talentdb.writes.undo import undo
from tests.imports.builders import AUTHOR, files

ROWS = 2500
TEXT = "person,organisation,started\n" + "".join(
    f"Ada {number} Example,Acme,2020\n" for number in range(ROWS)
)
Told = dict[str, list[tuple[int, int]]]


def change_heard(engine: Engine, undone: int | None, path: Path | None) -> tuple[int, Told]:
    """The change set of an import or an undo, and what was told meanwhile."""
    told: Told = defaultdict(list)
    with engine.begin() as connection:
        change = ChangeSet(connection, AUTHOR)
        change.progress = lambda what, done, of: told[what].append((done, of))
        if path is not None:
            import_files(change, [path])
        else:
            undo(change, undone or 0)
            derive_people(connection, change.people, change.progress)
        return change.id, told


@pytest.mark.parametrize("as_table", [True, False])
def test_every_long_stage_tells_how_far_it_is(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_table: bool
) -> None:
    if not as_table:
        monkeypatch.setattr(reading, "fits_table", lambda plan: False)
    (path,) = files(tmp_path, {"list": TEXT})
    change_set, told = change_heard(engine, None, path)
    long = [f"reading {path}", "writing people", "writing roles", "deriving people's moves"]
    assert {what: told[what][-1][0] for what in long} == dict.fromkeys(long, ROWS)
    assert all(of in (0, ROWS) for what in long[1:] for _, of in told[what])
    assert all(len(said) <= 8 for said in told.values())
    _, told = change_heard(engine, change_set, None)
    long = ["removing roles", "removing people", "deriving people's moves"]
    assert {what: told[what][-1][0] for what in long} == dict.fromkeys(long, ROWS)
