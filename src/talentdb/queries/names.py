"""Who or what bears a name, alias or identifier, and which names are like it?"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Select, Table, select, union_all

from talentdb.schema import (
    identifiers,
    organisation_names,
    organisations,
    people,
    person_names,
)


class Noun(NamedTuple):
    """A kind of record that has names: its table, its other names, how both refer to it."""

    word: str
    table: Table
    names: Table
    reference: str

    @property
    def owner(self) -> Column[Any]:
        """The column of the other names that says whose they are."""
        return self.names.c[self.reference]


PERSON = Noun("person", people, person_names, "person_id")
ORGANISATION = Noun("organisation", organisations, organisation_names, "organisation_id")


def name_of(id: int, noun: Noun = ORGANISATION) -> Select[Any]:
    """The name of one organisation, or of one person."""
    return select(noun.table.c.name).where(noun.table.c.id == id)


def notes_of(organisation_ids: Sequence[int]) -> Select[Any]:
    """The name and the note of each of these organisations that has one."""
    return (
        select(organisations.c.name, organisations.c.note)
        .where(organisations.c.id.in_(organisation_ids), organisations.c.note.is_not(None))
        .order_by(organisations.c.name, organisations.c.id)
    )


def called(noun: Noun, key: str) -> Select[Any]:
    """The ids of all whose name, or one of whose other names, has this match key."""
    by_name = select(noun.table.c.id).where(noun.table.c.name_key == key)
    by_alias = select(noun.owner).where(noun.names.c.name_key == key)
    both = by_name.union(by_alias).subquery()
    return select(both.c.id).order_by(both.c.id)


def identified(noun: Noun, scheme: str, value: str) -> Select[Any]:
    """The id of the one with this identifier."""
    owner = identifiers.c[noun.reference]
    return select(owner).where(
        identifiers.c.scheme == scheme, identifiers.c.value == value, owner.is_not(None)
    )


def suggestions(noun: Noun) -> Select[Any]:
    """Every search key with the name it leads to, the other names too."""
    own = select(noun.table.c.search_key, noun.table.c.name)
    others = select(noun.names.c.search_key, noun.table.c.name).join(
        noun.table, noun.table.c.id == noun.owner
    )
    both = union_all(own, others).subquery()
    return select(both.c.search_key, both.c.name).order_by(both.c.search_key, both.c.name)
