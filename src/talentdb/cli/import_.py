"""`talentdb import`: facts from CSV files, all of them or none."""

import gc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from talentdb.cli import import_options as options
from talentdb.cli.import_saying import (
    preview_object,
    print_json,
    refused_object,
    show_table,
    summary_object,
    tell,
)
from talentdb.cli.ledger import ledger, writing
from talentdb.cli.saying import undo_with
from talentdb.cli.spooling import spooled

MUCH = 2_000_000  # bytes


def import_(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...|DIRECTORY|-", help="CSV files, or a folder."),
    ],
    kind: options.Kind = None,
    json: options.Json = False,
    preview: options.Preview = False,
    recipe: options.RecipeFile = None,
    save_recipe: options.SaveRecipe = None,
    map: options.Map = None,
    set: options.Set = None,
    ignore: options.Ignore = None,
    identifier: options.Identifier = None,
    precision: options.Precision = None,
    separator: options.Separator = None,
    encoding: options.Encoding = None,
    delimiter: options.Delimiter = None,
    no_header: options.NoHeader = False,
    date_format: options.DateFormat = None,
    blank_end: options.BlankEnd = None,
    observed: options.Observed = None,
    key: options.Key = None,
    as_of: options.AsOf = None,
    homonyms: options.Homonyms = None,
    update: options.Update = False,
    skip_problems: options.SkipProblems = False,
    rejects: options.Rejects = None,
    max_problems: options.MaxProblems = 50,
) -> None:
    """Import CSV files: nothing is written if any row has a problem.

    Example: talentdb import people.csv roles.csv moves.csv
    """
    asked = options.Asked.among(locals())
    with spooled(paths) as piped:
        if preview:
            show_preview(paths, kind, asked, piped, json)
        else:
            take(paths, kind, asked, piped, json)


def take(
    paths: Sequence[Path],
    kind: str | None,
    asked: options.Asked,
    piped: Mapping[Path, Path],
    json: bool,
) -> None:
    """Imports the files and says what came of it."""
    from talentdb.errors import CsvRefused
    from talentdb.imports.documents import files_in

    argument = " ".join(str(path) for path in paths)
    manner = asked.manner(piped)
    files = [file for path in paths for file in files_in(path)]
    gc.disable()  # a million rows are no rubbish, and looking for some takes a tenth of the time
    try:
        with writing(in_bulk=is_much(files)) as change:
            from talentdb.imports.pipeline import import_files

            summary = import_files(change, files, kind, manner)
    except CsvRefused as refused:
        if json:
            print_json(refused_object(argument, refused))
        raise
    finally:
        gc.enable()
    tell(summary, asked.max_problems, words=not json)
    if json:
        print_json(summary_object(argument, summary))
    undo_with(change)


def is_much(files: Sequence[Path]) -> bool:
    """Whether files hold so much that it pays to check references once for the whole ledger."""
    size = sum(file.stat().st_size for file in files if file.is_file())
    where = Path(ledger())
    return size >= MUCH and size * 20 >= (where.stat().st_size if where.is_file() else 0)


def show_preview(
    paths: Sequence[Path],
    kind: str | None,
    asked: options.Asked,
    piped: Mapping[Path, Path],
    json: bool,
) -> None:
    """Prints the first rows of each file as they will be understood."""
    from talentdb.cli.terminal import complain, note, say
    from talentdb.imports.documents import files_in
    from talentdb.imports.preview import previewed

    files = [file for path in paths for file in files_in(path)]
    recipe = asked.understanding().with_(kind=kind)
    found = previewed(files, recipe, 10, piped)
    if json:
        print_json(preview_object(found))
    else:
        for table in found.tables:
            say(f"{table.file} as {table.kind}")
            show_table(table.columns, table.rows)
    for sentence in found.notes:
        note(sentence)
    for problem in found.problems:
        complain(str(problem))
    note("Nothing was written (--preview).")
