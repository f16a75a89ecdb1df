"""How does `talentdb import` say what it did?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from talentdb.cli.invocation import invocation
from talentdb.cli.saying import counted
from talentdb.cli.terminal import has_colour, note, say, width

if TYPE_CHECKING:
    from talentdb.imports.preview import Previews
    from talentdb.imports.summary import Summary


def tell(summary: "Summary", shown: int, words: bool) -> None:
    """The summary in words, and beside it how files were understood and what was left out."""
    for sentence in summary.notes:
        note(sentence)
    for problem in summary.problems[:shown]:
        note(f"left out: {problem}")
    if len(summary.problems) > shown:
        note(f"… and {len(summary.problems) - shown} more problems")
    if words:
        _tell_counts(summary)
    for sentence in summary.suggestions:
        note(sentence)


def _tell_counts(summary: "Summary") -> None:
    created = [counted(count, what) for what, count in summary.created.items() if count]
    say(f"{counted(summary.rows, 'rows')} read")
    if summary.rejected:
        say(f"left out: {counted(summary.rejected, 'rows')}")
    say(f"created: {', '.join(created) or 'nothing'}")
    say(f"updated: {summary.updated}, unchanged: {summary.unchanged}")
    if summary.change_set is None and not invocation()["dry_run"]:
        known = "all of it was known already" if not summary.rejected else "the rest was known"
        if not summary.rows:
            known = "there are no rows"
        note(f"Nothing changed: {known}.")


def summary_object(argument: str, summary: "Summary") -> dict[str, Any]:
    """The object that `--json` promises (design.md §8)."""
    from dataclasses import asdict

    return {
        "file": argument,
        "rows": summary.rows,
        "created": dict(summary.created),
        "updated": summary.updated,
        "unchanged": summary.unchanged,
        "rejected": summary.rejected,
        "problems": [asdict(problem) for problem in summary.problems],
        "change_set": None if invocation()["dry_run"] else summary.change_set,
    }


def refused_object(argument: str, refused: Any) -> dict[str, Any]:
    """The same object for files that were refused: nothing but their problems."""
    from dataclasses import asdict

    problems = [asdict(problem) for problem in refused.problems]
    lines = {(problem["file"], problem["line"]) for problem in problems}
    return {
        "file": argument,
        "rows": refused.rows,
        "created": {},
        "updated": 0,
        "unchanged": 0,
        "rejected": len(lines),
        "problems": problems,
        "change_set": None,
    }


def preview_object(found: "Previews") -> dict[str, Any]:
    """The first rows of files as one object, file by file and kind by kind."""
    from dataclasses import asdict

    tables = [
        {
            "file": table.file,
            "kind": table.kind,
            "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
        }
        for table in found.tables
    ]
    return {"tables": tables, "problems": [asdict(problem) for problem in found.problems]}


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on stdout."""
    import json
    import sys

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    say(json.dumps(value, ensure_ascii=True))


def show_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table on stdout."""
    import sys

    from talentdb.output.formats import write
    from talentdb.output.result import Column, Result

    result = Result(tuple(Column(name) for name in columns), rows)
    write(result, "table", sys.stdout, width=width(), colour=has_colour())
