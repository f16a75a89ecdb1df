"""`talentdb edit …`: mend what was recorded; one file a kind of record."""

import typer

from talentdb.cli.commands import Writing
from talentdb.cli.edit import (
    alias,
    citation,
    identifier,
    link,
    move,
    organisation,
    person,
    role,
    source,
)

edit = typer.Typer(help="Mend a record: only the fields named change.", no_args_is_help=True)

edit.command("person", cls=Writing)(person.edit_person)
edit.command("organisation", cls=Writing)(organisation.edit_organisation)
edit.command("role", cls=Writing)(role.edit_role)
edit.command("move", cls=Writing)(move.edit_move)
edit.command("source", cls=Writing)(source.edit_source)
edit.command("alias", cls=Writing)(alias.edit_alias)
edit.command("identifier", cls=Writing)(identifier.edit_identifier)
edit.command("link", cls=Writing)(link.edit_link)
edit.command("citation", cls=Writing)(citation.edit_citation)
