"""Which names that an import brought may be those of somebody else? Suggested, never decided.

Only names of the same words are compared, in any order, with any spaces, in Latin letters: that
needs one look at each name, however many there are.
"""

from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Select, select

from talentdb.database.bulk import driver_portions
from talentdb.database.portions import portions
from talentdb.likeness import orders, word_keys
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.writes.change_sets import ChangeSet

_SHOWN = 10  # pairs
FEW = 2000  # new people; for more it is quicker to read all names than to look each up


class _Named(NamedTuple):
    id: int
    name: str
    name_key: str
    search_key: str
    change_set_id: int


def suggestions(change: ChangeSet) -> list[str]:
    """Sentences about new names that are like others, some of them and how many more."""
    if not change.has_changes:
        return []
    found = [
        f"may be one: {noun.word}:{other.id} {other.name!r} and {noun.word}:{new.id} {new.name!r}"
        for noun in (PERSON, ORGANISATION)
        if change.created[noun.table.name]
        for new, other in _pairs(change, noun)
    ]
    more = [f"… and {len(found) - _SHOWN} more that may be one"] if len(found) > _SHOWN else []
    return [*found[:_SHOWN], *more]


def _pairs(change: ChangeSet, noun: Noun) -> Iterator[tuple[_Named, _Named]]:
    """Each new name that is like another, with the first such name.

    Most names are like none; so these are told by a number for each first, to save memory.
    """
    mine = _names(noun).where(noun.table.c.change_set_id == change.id)
    twice = _met_twice(chain(_others(change, noun, mine), _rows(change, mine)))
    first: dict[str, _Named] = {}
    for one in chain(_others(change, noun, mine), _rows(change, mine)) if twice else ():
        keys = [key for key in word_keys(one.search_key) if hash(key) in twice]
        like = [first.setdefault(key, one) for key in keys]
        other = next((other for other in like if other.name_key != one.name_key), None)
        if other is not None and one.change_set_id == change.id:
            yield one, other


def _met_twice(names: Iterable[_Named]) -> set[int]:
    numbers = array("q", (hash(key) for one in names for key in word_keys(one.search_key)))
    ordered = np.sort(np.frombuffer(numbers, dtype=np.int64))
    return set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())


def _others(change: ChangeSet, noun: Noun, mine: Select[Any]) -> Iterator[_Named]:
    """The names that were there before: all of them, or those that may be like one of a few."""
    others = _names(noun).where(noun.table.c.change_set_id != change.id)
    if noun is ORGANISATION or change.created[noun.table.name] > FEW:
        yield from _rows(change, others)
        return
    spelled = sorted({order for one in _rows(change, mine) for order in orders(one.search_key)})
    for some in portions(spelled):
        yield from _rows(change, others.where(noun.table.c.search_key.in_(some)))


def _names(noun: Noun) -> Select[Any]:
    home = noun.table.c
    return select(*(home[name] for name in _Named._fields)).order_by(home.id)


def _rows(change: ChangeSet, statement: Select[Any]) -> Iterable[_Named]:
    portions = driver_portions(change.connection, statement)
    return map(_Named._make, chain.from_iterable(portions))
