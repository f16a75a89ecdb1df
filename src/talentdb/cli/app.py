"""Which commands are there? (design.md §4)"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

import typer

from talentdb.cli import say_version
from talentdb.cli.commands import Everyday, Knowing, Publishing, Reading, Stating, Writing
from talentdb.cli.invocation import invocation
from talentdb.cli.places import Place
from talentdb.cli.spelling import Spelled


class Talentdb(Spelled):
    """The commands of `talentdb`."""

    places: ClassVar[Mapping[str, Place]] = {
        "import": Place("talentdb.cli.import_:import_", Writing),
        "export": Place("talentdb.cli.export:export", Publishing),
        "cite": Place("talentdb.cli.cite:cite", Writing),
        "rename": Place("talentdb.cli.rename:rename", Stating),
        "choose": Place("talentdb.cli.choose:choose", Writing),
        "find": Place("talentdb.cli.find:find", Reading),
        "show": Place("talentdb.cli.show_one:show", Knowing),
        "log": Place("talentdb.cli.log:log", Reading),
        "undo": Place("talentdb.cli.undo:undo", Writing),
        "sql": Place("talentdb.cli.sql:sql", Reading),
        "init": Place("talentdb.cli.house:init", Everyday),
        "info": Place("talentdb.cli.house:info", Reading),
        "upgrade": Place("talentdb.cli.house:upgrade", Everyday),
        "demo": Place("talentdb.cli.demo:demo", Everyday),
        "add": Place("talentdb.cli.add:Adding"),
        "edit": Place("talentdb.cli.edit:Editing"),
        "remove": Place("talentdb.cli.remove:Removing"),
        "query": Place("talentdb.cli.query:Asking"),
        "report": Place("talentdb.cli.report:Reports"),
    }


app = typer.Typer(
    cls=Talentdb,
    help="A ledger of talent movement: who held which role where, who moved, on whose word.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        say_version()
        raise typer.Exit


@app.callback()
def everywhere(
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="PATH|URL", help="The ledger (else TALENTDB_DB)."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes on stderr.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", "-V", is_eager=True, callback=_print_version, help="Version."),
    ] = False,
) -> None:
    invocation().take({"db": db, "quiet": quiet})
