"""How do many web addresses become sources at once?"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from talentdb.schema import sources
from talentdb.urls import url_key
from talentdb.writes.change_sets import ChangeSet, batches
from talentdb.writes.evidence import NewSource, handle_stem


def add_addresses(change: ChangeSet, urls: Iterable[str]) -> dict[str, int]:
    """The sources of these addresses by `url_key`, each made if the ledger does not have it.

    Of two spellings of one address the first by code point is kept.
    """
    spelled: dict[str, str] = {}
    for url in sorted(set(urls)):
        spelled.setdefault(url_key(url), url)
    known: dict[str, int] = {}
    keys: list[Any] = list(spelled)
    for batch in batches(keys):
        statement = select(sources.c.url_key, sources.c.id).where(sources.c.url_key.in_(batch))
        known.update((row[0], row[1]) for row in change.connection.execute(statement))
    new = [key for key in spelled if key not in known]
    if not new:
        return known
    taken = set(change.connection.execute(select(sources.c.handle)).scalars())
    numbers: dict[str, int] = {}
    rows = []
    for key in new:
        stem = handle_stem(NewSource(url=spelled[key]))
        number = numbers.get(stem, 1)
        while (handle := stem if number == 1 else f"{stem}-{number}") in taken:
            number += 1
        numbers[stem] = number
        taken.add(handle)
        rows.append({"handle": handle, "url": spelled[key], "url_key": key})
    return known | dict(zip(new, change.insert(sources, rows), strict=True))
