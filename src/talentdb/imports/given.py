"""How is a field taken from the cells of a record? Every distinct cell is understood once."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from talentdb.errors import RuleBroken
from talentdb.imports import cells as readers
from talentdb.imports.assignment import Assignment, is_date
from talentdb.imports.header import Header
from talentdb.imports.meanings import (
    Meaning,
    as_precise_as,
    date_reader,
    end,
    separation,
    translation,
)
from talentdb.imports.recipe import Recipe, Taken
from talentdb.output.values import separated
from talentdb.urls import is_url

_SEVERAL = {"source", "tags", "identifiers", "reasons"}
_BETWEEN_URLS = re.compile(r"[\s;,]+(?=https?://)")
_LARGEST = 100_000  # distinct cells kept of one field


class Memo(dict[tuple[str, ...], str]):
    """What cells mean; filled as they are met, emptied when it grows too large."""

    def __init__(self, meaning: Callable[[tuple[str, ...]], str]) -> None:
        super().__init__()
        self.meaning = meaning

    def __missing__(self, cells: tuple[str, ...]) -> str:
        if len(self) >= _LARGEST:
            self.clear()
        text = self[cells] = self.meaning(cells)
        return text


@dataclass(frozen=True)
class Given:
    """A field, the positions of its cells, and what these mean.

    `steps` lead from what one cell alone says to what it means.
    """

    field: str
    places: tuple[int, ...]
    meaning: Memo
    is_end: bool
    steps: Sequence[Meaning]

    def meant(self, raw: str | tuple[str, ...]) -> str:
        """What cells mean that were not met before, spaces around them left in."""
        if not isinstance(raw, str):
            return self.meaning.meaning(tuple(map(str.strip, raw)))
        text = raw.strip()
        for step in self.steps:
            text = step(text) if text else text
        return text

    def cells(self, record: Sequence[str]) -> tuple[str, ...]:
        """The cells of a record that the field is taken from; missing ones are blank."""
        count = len(record)
        return tuple(record[place] if place < count else "" for place in self.places)


def givens(found: Assignment, header: Header, recipe: Recipe) -> Iterator[Given]:
    """How each field of a file is taken."""
    for name, taken in found.fields.items():
        words = (*taken.columns, *((taken.precision,) if taken.precision else ()))
        places = tuple(header.places(word)[0] for word in words)
        is_end = found.kind.columns.get(name) is readers.end
        steps = list(_steps(name, taken, found, recipe))
        yield Given(name, places, Memo(_meaning(name, taken, steps, recipe)), is_end, steps)


def _meaning(
    name: str, taken: Taken, steps: Sequence[Meaning], recipe: Recipe
) -> Callable[[tuple[str, ...]], str]:
    glue = " | " if name.rpartition(".")[2] in _SEVERAL else " "

    def meant(cells: tuple[str, ...]) -> str:
        parts = cells[:-1] if taken.precision else cells
        text = glue.join(part for part in parts if part)
        for step in steps:
            text = step(text) if text else text
        if taken.precision and text != "..":
            return as_precise_as(text, precise(cells[-1]))
        return text

    precise = translation(recipe.values.get(f"{name}.precision", {}))
    return meant


def _steps(name: str, taken: Taken, found: Assignment, recipe: Recipe) -> Iterator[Meaning]:
    if taken.placeholders:
        yield translation(dict.fromkeys(taken.placeholders, ""))
    if name in recipe.values:
        yield translation(recipe.values[name])
    if taken.separator:
        yield separation(taken.separator)
    elif name == "source":
        yield _urls
    if name == "source" and name in found.renamed:
        yield _addresses_alone
    if found.kind.columns.get(name) is readers.end:
        yield end
    if is_date(found.kind, name) and recipe.date_format:
        yield date_reader(recipe.date_format)


def _addresses_alone(cell: str) -> str:
    """Refuses a piece among addresses that is none: a space in an address, a letter lost."""
    pieces = separated(cell)
    if any(map(is_url, pieces)):
        for piece in pieces:
            if not is_url(piece):
                raise RuleBroken(f"{piece!r} among the addresses is none: they begin with https://")
    return cell


def _urls(cell: str) -> str:
    """Addresses of which several stand in one cell: none has a space within."""
    is_one = "|" in cell or cell.rfind("://") < len("https://")
    return cell if is_one else " | ".join(_BETWEEN_URLS.split(cell))
