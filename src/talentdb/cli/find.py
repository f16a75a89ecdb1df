"""`talentdb find`: anything, by any part of any name, title or identifier."""

from typing import Annotated

import typer

from talentdb.cli.ledger import reading
from talentdb.cli.show import show_statement
from talentdb.names import cleaned


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All must be there.")],
) -> None:
    """Find people, organisations, roles, works, sources by any part of a name, title, identifier.

    Example: talentdb find schulman
    """
    wanted = [cleaned(word) for word in words]
    with reading() as connection:
        from talentdb.queries.find import found

        show_statement(connection, found(wanted), when_empty=tuple)
