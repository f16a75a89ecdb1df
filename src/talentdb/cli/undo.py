"""`talentdb undo`: take back what was written."""

from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import actor, reading, writing
from talentdb.cli.terminal import ask, complain, is_interactive, note, say
from talentdb.errors import OptionMisused
from talentdb.output.sink import escaped

if TYPE_CHECKING:
    from sqlalchemy import Connection

SHOWN = 20


def undo(
    change: Annotated[
        int | None, typer.Argument(metavar="[CHANGE]", help="Which one (else your latest).")
    ] = None,
) -> None:
    """Take back your latest change, or the one named; again takes back the one before.

    Yours are those of TALENTDB_ACTOR, else of the user of this machine.

    Example: talentdb undo
    """
    from talentdb.writes.resting import described, refuse_undo
    from talentdb.writes.undo import latest_of
    from talentdb.writes.undo import undo as take_back

    with reading() as connection:
        wanted = latest_of(connection, actor()) if change is None else change
        refuse_undo(connection, wanted)
        tell(connection, wanted, described(connection, wanted))
    confirm_undo()
    with writing() as written:
        take_back(written, wanted)
        say(f"Change {wanted} is undone, by change {written.id}.")
    if not invocation()["dry_run"]:
        note(f"Undo the undoing with: talentdb undo {written.id}")


def tell(connection: "Connection", wanted: int, line: str) -> None:
    """What would go, before the question."""
    from itertools import islice

    from talentdb.cli.history import lines_of

    write = note if invocation()["yes"] else complain
    write(line)
    shown = list(islice(lines_of(connection, wanted), SHOWN + 1))
    for what, record, field, before, after in shown[:SHOWN]:
        change = f"{field}: {before or '?'} → {after or '?'}" if field else (before or after or "")
        write(f"  {what} {record}  {escaped(change)}")
    if len(shown) > SHOWN:
        write(f"  … `talentdb log {wanted}` lists all of it")


def confirm_undo() -> None:
    """One question at a terminal; a script says -y."""
    if invocation()["yes"] or invocation()["dry_run"]:
        return
    if not is_interactive():
        raise OptionMisused("undo asks first: in a script, add -y.")
    if not ask("Take this back?"):
        note("Nothing was written.")
        raise typer.Exit(130)
