"""`talentdb add alias`: another or a former name."""

from typing import Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import date_asked, end_asked
from talentdb.cli.cited import cite
from talentdb.cli.ledger import writing
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say


def add_alias(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="The name that is known.", autocompletion=completion.anybody
        ),
    ],
    alias: Annotated[str, typer.Argument(metavar="ALIAS", help="The other name.")],
    started: options.Started = None,
    ended: options.Ended = None,
) -> None:
    """Give a person or an organisation another name, or a former one.

    Example: talentdb add alias "Google DeepMind" DeepMind
    """
    from talentdb.queries.resolve import anybody
    from talentdb.writes.names import add_alias as record

    dates = date_asked(started), end_asked(ended)
    with writing() as change:
        noun, owner = anybody(change.connection, name)
        change.references[name] = f"{noun.word}:{owner}"
        id = record(change, noun, owner, alias, *dates)
        say(f"{noun.word}:{owner}  {name}, also {alias}" + (": known already" if not id else ""))
        if id is not None:
            cite(change, f"{noun.word}_name_id", id)
        undo_with(change)
