"""`talentdb add identifier`: what tells a record from all others."""

from typing import Annotated

import typer

from talentdb.cli import completion
from talentdb.cli.ledger import writing
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say


def add_identifier(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A person or an organisation.", autocompletion=completion.anybody
        ),
    ],
    identifiers: Annotated[
        list[str], typer.Argument(metavar="SCHEME:VALUE...", help="Such as orcid:0000-0001.")
    ],
) -> None:
    """Give a person or an organisation an identifier.

    Example: talentdb add identifier "Ada Example" orcid:0000-0001
    """
    from talentdb.queries.resolve import anybody
    from talentdb.writes.names import add_identifier as record

    with writing() as change:
        noun, owner = anybody(change.connection, name)
        change.references[name] = f"{noun.word}:{owner}"
        for identifier in identifiers:
            known = record(change, noun, owner, identifier) is None
            say(f"{noun.word}:{owner}  {name}, {identifier}" + (": known already" if known else ""))
        undo_with(change)
