"""How is a record taken out, and which are the everyday ones? (`talentdb remove`)"""

from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli import completion, fields, options
from talentdb.cli.edit.changing import Find, by_id, by_identifier, by_name
from talentdb.cli.ledger import writing
from talentdb.cli.references import alias_id, record_id
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet

WithFacts = Annotated[bool, typer.Option("--with-facts", help="Also the facts that rest on it.")]


def take_out(table_name: str, find: Find, with_facts: bool = False) -> None:
    """Removes one record and says what went with it."""
    from talentdb.queries.changes import NOUNS

    with writing() as change:
        from talentdb.schema import metadata
        from talentdb.writes.remove import remove as take

        id = find(change)
        gone = take(change, metadata.tables[table_name], id, with_facts)
        with_it = ", ".join(
            f"{count} {NOUNS[name]}{'s' if count > 1 else ''}"
            for name, count in gone.items()
            if name != table_name
        )
        say(f"{NOUNS[table_name]}:{id}  removed" + (f", with {with_it}" if with_it else ""))
        undo_with(change)


def remove_person(person: options.OnePerson, with_facts: WithFacts = False) -> None:
    """Remove a person; one with roles or moves only --with-facts.

    Example: talentdb remove person "Ada Example" --with-facts
    """
    take_out("people", by_name("person", person), with_facts)


def remove_organisation(
    organisation: options.OneOrganisation, with_facts: WithFacts = False
) -> None:
    """Remove an organisation; one with roles, moves or links only --with-facts.

    Example: talentdb remove organisation Acme
    """
    take_out("organisations", by_name("organisation", organisation), with_facts)


def remove_role(role: fields.RoleId) -> None:
    """Remove a role, with what is cited for it.

    Example: talentdb remove role role:1
    """
    take_out("roles", by_id(record_id("role", role)))


def remove_move(move: fields.MoveId) -> None:
    """Remove a recorded move; one that follows from roles goes with its roles.

    Example: talentdb remove move move:1
    """
    take_out("transitions", by_id(record_id("move", move)))


def remove_source(source: fields.OneSource) -> None:
    """Remove a source that nothing cites.

    Example: talentdb remove source memo
    """

    def find(change: "ChangeSet") -> int:
        from talentdb.queries.resolve import source as called

        return called(change.connection, source)

    take_out("sources", find)


def remove_citation(citation: fields.CitationId) -> None:
    """Remove what a source says of a fact.

    Example: talentdb remove citation citation:1
    """
    take_out("citations", by_id(record_id("citation", citation)))


def remove_link(link: fields.LinkId) -> None:
    """Remove a link between two organisations.

    Example: talentdb remove link link:1
    """
    take_out("organisation_links", by_id(record_id("link", link)))


def remove_alias(alias: fields.AliasId) -> None:
    """Remove another or a former name.

    Example: talentdb remove alias organisation-name:1
    """
    table, id = alias_id(alias)
    take_out(table, by_id(id))


def remove_identifier(identifier: fields.IdentifierId) -> None:
    """Remove an identifier.

    Example: talentdb remove identifier orcid:0000-0001
    """
    take_out("identifiers", by_identifier(identifier))


def remove_tag(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A person or an organisation.", autocompletion=completion.anybody
        ),
    ],
    tag: Annotated[
        str,
        typer.Argument(metavar="TAG", help="The tag to take away.", autocompletion=completion.tags),
    ],
) -> None:
    """Take a tag from a person or an organisation.

    Example: talentdb remove tag "Ada Example" reasoning
    """

    def find(change: "ChangeSet") -> int:
        from talentdb.queries.resolve import anybody
        from talentdb.writes.names import tag_id

        noun, owner = anybody(change.connection, name)
        change.references[name] = f"{noun.word}:{owner}"
        return tag_id(change.connection, noun, owner, tag)

    take_out("tags", find)
