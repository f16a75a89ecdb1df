"""`talentdb import`: facts from CSV files, all of them or none."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import writing
from talentdb.cli.saying import counted, undo_with
from talentdb.cli.terminal import note, say

if TYPE_CHECKING:
    from talentdb.imports.pipeline import Summary


def import_(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...|DIRECTORY", help="CSV files, or a folder.")
    ],
    kind: Annotated[
        str | None,
        typer.Option("--as", metavar="KIND", help="people, roles, moves, … (else by the header)."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The summary as one JSON object.")] = False,
) -> None:
    """Import CSV files: nothing is written if any row has a problem.

    Example: talentdb import people.csv roles.csv moves.csv
    """
    from talentdb.errors import CsvRefused

    argument = " ".join(str(path) for path in paths)
    try:
        with writing() as change:
            from talentdb.imports.csv import files_in
            from talentdb.imports.pipeline import import_files

            files = [file for path in paths for file in files_in(path)]
            summary = import_files(change, files, kind)
    except CsvRefused as refused:
        if json:
            print_json(refused_object(argument, refused))
        raise
    if json:
        print_json(summary_object(argument, summary))
    else:
        tell(summary)
    undo_with(change)


def tell(summary: "Summary") -> None:
    """The summary in words."""
    created = [counted(count, what) for what, count in summary.created.items() if count]
    say(f"{counted(summary.rows, 'rows')} read")
    say(f"created: {', '.join(created) or 'nothing'}")
    say(f"updated: {summary.updated}, unchanged: {summary.unchanged}")
    if summary.change_set is None and not invocation()["dry_run"]:
        note("Nothing changed: all of it was known already.")


def summary_object(argument: str, summary: "Summary") -> dict[str, Any]:
    """The object that `--json` promises (design.md §8)."""
    return {
        "file": argument,
        "rows": summary.rows,
        "created": dict(summary.created),
        "updated": summary.updated,
        "unchanged": summary.unchanged,
        "rejected": summary.rejected,
        "problems": [],
        "change_set": None if invocation()["dry_run"] else summary.change_set,
    }


def refused_object(argument: str, refused: Any) -> dict[str, Any]:
    """The same object for files that were refused: nothing but their problems."""
    from dataclasses import asdict

    problems = [asdict(problem) for problem in refused.problems]
    lines = {(problem["file"], problem["line"]) for problem in problems}
    return {
        "file": argument,
        "rows": 0,
        "created": {},
        "updated": 0,
        "unchanged": 0,
        "rejected": len(lines),
        "problems": problems,
        "change_set": None,
    }


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on stdout."""
    import json
    import sys

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    say(json.dumps(value, ensure_ascii=True))
