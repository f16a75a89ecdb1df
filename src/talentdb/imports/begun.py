"""How is a file to be understood, by its first lines?"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import IO

from talentdb.imports.documents import Document
from talentdb.imports.foreign import foreign_form
from talentdb.imports.header import Header, delimiter_among, header_among, numbered
from talentdb.imports.kinds import column_of
from talentdb.imports.problems import Problems
from talentdb.imports.reading import (
    Record,
    delimiter_of,
    encoding_of,
    opened,
    records,
)
from talentdb.imports.recipe import Recipe
from talentdb.imports.understanding import Plan, planned

HEAD = 200  # lines


@dataclass(frozen=True)
class Begun:
    """An open file whose first lines were read, and how it is to be understood."""

    plan: Plan
    head: Sequence[str]
    lines: IO[str]

    @property
    def all_lines(self) -> Iterator[str]:
        """The lines already read, and the others."""
        return chain(self.head, self.lines)

    def records(self, problems: Problems) -> Iterator[Record]:
        """The records after the header; what is no CSV is a problem."""
        for record in records(self.all_lines, self.plan.recipe.delimiter or ","):
            if record.fault is not None:
                problems.add(self.plan.file, record.line, "", "", record.fault)
            elif record.line > self.plan.header.line:
                yield record


@contextmanager
def begun(document: Document, recipe: Recipe, problems: Problems) -> Iterator[Begun | None]:
    """The file, opened; None where it cannot be understood, and a problem says why."""
    if _is_foreign(document, recipe, problems):
        yield None
        return
    encoding = encoding_of(document.path, recipe.encoding)
    with opened(document.path, encoding) as lines:
        head = list(islice(lines, HEAD))
        plan = _planned(document.name, encoding, head, recipe, problems)
        if plan is None:
            problems.leave_out(document.name)
        yield None if plan is None else Begun(plan, head, lines)


def _is_foreign(document: Document, recipe: Recipe, problems: Problems) -> bool:
    """Whether a file is something else than CSV; then a problem says what."""
    what = foreign_form(document.path, recipe.encoding)
    if what is not None:
        problems.add(document.name, 1, "", "", what)
        problems.leave_out(document.name)
    return what is not None


def _planned(
    file: str, encoding: str, head: Sequence[str], recipe: Recipe, problems: Problems
) -> Plan | None:
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
        return None
    if recipe.header:
        first = sound[header_among(sound, wanted)]
        header = Header(first.line, tuple(first.cells))
    else:
        header = numbered(sound[0])
    sample = [record for record in sound if record.line > header.line]
    said = replace(recipe, encoding=encoding, delimiter=delimiter)
    return planned(file, encoding, header, sample, said, problems)
