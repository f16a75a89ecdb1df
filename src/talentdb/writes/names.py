"""How does a person or an organisation get another name, an identifier, a tag?"""

import re
from collections.abc import Sequence

from sqlalchemy import Connection, select

from talentdb.dates import PartialDate
from talentdb.errors import NameRefused, RecordContradicted, RuleBroken
from talentdb.names import LONGEST_NAME, cleaned, labelled, named, search_key
from talentdb.queries.names import Noun
from talentdb.queries.resolve import key_of
from talentdb.schema import identifiers, tags
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns, refuse_end_before_start
from talentdb.writes.homonyms import mixed_up

_SCHEME = re.compile(r"[a-z][a-z0-9-]*\Z")
# These words before a colon mean the ledger's own ids.
RESERVED = ("person", "organisation", "organization", "org", "role", "move", "transition", "source")


def add_alias(
    change: ChangeSet,
    noun: Noun,
    owner_id: int,
    name: str,
    started: PartialDate | None = None,
    ended: PartialDate | None = None,
) -> int | None:
    """The id of another or former name; None if the ledger has it already."""
    refuse_end_before_start(started, ended)
    name = named(name)
    key = key_of(noun, name)
    text = started.text if started else None
    same = select(noun.names.c.id).where(
        noun.owner == owner_id,
        noun.names.c.name_key == key,
        noun.names.c.started.is_not_distinct_from(text),
    )
    if change.connection.scalar(same) is not None:
        return None
    return change.insert_one(
        noun.names,
        **{noun.reference: owner_id},
        name=name,
        name_key=key,
        search_key=search_key(key),
        **date_columns("started", started),
        **date_columns("ended", ended),
    )


def split_identifier(text: str) -> tuple[str, str]:
    """Scheme and value of `orcid:0000-0001`; raises NameRefused with the form that is wanted."""
    scheme, colon, value = text.partition(":")
    scheme, value = scheme.strip().lower(), value.strip()
    if not colon or not value or not _SCHEME.match(scheme):
        raise NameRefused(text, "an identifier is scheme:value, as in orcid:0000-0001")
    if scheme in RESERVED:
        raise NameRefused(text, f"{scheme}: means the ledger's own ids; choose another scheme")
    if len(text) > LONGEST_NAME:
        raise NameRefused(text[:60], f"it is longer than {LONGEST_NAME} characters")
    return scheme, cleaned(value)


def add_identifier(change: ChangeSet, noun: Noun, owner_id: int, text: str) -> int | None:
    """The id of a new identifier; None if it is recorded. Raises if another one has it."""
    scheme, value = split_identifier(text)
    same = identifiers.c.scheme == scheme, identifiers.c.value == value
    row = change.connection.execute(select(identifiers).where(*same)).mappings().first()
    if row is None:
        owner = {"person_id": None, "organisation_id": None, noun.reference: owner_id}
        return change.insert_one(identifiers, **owner, scheme=scheme, value=value)
    if row[noun.reference] == owner_id:
        return None
    word = "person" if row["person_id"] is not None else "organisation"
    other = row["person_id"] or row["organisation_id"]
    raise RecordContradicted(
        f"{scheme}:{value} is already an identifier of {word}:{other}",
        "an identifier belongs to one record alone",
    )


def add_tag(change: ChangeSet, noun: Noun, owner_id: int, tag: str) -> int | None:
    """The id of a new tag; None if it is there already."""
    tag = labelled(tag)
    owner = tags.c[noun.reference] == owner_id
    if change.connection.scalar(select(tags.c.id).where(owner, tags.c.tag == tag)) is not None:
        return None
    owners = {"person_id": None, "organisation_id": None, noun.reference: owner_id}
    return change.insert_one(tags, **owners, tag=tag)


def local_identifier(connection: Connection, name: str, number: int = 1) -> str:
    """An identifier of scheme `local` that nobody has, made of the name: `local:wei-zhang-2`.

    It ends in this number, or the next that is free.
    """
    stem = "-".join(search_key(name).split()) or "unnamed"
    taken = set(
        connection.execute(
            select(identifiers.c.value).where(identifiers.c.scheme == "local")
        ).scalars()
    )
    while f"{stem}-{number}" in taken:
        number += 1
    return f"local:{stem}-{number}"


def tag_id(connection: Connection, noun: Noun, owner_id: int, tag: str) -> int:
    """The id of a tag that somebody has. Raises RuleBroken."""
    owner = tags.c[noun.reference] == owner_id
    found = connection.scalar(select(tags.c.id).where(owner, tags.c.tag == cleaned(tag)))
    if found is None:
        raise RuleBroken(f"{noun.word}:{owner_id} has no tag {tag!r}: `show` lists its tags.")
    return int(found)


def tell_apart(change: ChangeSet, noun: Noun, owner_ids: Sequence[int], name: str) -> list[str]:
    """Gives each of those who share a name a local identifier, if it takes one to part them."""
    owner = identifiers.c[noun.reference]
    statement = select(owner, identifiers.c.scheme, identifiers.c.value)
    marks: dict[int, list[tuple[str, str]]] = {owner_id: [] for owner_id in owner_ids}
    for row in change.connection.execute(statement.where(owner.in_(owner_ids))):
        marks[row[0]].append((row[1], row[2]))
    given = []
    for owner_id in mixed_up(marks):
        mark = local_identifier(change.connection, name)
        add_identifier(change, noun, owner_id, mark)
        given.append(f"{noun.word}:{owner_id} {mark}")
    return given
