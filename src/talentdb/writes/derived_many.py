"""Which rows should the derived tables hold for very many people?

Plain careers are told as columns of numbers (derivation/plain.py), the others one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

import numpy as np
from sqlalchemy import Connection

from talentdb.database.bulk import filling
from talentdb.derivation import OPEN
from talentdb.derivation import plain as careers_as_columns
from talentdb.derivation.plain import Careers, Numbers, are_plain, begin_of_many
from talentdb.queries.rule import STANDARD
from talentdb.schema import spells, transitions
from talentdb.writes.counted import EARLIEST, LATEST, RANK, Row, counted_rows
from talentdb.writes.derived import MOVE_COLUMNS, SPELL_COLUMNS, rows_by_person, stated_by
from talentdb.writes.derived_plain import Told, storing_plain
from talentdb.writes.linked import Linked

_STATE = {None: careers_as_columns.UNKNOWN, OPEN: careers_as_columns.OPEN}
_NOTHING = np.zeros((0, 0), dtype=np.int64)
Derived = tuple[Iterable[Row], Iterable[Row]]


def derived_many(
    connection: Connection, person_ids: Sequence[int], linked: Linked, any_stated: bool = True
) -> tuple[Told, Derived]:
    """What is told of the roles of plain careers, and the rows of `spells` and `transitions` of
    the other people; for these people, given in order. Without `any_stated` no move is recorded.
    """
    rows = counted_rows(connection, person_ids, linked, STANDARD)
    if not rows:
        return Told(_NOTHING, _NOTHING), ((), ())
    stated = stated_by(connection, person_ids) if any_stated else {}
    columns = list(zip(*rows, strict=True))
    careers, order = _careers(columns, linked)
    plain = are_plain(careers) & ~np.isin(careers.person, list(stated))
    plain &= ~np.isin(careers.person, _renamed(columns, linked))
    others = np.ones(len(rows), dtype=bool)
    others[order[plain]] = False
    by_person = list(
        rows_by_person((rows[place] for place in np.flatnonzero(others)), stated, linked, STANDARD)
    )
    ids = np.array(columns[1])[order[plain]]
    ranks = np.array([RANK[columns[-1][place]] for place in order[plain].tolist()], dtype=np.int64)
    return (
        told_of(careers.of(plain), ids, ranks),
        (
            chain.from_iterable(stays for stays, _ in by_person),
            chain.from_iterable(moved for _, moved in by_person),
        ),
    )


@contextmanager
def filling_derived(
    connection: Connection,
) -> Iterator[Callable[[Told, Derived], None]]:
    """A function that stores what is told of plain careers, and the rows of others."""
    with (
        storing_plain(connection) as store_plain,
        filling(connection, spells, SPELL_COLUMNS) as other_spells,
        filling(connection, transitions, MOVE_COLUMNS) as other_moves,
    ):

        def fill(plain: Told, others: Derived) -> None:
            store_plain(plain)
            other_spells(others[0])
            other_moves(others[1])

        yield fill


def _renamed(columns: Sequence[Sequence[Any]], linked: Linked) -> list[int]:
    """Who had a role at an organisation that bears another name now."""
    person, _, organisation, *_ = columns
    if not linked.has_renames:
        return []
    return [who for who, at in zip(person, organisation, strict=True) if linked.newest(at) != at]


def _careers(columns: Sequence[Sequence[Any]], linked: Linked) -> tuple[Careers, Numbers]:
    """The roles as columns of numbers, and which of the rows each of them is."""
    person, _, organisation, _, _, *days = columns
    start_earliest, start_latest, ended, end_earliest, end_latest, *_ = days
    if linked.has_renames:
        organisation = list(map(linked.newest, organisation))
    found = Careers(
        np.array(person),
        np.array(organisation),
        _days(EARLIEST, start_earliest),
        _days(LATEST, start_latest),
        np.array([_STATE.get(text, careers_as_columns.CLOSED) for text in ended]),
        _days(EARLIEST, end_earliest),
        _days(LATEST, end_latest),
    )
    begin = begin_of_many(found.start_earliest, found.start_latest)
    order: Any = np.lexsort((begin, found.person))
    return found.of(order), order


def _days(meaning: Any, texts: Iterable[Any]) -> Numbers:
    return np.array(list(map(meaning.__getitem__, texts)))


def told_of(careers: Careers, ids: Numbers, ranks: Numbers) -> Told:
    """What is told of the roles of plain careers, given their ids and the ranks of their statuses.

    A move is as sure as the less sure of its roles.
    """
    to, continuity, gap = careers_as_columns.moves_of_plain(careers)
    weaker = np.minimum(ranks[to], ranks[to - 1])
    return Told(_runs(ids, ranks), np.stack((ids[to - 1], ids[to], continuity, gap, weaker), 1))


def _runs(ids: Numbers, ranks: Numbers) -> Numbers:
    """The first and the last of ids without a gap that are of one rank, and this rank."""
    at = np.argsort(ids)
    ids, ranks = ids[at], ranks[at]
    begins = np.flatnonzero((np.diff(ids, prepend=-1) != 1) | (np.diff(ranks, prepend=-1) != 0))
    lasts = np.append(begins[1:], len(ids))[: len(begins)] - 1
    return np.stack((ids[begins], ids[lasts], ranks[begins]), 1)
