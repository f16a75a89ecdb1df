"""What is asked before a command writes, and what does a script have to permit?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from talentdb.cli.invocation import invocation
from talentdb.cli.terminal import ask, complain, is_interactive, note
from talentdb.errors import CreationNotAllowed

if TYPE_CHECKING:
    from talentdb.writes.wanted import Wanted


def confirm(statement: Sequence[str], names: "Sequence[Wanted]", create: bool) -> None:
    """One question with the whole plan, at a terminal, if something new would be created.

    A script must permit new organisations, and people who resemble others, by --create.
    """
    new = list(dict.fromkeys(name.sentence() for name in names if name.id is None))
    if not new or create or invocation()["yes"] or invocation()["dry_run"]:
        return
    if not is_interactive():
        refused = [name.sentence() for name in names if name.needs_permission]
        if refused:
            raise CreationNotAllowed(list(dict.fromkeys(refused)))
        return
    for line in (*statement, *(f"  {line}" for line in new)):
        complain(line)
    if not ask("Record this?"):
        note("Nothing was written.")
        raise typer.Exit(130)
