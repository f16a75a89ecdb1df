"""How do many web addresses become sources at once?"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import compress

from sqlalchemy import Connection, select

from talentdb.database.bulk import is_empty
from talentdb.database.portions import portions
from talentdb.schema import sources
from talentdb.urls import url_key
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.evidence import host_stem

_COLUMNS = ("handle", "url", "url_key")


def add_addresses(change: ChangeSet, urls: set[str]) -> dict[str, int]:
    """The sources of these addresses, each made if the ledger does not have it.

    Of two spellings of one address the first by code point is kept.
    """
    in_order = sorted(urls)
    keys = list(map(url_key, in_order))
    spelled, once = _each_once(in_order, keys)
    ids = _recorded(change.connection, once)
    if ids:
        is_new = [key not in ids for key in once]
        spelled, once = list(compress(spelled, is_new)), list(compress(once, is_new))
    given = zip(_free_handles(change, once), spelled, once, strict=True)
    ids |= zip(once, change.load(sources, _COLUMNS, given, len(once)), strict=True)
    return dict(zip(in_order, map(ids.__getitem__, keys), strict=True))


def _each_once(urls: list[str], keys: list[str]) -> tuple[list[str], list[str]]:
    """The addresses and their keys; of those with one key the first."""
    if len(set(keys)) == len(keys):
        return urls, keys
    first = dict(zip(reversed(keys), reversed(urls), strict=True))
    once = list(dict.fromkeys(keys))
    return list(map(first.__getitem__, once)), once


def _recorded(connection: Connection, keys: list[str]) -> dict[str, int]:
    """The sources that the ledger has already, by their keys."""
    asked = [] if is_empty(connection, sources) else portions(keys)
    ids: dict[str, int] = {}
    for some in asked:
        statement = select(sources.c.url_key, sources.c.id).where(sources.c.url_key.in_(some))
        ids.update((row[0], row[1]) for row in connection.execute(statement))
    return ids


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
