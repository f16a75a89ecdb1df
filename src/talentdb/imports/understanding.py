"""How is a file understood: of which kind is it, and how does a record become rows of ours?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from talentdb.errors import TalentdbError
from talentdb.imports.assignment import Assignment, assigned
from talentdb.imports.companions import companions, identifying
from talentdb.imports.given import Given, givens
from talentdb.imports.header import Header, shown
from talentdb.imports.kinds import ALL_KINDS, KINDS, column_of, kind_of
from talentdb.imports.meanings import end_word
from talentdb.imports.problems import Problems, Row, message_of
from talentdb.imports.reading import Record, undecoded
from talentdb.imports.recipe import Recipe
from talentdb.imports.synonyms import are_dates


@dataclass
class Plan:
    """How the records of one file become rows; `counts` tells what was met on the way."""

    file: str
    encoding: str
    header: Header
    assignment: Assignment
    recipe: Recipe
    given: tuple[Given, ...]
    labels: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    _told: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def kind(self) -> str:
        """The kind of the file."""
        return self.assignment.kind.word

    def rows(self, record: Record, problems: Problems) -> Iterator[Row]:
        """The row of this record in our own words, and before it what it says besides."""
        row = Row(self.file, record.line, dict(self.recipe.constants), labels=self.labels)
        self._check(record, problems)
        for one in self.given:
            self._take(one, record, row, problems)
        self._complete(row)
        besides = {name: row.texts.pop(name) for name in [*row.texts] if "." in name}
        owners = identifying(self.assignment.identifiers, self.header, record.cells, row)
        for kind, texts in companions(self.kind, row, besides, owners):
            content = (kind, *(text for pair in sorted(texts.items()) for text in pair))
            if content not in self._told:
                self._told.add(content)
                yield Row(self.file, record.line, texts, labels=self.labels, main=row, kind=kind)
        yield row

    def _take(self, one: Given, record: Record, row: Row, problems: Problems) -> None:
        cells = one.cells(record.cells)
        try:
            text = one.meaning[cells]
        except TalentdbError as error:
            word = self.labels.get(one.field, one.field)
            problems.add(self.file, record.line, word, " ".join(cells), message_of(error))
            text = ""
        if one.is_end and cells[0]:
            self.counts[end_word(cells[0])] += 1
        if text or one.field not in row.texts:
            row.texts[one.field] = text

    def _complete(self, row: Row) -> None:
        is_blank = "ended" in self.assignment.kind.columns and not row.texts.get("ended")
        if is_blank and self.recipe.blank_end == "open":
            row.texts["ended"] = ".."
            self.counts["blank"] += 1
        is_open = row.texts.get("ended") == ".."
        if self.recipe.observed and self.kind == "roles" and is_open and not row.texts.get("seen"):
            row.texts["seen"] = self.recipe.observed

    def _check(self, record: Record, problems: Problems) -> None:
        if len(record.cells) != len(self.header.words):
            count, wanted = len(record.cells), len(self.header.words)
            message = f"it has {count} cells, the header has {wanted} columns"
            problems.add(self.file, record.line, "", "", message)
        line = "".join(record.cells)
        if line.isascii():
            return
        for place, cell in enumerate(record.cells[: len(self.header.words)]):
            if why := undecoded(cell, self.encoding):
                word = self.header.words[place]
                column = column_of(word) if column_of(word) in self.assignment.fields else word
                problems.add(self.file, record.line, column, cell, why)

    @property
    def as_recipe(self) -> Recipe:
        """The recipe that says all of this outright."""
        return replace(
            self.recipe,
            kind=self.kind,
            encoding=None if self.encoding.startswith("utf-8") else self.encoding,
            delimiter=None if self.recipe.delimiter == "," else self.recipe.delimiter,
            columns=self.assignment.fields,
            identifiers=self.assignment.identifiers,
        )


def planned(
    file: str,
    encoding: str,
    header: Header,
    sample: Sequence[Record],
    recipe: Recipe,
    problems: Problems,
) -> Plan | None:
    """How to understand this file; None if it cannot be, and problems say why.

    Raises OptionMisused where the recipe names a column that the file does not have.
    """
    cells = [record.cells for record in sample]
    found = _assignment(header, cells, recipe)
    if found is None:
        _tell_no_kind(file, header, sample, problems)
        return None
    if not _is_sound(file, header, found, recipe, cells, problems):
        return None
    labels = {
        name: taken.columns[0]
        for name, taken in found.fields.items()
        if column_of(taken.columns[0]) != name
    }
    given = tuple(givens(found, header, recipe))
    return Plan(file, encoding, header, found, recipe, given, labels)


def _assignment(
    header: Header, cells: Sequence[Sequence[str]], recipe: Recipe
) -> Assignment | None:
    if recipe.kind:
        return assigned(ALL_KINDS[recipe.kind], header, cells, recipe)
    own = kind_of(column_of(word) for word in header.words)
    fitting = []
    for kind in KINDS.values():
        found = assigned(kind, header, cells, recipe)
        if found.fits(recipe):
            fitting.append(found)
    # Of equals the one whose own columns these are, then the first of KINDS.
    return min(
        fitting, key=lambda one: (*one.rank[:2], one.kind is not own, one.rank[2]), default=None
    )


def _tell_no_kind(file: str, header: Header, sample: Sequence[Record], problems: Problems) -> None:
    known = "; ".join(f"{kind.word}: {kind.wanted}" for kind in KINDS.values())
    message = f"these columns fit no file that import understands ({known})"
    if _is_data(header.words):
        message = (
            "this first line looks like data, not like the names of columns: "
            "say --no-header and, say, --map person=#1"
        )
    elif not header.line:
        message = "without a header, say what the columns are: --map person=#1, --map title=#3"
    else:
        message += "; say what they mean with --map FIELD=COLUMN"
    problems.add(file, header.line or 1, "", shown(header.words), message)


def _is_data(words: Sequence[str]) -> bool:
    return any(are_dates([word]) or "://" in word for word in words)


def _is_sound(
    file: str,
    header: Header,
    found: Assignment,
    recipe: Recipe,
    cells: Sequence[Sequence[str]],
    problems: Problems,
) -> bool:
    """Whether the header can be worked with; if not, problems say why."""
    line, kind = header.line or 1, found.kind
    several = "rosters" if kind.word == "roster" else kind.word
    told: list[tuple[str, str, str]] = []
    if not found.fits(recipe):
        told.append(("", "", f"{several} need the columns {kind.wanted}"))
    for name in found.strange:
        message = f"{several} have no such field to set; they have {', '.join(kind.columns)}"
        told.append((name, recipe.constants[name], message))
    twice = dict(header.twice(found.chosen))
    for place in sorted({*found.unknown, *twice}):
        word = header.words[place]
        if place in twice:
            at = ", ".join(f"#{one + 1}" for one in twice[place])
            message = f"this column is there twice ({at}); --map FIELD=#N picks one"
            told.append((column_of(word), word, message))
            continue
        message = f"{several} have no such column; they have {', '.join(kind.columns)}"
        message += f" (--map FIELD={word!r} or --ignore {word!r})" if word else ""
        told.append((word, word or f"column {place + 1}", message))
    for name, value, message in told:
        problems.add(file, line, name, value, message)
    return not told
