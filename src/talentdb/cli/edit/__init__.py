"""`talentdb edit …`: mend what was recorded; one file a kind of record."""

import typer

from talentdb.cli.commands import Writing
from talentdb.cli.edit import (
    alias,
    citation,
    figure,
    identifier,
    link,
    move,
    offer,
    organisation,
    person,
    role,
    source,
    work,
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
edit.command("offer", cls=Writing)(offer.edit_offer)
edit.command("work", cls=Writing)(work.edit_work)
edit.command("credit", cls=Writing)(work.edit_credit)
edit.command("figure", cls=Writing)(figure.edit_figure)
edit.command("citation", cls=Writing)(citation.edit_citation)
