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
    asked = list(_asked(change, noun))
    twice = _met_twice(change, asked)
    first: dict[str, _Named] = {}
    for one in chain.from_iterable(_rows(change, some) for some in asked if twice):
        keys = [key for key in word_keys(one.search_key) if hash(key) in twice]
        like = [first.setdefault(key, one) for key in keys]
        other = next((other for other in like if other.name_key != one.name_key), None)
        if other is not None and one.change_set_id == change.id:
            yield one, other


def _met_twice(change: ChangeSet, asked: Iterable[Select[Any]]) -> set[int]:
    numbers = array("q")
    for some in asked:
        keys = some.with_only_columns(some.selected_columns["search_key"]).order_by(None)
        for portion in driver_portions(change.connection, keys):
            numbers.extend([hash(key) for (search,) in portion for key in word_keys(search)])
    ordered = np.sort(np.frombuffer(numbers, dtype=np.int64))
    return set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())


def _asked(change: ChangeSet, noun: Noun) -> Iterator[Select[Any]]:
    """The names that were there before, or those of them that may be like new ones; and the new."""
    home = noun.table.c
    names = select(*(home[name] for name in _Named._fields)).order_by(home.id)
    mine, others = names.where(home.change_set_id == change.id), home.change_set_id != change.id
    if noun is ORGANISATION or change.created[noun.table.name] > FEW:
        yield names.where(others)
    else:
        spelled = {order for one in _rows(change, mine) for order in orders(one.search_key)}
        for some in portions(sorted(spelled)):
            yield names.where(others, home.search_key.in_(some))
    yield mine


def _rows(change: ChangeSet, statement: Select[Any]) -> Iterable[_Named]:
    portions = driver_portions(change.connection, statement)
    return map(_Named._make, chain.from_iterable(portions))
