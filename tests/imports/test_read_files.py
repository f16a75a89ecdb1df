"""Does an import keep which files it read?"""

import hashlib
from pathlib import Path

from sqlalchemy import Engine

from talentdb.imports.documents import STANDARD_INPUT
from talentdb.imports.pipeline import Manner
from talentdb.schema import change_set_files
from tests.imports.builders import files, rows, taken

TEXT = "person,organisation\nAda Example,Acme\n"


def test_name_size_and_digest_of_every_file_are_kept(engine: Engine, tmp_path: Path) -> None:
    people, roles = files(tmp_path, {"people": "person\nAda Example\n", "roles": TEXT})
    summary = taken(engine, [roles, people])
    expected = sorted(
        (
            summary.change_set,
            str(path),
            len(path.read_bytes()),
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in (people, roles)
    )
    columns = ("change_set_id", "name", "size", "sha256")
    assert rows(engine, change_set_files, *columns) == expected


def test_standard_input_is_kept_by_its_sign_and_nothing_where_nothing_changed(
    engine: Engine, tmp_path: Path
) -> None:
    (spooled,) = files(tmp_path, {"spooled": TEXT})
    for _ in range(2):
        taken(engine, [STANDARD_INPUT], manner=Manner(spooled={STANDARD_INPUT: spooled}))
    assert rows(engine, change_set_files, "name", "size") == [("-", len(TEXT))]
