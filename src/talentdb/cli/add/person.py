"""`talentdb add person`: people by name."""

from typing import Annotated

import typer

from talentdb.cli import options
from talentdb.cli.asked import listed
from talentdb.cli.ledger import writing
from talentdb.cli.terminal import note, say
from talentdb.errors import OptionMisused


def add_person(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="Full names; @FILE holds one a line.")
    ],
    identifier: options.Identifier = None,
    tag: options.NewTag = None,
    remark: options.Note = None,
    homonym: Annotated[
        bool, typer.Option("--homonym", help="Another person of a name that is known.")
    ] = False,
) -> None:
    """Record people; a name that is known already changes nothing.

    Of people who share a name each has an identifier; without another it is a local one.

    Example: talentdb add person "Ada Example" --identifier orcid:0000-0001
    """
    if identifier and len(names) > 1:
        raise OptionMisused("an identifier belongs to one person: name only one.")
    with writing() as change:
        from talentdb.queries.names import PERSON
        from talentdb.queries.resolve import all_called
        from talentdb.schema import people
        from talentdb.writes.names import add_identifier, add_tag, tell_apart
        from talentdb.writes.people import person_values

        for name in listed(names):
            known = list(all_called(change.connection, PERSON, name))
            if known and not homonym:
                note(f"{name} is known already (person:{known[0]}); --homonym adds a second one.")
                continue
            id = change.insert_one(people, **person_values(name, remark))
            change.references[name] = f"person:{id}"
            for mark in identifier or ():
                add_identifier(change, PERSON, id, mark)
            for label in tag or ():
                add_tag(change, PERSON, id, label)
            say(f"person:{id}  {name}")
            for mark in tell_apart(change, PERSON, [*known, id], name) if known else ():
                note(f"told apart by {mark}")
