"""How do many web addresses become sources at once?"""

from collections.abc import Iterable, Iterator
from itertools import islice
from operator import eq

from sqlalchemy import Connection, select

from talentdb.database.bulk import is_empty
from talentdb.database.portions import portions
from talentdb.schema import sources
from talentdb.urls import url_key
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.evidence import host_stem

_COLUMNS = ("handle", "url", "url_key")


def add_addresses(change: ChangeSet, urls: Iterable[str]) -> dict[str, int]:
    """The sources of these addresses, each made if the ledger does not have it.

    Of two spellings of one address the first by code point is kept.
    """
    in_order = sorted(urls)
    keys = list(map(url_key, in_order))
    ids = _recorded(change.connection, keys)
    if not ids and _are_distinct(keys):
        return dict(zip(in_order, _added(change, keys, in_order), strict=True))
    first = dict(zip(reversed(keys), reversed(in_order), strict=True))
    new = [key for key in dict.fromkeys(keys) if key not in ids]
    ids |= zip(new, _added(change, new, list(map(first.__getitem__, new))), strict=True)
    return dict(zip(in_order, map(ids.__getitem__, keys), strict=True))


def _are_distinct(keys: list[str]) -> bool:
    """Whether none comes twice: of very many in order that is told sooner than by a set."""
    ordered = sorted(keys)
    return not any(map(eq, ordered, islice(ordered, 1, None)))


def _added(change: ChangeSet, keys: list[str], urls: list[str]) -> range:
    """The ids of new sources with these keys and addresses."""
    rows = zip(_free_handles(change, keys), urls, keys, strict=True)
    return change.load(sources, _COLUMNS, rows, len(keys))


def _recorded(connection: Connection, keys: list[str]) -> dict[str, int]:
    """The sources that the ledger has already, by their keys."""
    asked = [] if is_empty(connection, sources) else portions(keys)
    ids: dict[str, int] = {}
    for some in asked:
        statement = select(sources.c.url_key, sources.c.id).where(sources.c.url_key.in_(some))
        ids.update((row[0], row[1]) for row in connection.execute(statement))
    return ids


def _free_handles(change: ChangeSet, keys: list[str]) -> Iterator[str]:
    """A handle for each new source, after its host: `example`, `example-2` …"""
    hosts = [key.partition("/")[0] for key in keys]
    stems = {host: host_stem(host) for host in set(hosts)}
    taken = set(change.connection.execute(select(sources.c.handle)).scalars())
    # What a host is called by itself is left to it, and no two get the same with a number.
    taken_with_number = taken | set(stems.values())
    numbers: dict[str, int] = {}
    for stem in map(stems.__getitem__, hosts):
        number = numbers.get(stem, 1)
        handle = stem if number == 1 else f"{stem}-{number}"
        while handle in (taken if number == 1 else taken_with_number):
            number += 1
            handle = f"{stem}-{number}"
        numbers[stem] = number + 1
        yield handle
