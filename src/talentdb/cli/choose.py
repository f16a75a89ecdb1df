"""`talentdb choose`: which of several claims the record holds."""

from typing import Annotated

import typer

from talentdb.cli import fields
from talentdb.cli.ledger import writing
from talentdb.cli.references import fact as fact_named
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say


def choose(
    fact: fields.Fact,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="As `query conflicts` names it.")],
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="[VALUE|SOURCE]",
            help="One that a source claims; else the surest, then the latest.",
        ),
    ] = None,
) -> None:
    """Settle a conflict: the record holds this claim, the others stay beside it.

    Example: talentdb choose role:1 started memo
    """
    table, id = fact_named(fact)
    with writing() as change:
        from talentdb.writes.choosing import choose as settle

        chosen = settle(change, table, id, field, claim)
        was = f"was {chosen.before or '?'}" if chosen.changed else "unchanged"
        record = fact.partition(":")[0]
        say(f"{record}:{chosen.id}  {field} {chosen.value} ({chosen.source}): {was}")
        undo_with(change)
