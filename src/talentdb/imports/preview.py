"""What will the first rows of each file say, in our words?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from talentdb.errors import OptionMisused, Problem
from talentdb.imports.begun import begun
from talentdb.imports.checks import check_cells
from talentdb.imports.documents import NO_PIPES, documents_of
from talentdb.imports.json import is_json
from talentdb.imports.problems import Problems, Row
from talentdb.imports.recipe import Recipe
from talentdb.imports.telling import told_of
from talentdb.imports.understanding import Plan


class Preview(NamedTuple):
    """The first rows of a kind in a file, under the columns of this kind that say anything."""

    file: str
    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class Previews(NamedTuple):
    """What all files will say, what was understood, and the problems of the rows shown."""

    tables: tuple[Preview, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


def previewed(
    paths: Sequence[Path],
    recipe: Recipe,
    count: int,
    spooled: Mapping[Path, Path] = NO_PIPES,
) -> Previews:
    """The first so many records of each file, understood but compared with no ledger.

    Raises what an import raises for files that cannot be read, and CsvRefused for a header that
    cannot be understood.
    """
    documents = documents_of(paths, spooled)
    problems = Problems([document.name for document in documents])
    tables: list[Preview] = []
    notes: list[str] = []
    for document in documents:
        if is_json(document.path):
            raise OptionMisused(f"{document.name} is JSON and needs no --preview: --dry-run tries.")
        with begun(document, recipe, problems) as file:
            if file is None:
                continue
            found = islice(file.records(problems), count)
            some = [list(file.plan.rows(record, problems)) for record in found]
        tables += _tables(file.plan, list(chain.from_iterable(some)), problems)
        notes += told_of(file.plan)
    problems.refuse_headers(50)
    return Previews(tuple(tables), tuple(notes), problems.in_order())


def _tables(plan: Plan, rows: Sequence[Row], problems: Problems) -> list[Preview]:
    kinds = Counter(row.kind or plan.kind for row in rows)
    found = []
    for kind in sorted(kinds, key=lambda kind: kind != plan.kind):
        of_kind = [row for row in rows if (row.kind or plan.kind) == kind]
        check_cells({kind: of_kind}, problems)
        texts = {column for row in of_kind for column, text in row.texts.items() if text}
        columns = tuple(column for column in of_kind[0].texts if column in texts)
        shown = tuple(
            (row.line, *(row.texts.get(column, "") for column in columns)) for row in of_kind
        )
        found.append(Preview(plan.file, kind, ("line", *columns), shown))
    return found
