"""Which rows does a CSV file hold, and of which kind are they?"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from talentdb.errors import RuleBroken, UnknownChoice
from talentdb.imports.kinds import KINDS, Kind, column_of, kind_of
from talentdb.imports.problems import Problems, Row

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
Record = tuple[int, list[str]]


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
    if not argument.exists():
        raise RuleBroken(f"{argument} does not exist: name a CSV file or a directory of them.")
    return [argument]


def rows_by_kind(
    paths: Sequence[Path], kind: str | None, problems: Problems
) -> dict[str, list[Row]]:
    """The rows of all files, kind by kind, with their cells as written.

    Raises RuleBroken for a file that cannot be opened.
    """
    if kind is not None and kind not in KINDS:
        raise UnknownChoice("kind of file", kind, tuple(KINDS))
    rows: dict[str, list[Row]] = {word: [] for word in KINDS}
    for path in paths:
        _read(path, kind, rows, problems)
    return rows


def _read(path: Path, kind: str | None, rows: dict[str, list[Row]], problems: Problems) -> None:
    try:
        with path.open("rb") as file:
            is_utf_16 = file.read(2) in _UTF_16
        if is_utf_16:
            problems.add(str(path), 1, "", "", "it is UTF-16; save the file as UTF-8")
            return
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            records = _records(str(path), file, problems)
            line, header = next(records, (0, []))
            if not header:
                problems.add(str(path), 1, "", "", "it is empty; the first line names the columns")
                return
            columns = [column_of(word) for word in header]
            told = KINDS[kind] if kind else kind_of(columns)
            if _is_understood(str(path), line, header, columns, told, problems) and told:
                rows[told.word] += _rows(str(path), columns, records, problems)
    except OSError as error:
        raise RuleBroken(f"{path} cannot be read: {error.strerror or error}.") from error


def _records(file: str, lines: Iterator[str], problems: Problems) -> Iterator[Record]:
    """The records that are not blank, with the line on which each begins."""
    reader = csv.reader(lines, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            problems.add(file, line, "", "", f"this is no CSV: {error}")
            return
        if any(cells):
            yield line, cells


def _is_understood(
    file: str,
    line: int,
    header: Sequence[str],
    columns: Sequence[str],
    kind: Kind | None,
    problems: Problems,
) -> bool:
    """Whether the header can be worked with; if not, problems say why."""
    if kind is None:
        known = "; ".join(f"{kind.word}: {kind.wanted}" for kind in KINDS.values())
        message = f"these columns fit no file that import understands ({known})"
        problems.add(file, line, "", ",".join(header), message)
        return False
    found = []
    if not any(signature <= set(columns) for signature in kind.signatures):
        found.append(("", "", f"{kind.word} need the columns {kind.wanted}"))
    for place, (word, column) in enumerate(zip(header, columns, strict=True)):
        if column not in kind.columns:
            message = f"{kind.word} have no such column; they have {', '.join(kind.columns)}"
            found.append((word, word or f"column {place + 1}", message))
        elif column in columns[:place]:
            found.append((column, word, "this column is there twice"))
    for name, value, message in found:
        problems.add(file, line, name, value, message)
    return not found


def _rows(
    file: str, columns: Sequence[str], records: Iterator[Record], problems: Problems
) -> Iterator[Row]:
    for line, cells in records:
        if len(cells) != len(columns):
            message = f"it has {len(cells)} cells, the header has {len(columns)} columns"
            problems.add(file, line, "", "", message)
        # A row is kept even so: what is wrong with one kind explains what others then miss.
        yield Row(file, line, dict(zip(columns, cells, strict=False)))
