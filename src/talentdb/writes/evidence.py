"""How are a publication, and what it says of a fact, recorded?"""

import re
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from talentdb.dates import PartialDate
from talentdb.errors import RecordContradicted, RuleBroken
from talentdb.names import kept, labelled, name_key, search_key
from talentdb.queries.changes import people_of_sources
from talentdb.schema import sources
from talentdb.urls import is_url, url_key
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns, date_in, dates_agree, finer

TEXTS = ("url", "archive", "title", "publisher", "author", "language")
_LONGEST_STEM = 60  # characters; a handle is typed


@dataclass(frozen=True)
class NewSource:
    """A publication as somebody states it. Without a handle it gets one."""

    handle: str | None = None
    url: str | None = None
    archive: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None


def add_source(change: ChangeSet, new: NewSource) -> tuple[int, str]:
    """The source's id and what was done: created, updated or unchanged.

    One address is one source. Without one, title, publisher and date of publication decide.
    """
    new = _as_kept(new)
    key = url_key(new.url) if new.url else None
    known = same_source(change.connection, new, key)
    if known is not None:
        return known["id"], _refine(change, known, new)
    if new.handle is None and new.url is None and new.title is None:
        raise RuleBroken("a source needs a web address, a title or a handle.")
    handle = new.handle or free_handle(change.connection, new)
    id = change.insert_one(
        sources,
        handle=handle,
        url_key=key,
        **{name: getattr(new, name) for name in TEXTS},
        **date_columns("published", new.published),
        **date_columns("accessed", new.accessed),
    )
    return id, "created"


def same_source(connection: Connection, new: NewSource, key: str | None) -> Any:
    """The row that this source is already, or None. Raises if its handle is another's."""
    rows = connection.execute(select(sources).order_by(sources.c.id)).mappings
    if key is not None:
        found = connection.execute(select(sources).where(sources.c.url_key == key)).mappings()
        row = found.first()
        if row is not None:
            return row
    by_handle = None
    if new.handle is not None:
        statement = select(sources).where(sources.c.handle == new.handle)
        by_handle = connection.execute(statement).mappings().first()
        if by_handle is not None and key and by_handle["url_key"] not in (None, key):
            raise RecordContradicted(
                f"the handle {new.handle!r} belongs to {by_handle['url']}", "choose another handle"
            )
    if by_handle is not None or key is not None or new.title is None:
        return by_handle
    wanted = publication(new.title, new.publisher, new.published)
    for row in rows():
        if (
            row["title"]
            and publication(row["title"], row["publisher"], date_in(row, "published")) == wanted
            and row["url_key"] is None
        ):
            return row
    return None


def free_handle(connection: Connection, new: NewSource) -> str:
    """A handle that is not taken: the host or the title, the year, a number if need be."""
    stem = handle_stem(new)
    taken = set(connection.execute(select(sources.c.handle)).scalars())
    number, handle = 1, stem
    while handle in taken:
        number += 1
        handle = f"{stem}-{number}"
    return handle


def handle_stem(new: NewSource) -> str:
    """What the handle of a source without one begins with."""
    first = host_stem(url_key(new.url)) if new.url else ""
    words = first or "-".join(search_key(new.title or "source").split()[:4])
    year = new.published.text[:7] if new.published and new.published.earliest else ""
    return "-".join(part for part in (words[:_LONGEST_STEM], year) if part)


def host_stem(key: str) -> str:
    """What the handle of a source begins with of which only the address is known."""
    host = key.split("/", 1)[0].removeprefix("www.")
    return re.split("[.:]", host, maxsplit=1)[0][:_LONGEST_STEM]


def source_named(change: ChangeSet, text: str) -> int:
    """The source meant by a handle, an id or a web address; a new address makes a source."""
    from talentdb.queries.resolve import source

    if is_url(text):
        return add_source(change, NewSource(url=text))[0]
    return source(change.connection, text)


def publication(title: str, publisher: str | None, published: PartialDate | None) -> Any:
    """What makes two sources without an address the same."""
    return (name_key(title), name_key(publisher) if publisher else "", published)


def handle_kept(text: str | None) -> str | None:
    """A handle as it is kept. Raises RuleBroken for what means a source in other ways."""
    handle = kept(text)
    if handle is not None and (is_url(handle) or handle.startswith("source:")):
        raise RuleBroken(f"{handle!r} is no handle: choose a short name; an address is its url.")
    return labelled(handle) if handle else None


def _as_kept(new: NewSource) -> NewSource:
    texts: dict[str, Any] = {name: kept(getattr(new, name)) for name in TEXTS}
    return replace(new, handle=handle_kept(new.handle), **texts)


def _refine(change: ChangeSet, known: Any, new: NewSource) -> str:
    values: dict[str, Any] = {
        name: getattr(new, name)
        for name in TEXTS
        if getattr(new, name) is not None and not (name == "url" and known["url"])
    }
    if new.url and not known["url"]:
        values["url_key"] = url_key(new.url)
    for name in ("published", "accessed"):
        old, given = date_in(known, name), getattr(new, name)
        agreed = finer(old, given) if dates_agree(old, given) else given
        values |= date_columns(name, agreed)
    different = {name: value for name, value in values.items() if known[name] != value}
    if not different:
        return "unchanged"
    change.update(sources, [{"id": known["id"], **different}])
    change.people.update(change.connection.execute(people_of_sources([known["id"]])).scalars())
    return "updated"
