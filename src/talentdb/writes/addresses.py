"""How do many web addresses become sources at once?"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import select

from talentdb.database.bulk import is_empty
from talentdb.database.portions import batches
from talentdb.schema import sources
from talentdb.urls import url_key
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.evidence import host_stem

_COLUMNS = ("handle", "url", "url_key")


def add_addresses(change: ChangeSet, urls: Iterable[str]) -> dict[str, int]:
    """The sources of these addresses, each made if the ledger does not have it.

    Of two spellings of one address the first by code point is kept.
    """
    in_order = sorted(set(urls))
    keys = list(map(url_key, in_order))
    spelled: dict[str, str] = {}
    for key, url in zip(keys, in_order, strict=True):
        spelled.setdefault(key, url)
    ids: dict[str, int] = {}
    asked: list[Any] = [] if is_empty(change.connection, sources) else list(spelled)
    for batch in batches(asked):
        statement = select(sources.c.url_key, sources.c.id).where(sources.c.url_key.in_(batch))
        ids.update((row[0], row[1]) for row in change.connection.execute(statement))
    if new := [key for key in spelled if key not in ids]:
        given = zip(_free_handles(change, new), map(spelled.__getitem__, new), new, strict=True)
        ids.update(zip(new, change.load(sources, _COLUMNS, given), strict=True))
    return dict(zip(in_order, map(ids.__getitem__, keys), strict=True))


def _free_handles(change: ChangeSet, keys: Iterable[str]) -> Iterator[str]:
    """A handle for each new source, after its host."""
    taken = set(change.connection.execute(select(sources.c.handle)).scalars())
    numbers: dict[str, int] = {}
    stem_of = cache(host_stem)
    for key in keys:
        stem = stem_of(key.partition("/")[0])
        number = numbers.get(stem, 1)
        while (handle := stem if number == 1 else f"{stem}-{number}") in taken:
            number += 1
        numbers[stem] = number + 1
        taken.add(handle)
        yield handle
