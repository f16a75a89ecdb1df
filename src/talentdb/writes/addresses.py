"""How do many web addresses become sources at once?"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select

from talentdb.database.bulk import is_empty
from talentdb.schema import sources
from talentdb.urls import url_key
from talentdb.writes.change_sets import ChangeSet, batches
from talentdb.writes.evidence import host_stem


def add_addresses(change: ChangeSet, urls: Iterable[str]) -> dict[str, int]:
    """The sources of these addresses by `url_key`, each made if the ledger does not have it.

    Of two spellings of one address the first by code point is kept.
    """
    spelled: dict[str, str] = {}
    for url in sorted(set(urls)):
        spelled.setdefault(url_key(url), url)
    known: dict[str, int] = {}
    keys: list[Any] = [] if is_empty(change.connection, sources) else list(spelled)
    for batch in batches(keys):
        statement = select(sources.c.url_key, sources.c.id).where(sources.c.url_key.in_(batch))
        known.update((row[0], row[1]) for row in change.connection.execute(statement))
    new = [key for key in spelled if key not in known]
    if not new:
        return known
    handles = _free_handles(change, new)
    given = ((handle, spelled[key], key) for handle, key in zip(handles, new, strict=True))
    ids = change.load(sources, ("handle", "url", "url_key"), given)
    return known | dict(zip(new, ids, strict=True))


def _free_handles(change: ChangeSet, keys: Iterable[str]) -> Iterator[str]:
    """A handle for each new source, after its host."""
    taken = set(change.connection.execute(select(sources.c.handle)).scalars())
    numbers: dict[str, int] = {}
    for key in keys:
        stem = host_stem(key)
        number = numbers.get(stem, 1)
        while (handle := stem if number == 1 else f"{stem}-{number}") in taken:
            number += 1
        numbers[stem] = number + 1
        taken.add(handle)
        yield handle
