"""`talentdb add …`: one file a kind of record."""

import typer

from talentdb.cli.add import (
    alias,
    figure,
    identifier,
    link,
    move,
    offer,
    organisation,
    person,
    role,
    source,
    tag,
    work,
)
from talentdb.cli.commands import Stating, Writing

add = typer.Typer(help="Record people, organisations, roles, moves, sources.", no_args_is_help=True)

add.command("person", cls=Writing)(person.add_person)
add.command("organisation", cls=Writing)(organisation.add_organisation)
add.command("role", cls=Stating)(role.add_role)
add.command("move", cls=Stating)(move.add_move)
add.command("source", cls=Writing)(source.add_source)
add.command("alias", cls=Stating)(alias.add_alias)
add.command("identifier", cls=Writing)(identifier.add_identifier)
add.command("tag", cls=Writing)(tag.add_tag)
add.command("link", cls=Stating)(link.add_link)
add.command("offer", cls=Stating)(offer.add_offer)
add.command("work", cls=Stating)(work.add_work)
add.command("credit", cls=Stating)(work.add_credit)
add.command("figure", cls=Stating)(figure.add_figure)
