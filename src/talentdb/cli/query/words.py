"""Which words do several questions take? (cli/options.py has those of more than questions.)"""

from typing import Annotated, Optional

import typer

from talentdb.cli import completion

Organisations = Annotated[
    Optional[list[str]],  # noqa: UP045  (Typer reads the annotation)
    typer.Argument(
        metavar="[ORGANISATION]...",
        help="None means all of them.",
        autocompletion=completion.organisations,
    ),
]
Counterpart = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        "--counterpart",
        metavar="NAME",
        help="Only against this one; may be repeated.",
        autocompletion=completion.organisations,
    ),
]
