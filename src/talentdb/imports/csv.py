"""Which rows do the files hold, and of which kind are they?"""

from collections.abc import Sequence
from dataclasses import dataclass

from talentdb.imports.begun import begun
from talentdb.imports.documents import Document
from talentdb.imports.json import is_json, json_rows, refuse_recipe
from talentdb.imports.kinds import ALL_KINDS
from talentdb.imports.problems import Problems, Row
from talentdb.imports.reading import estimated, is_decodable
from talentdb.imports.recipe import Recipe
from talentdb.imports.table import Table, fits_table
from talentdb.imports.understanding import Plan
from talentdb.writes.progress import Progress, told, unheard


@dataclass
class Read:
    """What the files hold: rows by kind, tables of roles, and how each file was understood."""

    rows: dict[str, list[Row]]
    tables: list[Table]
    plans: list[Plan]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values())) + sum(map(len, self.tables))


def read_documents(
    documents: Sequence[Document], recipe: Recipe, problems: Problems, progress: Progress = unheard
) -> Read:
    """The rows of all files with their cells in our words, kind by kind, or as tables.

    Raises RuleBroken for a file that cannot be opened.
    """
    found = Read({word: [] for word in ALL_KINDS}, [], [])
    for document in documents:
        if is_json(document.path):
            refuse_recipe(document.name, recipe)
            for row in json_rows(document.name, document.path, problems):
                found.rows[row.kind].append(row)
        else:
            _read(found, document, recipe, problems, progress)
    return found


def _read(
    found: Read, document: Document, recipe: Recipe, problems: Problems, progress: Progress
) -> None:
    with begun(document, recipe, problems) as file:
        if file is None:
            return
        plan = file.plan
        found.plans.append(plan)
        so_far = estimated(progress, document.path, file.lines)
        if fits_table(plan) and is_decodable(document.path, plan.encoding):
            table = Table(plan)
            table.read(file.all_lines, problems, so_far)
            found.tables.append(table)
            return
        for record in told(file.records(problems), so_far, f"reading {document.name}"):
            for row in plan.rows(record, problems):
                found.rows[row.kind or plan.kind].append(row)
