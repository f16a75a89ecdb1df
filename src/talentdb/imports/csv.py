"""Which rows do the files hold, and of which kind are they?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType

from talentdb.errors import RuleBroken
from talentdb.imports.foreign import foreign_form
from talentdb.imports.header import Header, delimiter_among, header_among, numbered
from talentdb.imports.json import is_json, json_rows, refuse_recipe
from talentdb.imports.kinds import ALL_KINDS, KINDS, column_of
from talentdb.imports.problems import Problems, Row
from talentdb.imports.reading import (
    Record,
    delimiter_of,
    encoding_of,
    estimated,
    is_decodable,
    opened,
    records,
)
from talentdb.imports.recipe import Recipe
from talentdb.imports.table import Table, fits_table
from talentdb.imports.understanding import Plan, planned
from talentdb.writes.progress import Progress, told, unheard

STANDARD_INPUT = Path("-")
HEAD = 200  # lines by which a file is understood
NO_PIPES: Mapping[Path, Path] = MappingProxyType({})


@dataclass(frozen=True)
class Document:
    """A file to import: its name for people, where its bytes are, its size and time of change."""

    name: str
    path: Path
    form: tuple[int, int]


def files_in(argument: Path) -> list[Path]:
    """The canonical files of a directory in the order in which they depend on one another.

    Anything else is one file by itself. Raises RuleBroken for a missing file, and for a
    directory without a file that import understands.
    """
    if argument.is_dir():
        found = [argument / f"{word}.csv" for word in KINDS]
        files = [file for file in found if file.is_file()]
        if not files:
            known = ", ".join(file.name for file in found)
            raise RuleBroken(f"{argument} holds no file to import: none of {known}.")
        return files
    if argument != STANDARD_INPUT and not argument.exists():
        raise RuleBroken(f"{argument} does not exist: name a CSV file or a directory of them.")
    return [argument]


def documents_of(paths: Sequence[Path], spooled: Mapping[Path, Path] = NO_PIPES) -> list[Document]:
    """The files by the names that people gave them; of what came by a pipe, where it is kept."""
    found = ((path, spooled.get(path, path)) for path in paths)
    return [Document(str(path), kept, form_of(kept)) for path, kept in found]


def form_of(path: Path) -> tuple[int, int]:
    """The size of a file, and when it changed last. Raises RuleBroken if it cannot be read."""
    try:
        found = path.stat()
    except OSError as error:
        raise RuleBroken(f"{path} cannot be read: {error.strerror or error}.") from error
    return (found.st_size, found.st_mtime_ns)


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
        elif not is_foreign(document, recipe, problems):
            _read(found, document, recipe, problems, progress)
    return found


def _read(
    found: Read, document: Document, recipe: Recipe, problems: Problems, progress: Progress
) -> None:
    encoding = encoding_of(document.path, recipe.encoding)
    with opened(document.path, encoding) as lines:
        head = list(islice(lines, HEAD))
        plan, header = planned_by(document.name, encoding, head, recipe, problems)
        if plan is None:
            problems.leave_out(document.name)
            return
        found.plans.append(plan)
        rest = chain(head, lines)
        so_far = estimated(progress, document.path, lines)
        if fits_table(plan) and is_decodable(document.path, encoding):
            table = Table(plan)
            table.read(rest, problems, so_far)
            found.tables.append(table)
            return
        found_records = readable(plan, header, rest, problems)
        for record in told(found_records, so_far, f"reading {document.name}"):
            for row in plan.rows(record, problems):
                found.rows[row.kind or plan.kind].append(row)


def is_foreign(document: Document, recipe: Recipe, problems: Problems) -> bool:
    """Whether a file is something else than CSV; then a problem says what."""
    what = foreign_form(document.path, recipe.encoding)
    if what is not None:
        problems.add(document.name, 1, "", "", what)
        problems.leave_out(document.name)
    return what is not None


def planned_by(
    file: str, encoding: str, head: Sequence[str], recipe: Recipe, problems: Problems
) -> tuple[Plan | None, Header]:
    """How a file that begins with these lines is to be understood, if it can be."""
    wanted = {column_of(word) for taken in recipe.columns.values() for word in taken.columns}
    delimiter = (
        delimiter_of(recipe.delimiter)
        if recipe.delimiter
        else delimiter_among(head, wanted, recipe.header)
    )
    found = list(records(head, delimiter))
    sound = [record for record in found if record.fault is None]
    if not sound:
        problems.add(file, 1, "", "", "it is empty; the first line names the columns")
        return None, numbered(None)
    if recipe.header:
        first = sound[header_among(sound, wanted)]
        header = Header(first.line, tuple(first.cells))
    else:
        header = numbered(sound[0])
    sample = [record for record in sound if record.line > header.line]
    said = replace(recipe, encoding=encoding, delimiter=delimiter)
    return planned(file, encoding, header, sample, said, problems), header


def readable(
    plan: Plan, header: Header, lines: Iterable[str], problems: Problems
) -> Iterator[Record]:
    """The records after the header; what is no CSV is a problem."""
    for record in records(lines, plan.recipe.delimiter or ","):
        if record.fault is not None:
            problems.add(plan.file, record.line, "", "", record.fault)
        elif record.line > header.line:
            yield record
