"""Which rows does a JSON document hold, or a file of JSON lines, as `export` writes them?

A document is read row by row, so that a problem can name its line.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from talentdb.errors import OptionMisused
from talentdb.imports.cells import Several
from talentdb.imports.kinds import KINDS
from talentdb.imports.problems import Problems, Row
from talentdb.imports.reading import encoding_of, opened
from talentdb.imports.recipe import Recipe
from talentdb.output.values import joined

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")
_FIRST_LINE = re.compile(r"\s*\{.*\}[ \t\r]*$", re.MULTILINE)
_VERSION = 1
Cells = dict[str, Any]


def is_json(path: Path) -> bool:
    """Whether a file begins as a JSON object does, and no CSV."""
    with opened(path, encoding_of(path, None)) as lines:
        return lines.read(4096).lstrip().startswith("{")


def refuse_recipe(file: str, recipe: Recipe) -> None:
    """Raises OptionMisused if it was said how to understand a file that says so itself."""
    if recipe.with_(homonyms=None) != Recipe(homonyms=recipe.homonyms):
        raise OptionMisused(
            f"{file} is JSON, whose fields say outright what they are: "
            "--as, --map, --recipe and the like are for CSV files."
        )


def json_rows(file: str, path: Path, problems: Problems) -> Iterator[Row]:
    """The rows of a file by line, each with its kind; what is no row of ours is a problem."""
    with opened(path, encoding_of(path, None)) as lines:
        scanner = _Scanner(lines.read())
    try:
        for line, word, cells in scanner.rows():
            row = _row(file, line, word, cells, problems)
            if row is not None:
                yield row
    except (ValueError, RecursionError) as error:
        problems.add(file, scanner.line, "", "", f"this is no JSON of a ledger: {error}")
        problems.leave_out(file)


@dataclass
class _Scanner:
    """Where in a text the reading is, at which line."""

    text: str
    place: int = 0
    line: int = 1
    _counted: int = field(default=0)

    def rows(self) -> Iterator[tuple[int, str, Any]]:
        """Line, table and content of every row. Raises ValueError where it is no such JSON."""
        if _FIRST_LINE.match(self.text) and isinstance(self._first_line(), str):
            yield from self._of_lines()
        else:
            yield from self._of_document()

    def _first_line(self) -> Any:
        """The table that the first line says it is of, if it is an object by itself."""
        try:
            return json.loads(self.text.lstrip().partition("\n")[0]).get("table")
        except ValueError:
            return None

    def _of_lines(self) -> Iterator[tuple[int, str, Any]]:
        while self._next():
            line, cells = self.line, self._value()
            if not isinstance(cells, dict) or not isinstance(cells.get("table"), str):
                raise ValueError('each line is an object with a "table"')
            yield line, cells.pop("table"), cells

    def _of_document(self) -> Iterator[tuple[int, str, Any]]:
        self._expect("{")
        while True:
            word = self._value()
            if not isinstance(word, str):
                raise ValueError("a table is named by a text")
            self._expect(":")
            if self._next() == "[":
                yield from self._of_table(word)
            elif self._value() != _VERSION or word != "talentdb":
                raise ValueError(f"{word!r} is no table; talentdb {_VERSION} is the form read here")
            if self._expect(",}") == "}":
                break
        if self._next():
            raise ValueError("something follows the document")

    def _of_table(self, word: str) -> Iterator[tuple[int, str, Any]]:
        self._expect("[")
        if self._next() == "]":
            self._expect("]")
            return
        while True:
            self._next()
            line = self.line
            yield line, word, self._value()
            if self._expect(",]") == "]":
                return

    def _next(self) -> str:
        """The next character that is not blank; empty at the end."""
        found = _BLANK.match(self.text, self.place)
        self.place = found.end() if found else self.place
        self.line += self.text.count("\n", self._counted, self.place)
        self._counted = self.place
        return self.text[self.place : self.place + 1]

    def _expect(self, characters: str) -> str:
        found = self._next()
        if not found or found not in characters:
            raise ValueError(f"{' or '.join(characters)} is expected, not {found or 'the end'!r}")
        self.place += 1
        return found

    def _value(self) -> Any:
        self._next()
        value, self.place = _DECODER.raw_decode(self.text, self.place)
        return value


def _row(file: str, line: int, word: str, cells: Any, problems: Problems) -> Row | None:
    if word not in KINDS or not isinstance(cells, dict):
        known = ", ".join(KINDS)
        problems.add(file, line, "", str(word), f"this is no row of a table; tables are {known}")
        return None
    columns, texts = KINDS[word].columns, dict.fromkeys(KINDS[word].columns, "")
    for name, value in cells.items():
        text = _text(value, isinstance(columns.get(name), Several))
        if name not in columns:
            message = f"{word} have no such field; they have {', '.join(columns)}"
            problems.add(file, line, name, str(value), message)
        elif text is None:
            wanted = "a text, a number or null; several values are an array of texts"
            problems.add(file, line, name, json.dumps(value), f"write {wanted}")
        else:
            texts[name] = text
    return Row(file, line, texts, kind=word)


def _text(value: Any, is_several: bool) -> str | None:
    """The value as a cell holds it; None if it can be none."""
    if value is None:
        return ""
    if is_several and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return joined(value)
    if isinstance(value, str):
        return value.strip()
    return str(value) if type(value) in (int, float) else None
