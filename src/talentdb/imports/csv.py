"""Which rows do the files hold, and of which kind are they?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import IO

from talentdb.errors import RuleBroken
from talentdb.imports.header import Header, delimiter_among, header_among, numbered
from talentdb.imports.json import is_json, json_rows, refuse_recipe
from talentdb.imports.kinds import KINDS, column_of
from talentdb.imports.problems import Problems, Row
from talentdb.imports.reading import Record, delimiter_of, encoding_of, opened, records
from talentdb.imports.recipe import Recipe
from talentdb.imports.understanding import Plan, planned

STANDARD_INPUT = Path("-")
_HEAD = 200  # lines by which a file is understood


@dataclass(frozen=True)
class Document:
    """A file to import: its name for people, and where its bytes are."""

    name: str
    path: Path


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


def documents_of(paths: Sequence[Path], standard_input: Path | None) -> list[Document]:
    """The files by the names that people gave them; `-` is what came in by standard input."""
    return [
        Document(str(path), standard_input if path == STANDARD_INPUT and standard_input else path)
        for path in paths
    ]


def rows_by_kind(
    documents: Sequence[Document], recipe: Recipe, problems: Problems
) -> tuple[dict[str, list[Row]], list[Plan]]:
    """The rows of all files, kind by kind, with their cells in our words; and how each was read.

    Raises RuleBroken for a file that cannot be opened.
    """
    rows: dict[str, list[Row]] = {word: [] for word in KINDS}
    plans = []
    for document in documents:
        if is_json(document.path):
            refuse_recipe(document.name, recipe)
            for row in json_rows(document.name, document.path, problems):
                rows[row.kind].append(row)
            continue
        encoding = encoding_of(document.path, recipe.encoding)
        with opened(document.path, encoding) as lines:
            plan, found = understood(document.name, encoding, lines, recipe, problems)
            if plan is None:
                problems.leave_out(document.name)
                continue
            plans.append(plan)
            for row in chain.from_iterable(plan.rows(record, problems) for record in found):
                rows[row.kind or plan.kind].append(row)
    return rows, plans


def understood(
    file: str, encoding: str, lines: IO[str], recipe: Recipe, problems: Problems
) -> tuple[Plan | None, Iterator[Record]]:
    """How this file is to be understood, if it can be, and its records after the header."""
    head = list(islice(lines, _HEAD))
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
        return None, iter(())
    if recipe.header:
        first = sound[header_among(sound, wanted)]
        header = Header(first.line, tuple(first.cells))
    else:
        header = numbered(sound[0])
    sample = [record for record in sound if record.line > header.line]
    said = replace(recipe, encoding=encoding, delimiter=delimiter)
    plan = planned(file, encoding, header, sample, said, problems)
    rest = records(chain(head, lines), delimiter)
    return plan, _readable(file, header, rest, problems)


def _readable(
    file: str, header: Header, found: Iterator[Record], problems: Problems
) -> Iterator[Record]:
    for record in found:
        if record.fault is not None:
            problems.add(file, record.line, "", "", record.fault)
        elif record.line > header.line:
            yield record
