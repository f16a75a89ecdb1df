"""`talentdb add organisation`: organisations by name."""

from typing import Annotated

import typer

from talentdb.cli import fields, options
from talentdb.cli.asked import listed, word_asked
from talentdb.cli.ledger import writing
from talentdb.cli.terminal import note, say
from talentdb.errors import OptionMisused


def add_organisation(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="Names; @FILE holds one a line.")
    ],
    kind: fields.OneOrganisationKind = None,
    country: fields.Country = None,
    website: fields.Website = None,
    identifier: options.Identifier = None,
    tag: options.NewTag = None,
    remark: options.Note = None,
) -> None:
    """Record organisations; a name that is known already changes nothing.

    Example: talentdb add organisation Acme Globex --kind company
    """
    if identifier and len(names) > 1:
        raise OptionMisused("an identifier belongs to one organisation: name only one.")
    with writing() as change:
        from talentdb.queries.names import ORGANISATION
        from talentdb.queries.resolve import all_called
        from talentdb.schema import organisations
        from talentdb.schema.words import ORGANISATION_KINDS
        from talentdb.writes.names import add_identifier, add_tag
        from talentdb.writes.organisations import organisation_values

        of_kind = word_asked("kind of organisation", kind, ORGANISATION_KINDS)
        for name in listed(names):
            known = all_called(change.connection, ORGANISATION, name)
            if known:
                note(f"{name} is known already (organisation:{known[0]}): unchanged.")
                continue
            values = organisation_values(name, of_kind, country, website, remark)
            id = change.insert_one(organisations, **values)
            change.references[name] = f"organisation:{id}"
            for mark in identifier or ():
                add_identifier(change, ORGANISATION, id, mark)
            for label in tag or ():
                add_tag(change, ORGANISATION, id, label)
            say(f"organisation:{id}  {name}")
