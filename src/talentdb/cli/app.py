"""Which commands are there? (design.md §4)"""

from typing import Annotated

import typer

from talentdb import __version__
from talentdb.cli import house
from talentdb.cli.add import add
from talentdb.cli.choose import choose
from talentdb.cli.cite import cite
from talentdb.cli.commands import Everyday, Knowing, Publishing, Reading, Stating, Writing
from talentdb.cli.demo import demo
from talentdb.cli.edit import edit
from talentdb.cli.export import export
from talentdb.cli.find import find
from talentdb.cli.import_ import import_
from talentdb.cli.invocation import invocation
from talentdb.cli.log import log
from talentdb.cli.query import query
from talentdb.cli.remove import remove
from talentdb.cli.rename import rename
from talentdb.cli.report import report
from talentdb.cli.show_one import show
from talentdb.cli.spelling import Spelled
from talentdb.cli.sql import sql
from talentdb.cli.terminal import say
from talentdb.cli.undo import undo

app = typer.Typer(
    cls=Spelled,
    help="A ledger of talent movement: who held which role where, who moved, on whose word.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(add, name="add", cls=Spelled)
app.add_typer(edit, name="edit", cls=Spelled)
app.add_typer(remove, name="remove", cls=Spelled)
app.add_typer(query, name="query", cls=Spelled)
app.add_typer(report, name="report", cls=Spelled)
app.command("import", cls=Writing)(import_)
app.command("export", cls=Publishing)(export)
app.command("cite", cls=Writing)(cite)
app.command("rename", cls=Stating)(rename)
app.command("choose", cls=Writing)(choose)
app.command("find", cls=Reading)(find)
app.command("show", cls=Knowing)(show)
app.command("log", cls=Reading)(log)
app.command("undo", cls=Writing)(undo)
app.command("sql", cls=Reading)(sql)
app.command("init", cls=Everyday)(house.init)
app.command("info", cls=Reading)(house.info)
app.command("upgrade", cls=Everyday)(house.upgrade)
app.command("demo", cls=Everyday)(demo)


def _print_version(wanted: bool) -> None:
    if wanted:
        say(f"talentdb {__version__}")
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
