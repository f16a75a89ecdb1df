"""How does a test have a file understood, without a ledger?"""

from pathlib import Path
from typing import Any

from talentdb.errors import Problem
from talentdb.imports.checks import check_cells
from talentdb.imports.csv import read_documents
from talentdb.imports.documents import documents_of
from talentdb.imports.problems import Problems
from talentdb.imports.recipe import Recipe, Taken
from talentdb.imports.table import rows_of
from talentdb.imports.telling import told_of
from talentdb.imports.understanding import Plan


class Understood:
    """What a file says: texts of its rows by kind, without blank ones, problems and notes."""

    def __init__(self, path: Path, recipe: Recipe) -> None:
        problems = Problems([str(path)])
        found = read_documents(documents_of([path]), recipe, problems)
        rows = found.rows | {"roles": found.rows["roles"] + rows_of(found.tables, problems)}
        check_cells(rows, problems)
        self.plans: list[Plan] = found.plans
        self.rows = {
            kind: [{name: text for name, text in row.texts.items() if text} for row in of_kind]
            for kind, of_kind in rows.items()
            if of_kind
        }
        self.problems: tuple[Problem, ...] = problems.in_order()
        self.notes = [
            note.removeprefix(f"{path}: ") for plan in self.plans for note in told_of(plan)
        ]

    @property
    def places(self) -> list[tuple[int, str, str]]:
        """Line, column and value of every problem."""
        return [(problem.line, problem.column, problem.value) for problem in self.problems]


def understood(
    folder: Path, content: str | bytes, name: str = "list.csv", **said: Any
) -> Understood:
    """A file with this content, understood by a recipe that says this; columns may be words."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for table in ("columns", "identifiers"):
        given = said.get(table, {})
        said[table] = {
            name: one if isinstance(one, Taken) else Taken((one,)) for name, one in given.items()
        }
    return Understood(path, Recipe(**said))
