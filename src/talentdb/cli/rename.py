"""`talentdb rename`: an organisation is called otherwise since some day."""

from typing import Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import date_asked
from talentdb.cli.cited import cite
from talentdb.cli.confirm import confirm
from talentdb.cli.ledger import planning, writing
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say

Old = Annotated[
    str,
    typer.Argument(
        metavar="OLD", help="As it was called.", autocompletion=completion.organisations
    ),
]
New = Annotated[
    str,
    typer.Argument(
        metavar="NEW", help="As it is called now.", autocompletion=completion.organisations
    ),
]
CITED = {"link": "organisation_link_id", "name": "organisation_name_id"}


def rename(
    old: Old,
    new: New,
    on: options.On = None,
    create: options.Create = False,
) -> None:
    """Record that an organisation was renamed: nobody has moved.

    If the new name has a record of its own, a `renamed` link makes the two one. Otherwise the
    record takes the new name and keeps the old one as a former name.

    Example: talentdb rename Hooli "Pied Piper" --on 2021-07
    """
    from talentdb.queries.resolve import organisation
    from talentdb.writes.rename import rename as record

    date = date_asked(on)
    plan(old, new, create)
    with writing() as change:
        id = organisation(change.connection, old)
        change.references[old] = f"organisation:{id}"
        done = record(change, id, old, new, date)
        if done.id is not None:
            cite(change, CITED[done.what], done.id)
        if done.what == "link":
            known = "recorded" if done.is_new else "known already, unchanged"
            say(f"link:{done.id}  {old} renamed {new}: {known}")
        else:
            unchanged = "" if done.is_new else ": unchanged"
            say(f"organisation:{id}  {new}, formerly {old}{unchanged}")
        undo_with(change)


def plan(old: str, new: str, create: bool) -> None:
    """Asks, before anything begins, if the new name is hardly another than some third one's."""
    from dataclasses import replace

    from talentdb.queries.names import ORGANISATION
    from talentdb.queries.resolve import all_called, organisation
    from talentdb.writes.wanted import wanted

    with planning() as connection:
        id = organisation(connection, old)
        name = wanted(connection, ORGANISATION, new)
        near = [one for one in name.near if list(all_called(connection, ORGANISATION, one)) != [id]]
    if name.id is None and near:
        word = ORGANISATION._replace(word="name")
        confirm([f"{old} renamed {new}"], [replace(name, noun=word, near=tuple(near))], create)
