"""Which rows were refused? Written as they stood, with a column that says why, to be mended."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from talentdb.errors import RuleBroken
from talentdb.imports.assignment import REJECTS_COLUMN
from talentdb.imports.documents import Document
from talentdb.imports.kinds import column_of
from talentdb.imports.problems import Problems
from talentdb.imports.reading import Record, opened, records
from talentdb.imports.understanding import Plan

Reasons = Mapping[int, str]


def write_rejects_of(
    target: Path | None, documents: Sequence[Document], plans: Sequence[Plan], problems: Problems
) -> None:
    """Writes the refused rows of an import, if it was said where to."""
    if target is not None:
        told = {plan.file for plan in plans}
        for document in documents:
            if document.name not in told:
                raise RuleBroken(f"--rejects holds rows of CSV files; {document.name} is none.")
        paths = {document.name: document.path for document in documents}
        write_rejects(
            target, [(plan, paths[plan.file], problems.reasons(plan.file)) for plan in plans]
        )


def write_rejects(target: Path, files: Sequence[tuple[Plan, Path, Reasons]]) -> int:
    """Writes the refused lines of files into one, in their own encoding; how many there were.

    Nothing is written if there are none. Raises RuleBroken where the files differ in their
    columns, or the target is one of them or cannot be written.
    """
    if any(path.exists() and target.exists() and path.samefile(target) for _, path, _ in files):
        raise RuleBroken(f"--rejects {target} is one of the files to import: name another.")
    with_some = [(plan, path, reasons) for plan, path, reasons in files if reasons]
    if len({(plan.header.words, plan.recipe.delimiter) for plan, _, _ in with_some}) > 1:
        raise RuleBroken("--rejects holds rows of one form: import files of other columns apart.")
    if not with_some:
        return 0
    texts = []
    for number, (plan, path, reasons) in enumerate(with_some):
        texts += list(_lines(plan, path, reasons, is_first=number == 0))
    encoding = with_some[0][0].encoding
    errors = "strict" if "16" in encoding or "32" in encoding else "surrogateescape"
    try:
        target.write_bytes("".join(texts).encode(encoding, errors))
    except OSError as error:
        raise RuleBroken(f"{target} cannot be written: {error.strerror or error}.") from error
    return sum(len(reasons) for _, _, reasons in with_some)


def _lines(plan: Plan, path: Path, reasons: Reasons, is_first: bool) -> Iterator[str]:
    words, delimiter = plan.header.words, plan.recipe.delimiter or ","
    again = bool(words) and column_of(words[-1]) == REJECTS_COLUMN
    with opened(path, plan.encoding) as lines:
        for record in records(lines, delimiter, written=True):
            if record.line == plan.header.line:
                if is_first:
                    yield _with(record, REJECTS_COLUMN, plan, again)
            elif record.line in reasons:
                yield _with(record, reasons[record.line], plan, again)


def _with(record: Record, why: str, plan: Plan, again: bool) -> str:
    delimiter = plan.recipe.delimiter or ","
    why = why.encode(plan.encoding, "replace").decode(plan.encoding)
    text = record.written.lstrip("\ufeff").rstrip("\r\n")
    end = record.written[len(record.written.rstrip("\r\n")) :] or "\n"
    if again and record.cells:
        text = _written(record.cells[: len(plan.header.words) - 1], delimiter)
    return f"{text}{delimiter}{_written([why], delimiter)}{end}"


def _written(cells: Sequence[str], delimiter: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="").writerow(cells)
    return stream.getvalue()
