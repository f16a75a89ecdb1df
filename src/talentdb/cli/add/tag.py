"""`talentdb add tag`: a word to find people or organisations by."""

from typing import Annotated

import typer

from talentdb.cli import completion
from talentdb.cli.ledger import writing
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say


def add_tag(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A person or an organisation.", autocompletion=completion.anybody
        ),
    ],
    tags: Annotated[
        list[str],
        typer.Argument(metavar="TAG...", help="Free words.", autocompletion=completion.tags),
    ],
) -> None:
    """Tag a person or an organisation.

    Example: talentdb add tag "Ada Example" reasoning
    """
    from talentdb.queries.resolve import anybody
    from talentdb.writes.names import add_tag as record

    with writing() as change:
        noun, owner = anybody(change.connection, name)
        change.references[name] = f"{noun.word}:{owner}"
        for tag in tags:
            known = record(change, noun, owner, tag) is None
            say(f"{noun.word}:{owner}  {name}, {tag}" + (": known already" if known else ""))
        undo_with(change)
