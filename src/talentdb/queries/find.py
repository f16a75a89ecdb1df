"""What has these words in a name, a title, an identifier? (`find`)"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, literal, or_, select, union_all

from talentdb.database.portable import holding
from talentdb.names import search_key
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.schema import identifiers, organisations, people, roles, sources, works


def found(words: Sequence[str]) -> Select[Any]:
    """Everything that has all the words in one of its texts: what, id, name, where it was found.

    Names are compared as they are searched: without marks, in Latin letters, in any case.
    """
    parts = [
        part
        for noun in (PERSON, ORGANISATION)
        for part in (*_by_name(noun, words), _by_identifier(noun, words))
    ]
    parts += [_by_title(words), _by_source(words), _by_work(words)]
    all_parts = union_all(*parts).subquery("found")
    columns = [all_parts.c[name] for name in ("what", "id", "name", "found_in", "text")]
    return select(*columns).distinct().order_by(*(columns[i] for i in (0, 2, 1, 3, 4)))


def _has_all(column: ColumnElement[Any], words: Sequence[str]) -> ColumnElement[bool]:
    return and_(*(column.like(holding(word), escape="\\") for word in words))


def _searched(words: Sequence[str]) -> list[str]:
    return [part for word in words for part in search_key(word).split()]


def _row(what: str, table: Table, name: Any, found_in: str, text: Any) -> Select[Any]:
    return select(
        literal(what).label("what"),
        table.c.id,
        name.label("name"),
        literal(found_in).label("found_in"),
        text.label("text"),
    )


def _by_name(noun: Noun, words: Sequence[str]) -> list[Select[Any]]:
    own, names = noun.table, noun.names
    keys = _searched(words)
    return [
        _row(noun.word, own, own.c.name, "name", own.c.name).where(
            _has_all(own.c.search_key, keys)
        ),
        _row(noun.word, own, own.c.name, "alias", names.c.name)
        .join(names, noun.owner == own.c.id)
        .where(_has_all(names.c.search_key, keys)),
    ]


def _by_identifier(noun: Noun, words: Sequence[str]) -> Select[Any]:
    own = noun.table
    whole = identifiers.c.scheme + literal(":") + identifiers.c.value
    lowered = [word.lower() for word in words]
    return (
        _row(noun.word, own, own.c.name, "identifier", whole)
        .join(identifiers, identifiers.c[noun.reference] == own.c.id)
        .where(_has_all(func.lower(whole), lowered))
    )


def _by_title(words: Sequence[str]) -> Select[Any]:
    lowered = [word.lower() for word in words]
    held = people.c.name + literal(", ") + organisations.c.name
    return (
        _row("role", roles, held, "title", roles.c.title)
        .join(people, people.c.id == roles.c.person_id)
        .join(organisations, organisations.c.id == roles.c.organisation_id)
        .where(_has_all(func.lower(roles.c.title), lowered))
    )


def _by_work(words: Sequence[str]) -> Select[Any]:
    return _row("work", works, works.c.name, "name", works.c.name).where(
        _has_all(works.c.search_key, _searched(words))
    )


def _by_source(words: Sequence[str]) -> Select[Any]:
    lowered = [word.lower() for word in words]
    texts = (sources.c.handle, sources.c.title, sources.c.url, sources.c.publisher)
    matches = or_(*(_has_all(func.lower(text), lowered) for text in texts))
    title = func.coalesce(sources.c.title, sources.c.url, "")
    return _row("source", sources, sources.c.handle, "source", title).where(matches)
