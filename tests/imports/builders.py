"""How does a test import files, and what is in a ledger, whatever its ids are?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Engine, Table, select

from talentdb import schema
from talentdb.database.engine import open_ledger
from talentdb.errors import CsvRefused, Problem
from talentdb.imports.documents import files_in
from talentdb.imports.pipeline import Manner, import_files
from talentdb.imports.recipe import Recipe
from talentdb.imports.summary import Summary
from talentdb.writes.change_sets import Author, ChangeSet
from talentdb.writes.derive import derive_people
from talentdb.writes.undo import undo

AUTHOR = Author("tester", "talentdb import", datetime(2026, 1, 1))
SEEDS = Path(__file__).parents[2] / "seeds"
FACTS = (
    schema.people,
    schema.organisations,
    schema.person_names,
    schema.organisation_names,
    schema.identifiers,
    schema.tags,
    schema.organisation_links,
    schema.roles,
    schema.transitions,
    schema.transition_reasons,
    schema.offers,
    schema.works,
    schema.credits,
    schema.figures,
    schema.sources,
    schema.citations,
    schema.spells,
    schema.rosters,
    schema.presences,
    schema.row_keys,
)
_LEDGERS_OWN = {"id", "change_set_id"}


def files(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Files with these texts, in the order given; the names come without `.csv`."""
    folder.mkdir(exist_ok=True)
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths


def taken(
    engine: Engine,
    paths: Sequence[Path],
    kind: str | None = None,
    manner: Manner | None = None,
) -> Summary:
    """Imports the files for good, or raises and leaves nothing."""
    with engine.begin() as connection:
        return import_files(ChangeSet(connection, AUTHOR), paths, kind, manner)


def mapped(engine: Engine, folder: Path, text: str, **said: Any) -> Summary:
    """Imports a file with this text, understood by a recipe that says this."""
    return taken(engine, files(folder, {"list": text}), manner=Manner(Recipe(**said)))


def imported(engine: Engine, folder: Path, **texts: str) -> Summary:
    """Imports files with these texts."""
    return taken(engine, files(folder, texts))


def problems(engine: Engine, folder: Path, **texts: str) -> list[tuple[str, int, str, str]]:
    """File, line, column and value of every problem that these files have."""
    return [(p.file, p.line, p.column, p.value) for p in told(engine, folder, **texts)]


def told(engine: Engine, folder: Path, **texts: str) -> list[Problem]:
    """Every problem that these files have, each with the bare name of its file."""
    try:
        imported(engine, folder, **texts)
    except CsvRefused as refused:
        return [
            Problem(Path(p.file).stem, p.line, p.column, p.value, p.message)
            for p in refused.problems
        ]
    return []


def seeded(engine: Engine) -> Summary:
    """Imports the seeds."""
    return taken(engine, files_in(SEEDS))


def undone(engine: Engine, change_set_id: int | None) -> None:
    """Takes back what an import did."""
    with engine.begin() as connection:
        change = ChangeSet(connection, AUTHOR)
        undo(change, change_set_id or 0)
        derive_people(connection, change.people)


def rows(engine: Engine, table: Table, *columns: str) -> list[tuple[Any, ...]]:
    """These columns of all rows, in order."""
    with engine.connect() as connection:
        found = connection.execute(select(*(table.c[name] for name in columns)))
        return sorted((tuple(row) for row in found), key=repr)


def content(url: str) -> dict[str, list[Any]]:
    """All that a ledger says, through a connection of its own, with names in the place of ids."""
    engine = open_ledger(url)
    try:
        with engine.connect() as connection:
            return told_by(connection)
    finally:
        engine.dispose()


def told_by(connection: sqlalchemy.Connection) -> dict[str, list[Any]]:
    """The same, as this connection sees it."""
    meaning: dict[str, dict[int | None, Any]] = {}
    found: dict[str, list[Any]] = {}
    for table in FACTS:
        meaning[table.name] = {None: None}
        for row in connection.execute(select(table).order_by(table.c.id)).mappings():
            described = tuple(
                (column.name, _meant(column, row[column.name], meaning))
                for column in table.columns
                if column.name not in _LEDGERS_OWN
            )
            meaning[table.name][row["id"]] = (table.name, described)
        found[table.name] = sorted(
            (value for value in meaning[table.name].values() if value is not None), key=repr
        )
    return found


def _meant(
    column: sqlalchemy.Column[Any], value: Any, meaning: dict[str, dict[int | None, Any]]
) -> Any:
    if column.name == "last_role_id":  # a plain number (migration 0008)
        return meaning["roles"][value]
    for key in column.foreign_keys:
        referred = key.column.table.name
        if referred == column.table.name:
            return value is not None  # a twin or the like: that there is one
        return meaning[referred][value]
    return value is not None if column.name in ("joined_by_id", "left_by_id") else value
