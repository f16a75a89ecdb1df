"""Which rows should the derived tables hold for very many people?

Plain careers are told as columns of numbers (derivation/plain.py), the others one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import Any

import numpy as np
from sqlalchemy import Connection

from talentdb.derivation import OPEN
from talentdb.derivation import plain as careers_as_columns
from talentdb.derivation.plain import Careers, Numbers, are_plain, begin_of_many
from talentdb.derivation.roles import NEVER_BEFORE
from talentdb.queries.rule import STANDARD, Basis
from talentdb.schema.words import STATUSES
from talentdb.writes.counted import EARLIEST, LATEST, RANK, Row, counted_rows
from talentdb.writes.derived import DAY, rows_by_person, stated_by
from talentdb.writes.linked import Linked

_STATES = ("closed", "open", "unknown")
_STATE = {None: careers_as_columns.UNKNOWN, OPEN: careers_as_columns.OPEN}
Derived = tuple[Iterable[Row], Iterable[Row]]


def derived_many(
    connection: Connection, person_ids: Sequence[int], linked: Linked, basis: Basis = STANDARD
) -> Derived:
    """The rows of `spells` and of `transitions` for these people, given in order."""
    rows = counted_rows(connection, person_ids, linked, basis)
    if not rows:
        return (), ()
    stated = stated_by(connection, person_ids)
    columns = list(zip(*rows, strict=True))
    careers, order = _careers(columns, linked)
    plain = are_plain(careers) & ~np.isin(careers.person, list(stated))
    others = np.ones(len(rows), dtype=bool)
    others[order[plain]] = False
    by_person = list(
        rows_by_person((rows[place] for place in np.flatnonzero(others)), stated, linked, basis)
    )
    spells, moves = _of_plain(careers.of(plain), columns, order[plain])
    return (
        chain(spells, chain.from_iterable(stays for stays, _ in by_person)),
        chain(moves, chain.from_iterable(moved for _, moved in by_person)),
    )


def _careers(columns: Sequence[Sequence[Any]], linked: Linked) -> tuple[Careers, Numbers]:
    """The roles as columns of numbers, and which of the rows each of them is."""
    person, _, organisation, _, _, *days = columns
    start_earliest, start_latest, ended, end_earliest, end_latest, seen, *seen_days, _ = days
    if linked.has_renames:
        organisation = list(map(linked.newest, organisation))
    seen_latest = _days(LATEST, seen_days[1])
    seen_latest[np.array([one is None for one in seen])] = NEVER_BEFORE
    found = Careers(
        np.array(person),
        np.array(organisation),
        _days(EARLIEST, start_earliest),
        _days(LATEST, start_latest),
        np.array([_STATE.get(text, careers_as_columns.CLOSED) for text in ended]),
        _days(EARLIEST, end_earliest),
        _days(LATEST, end_latest),
        _days(EARLIEST, seen_days[0]),
        seen_latest,
    )
    begin = begin_of_many(found.start_earliest, found.start_latest)
    order: Any = np.lexsort((begin, found.person))
    return found.of(order), order


def _days(meaning: Any, texts: Iterable[Any]) -> Numbers:
    return np.array(list(map(meaning.__getitem__, texts)))


def _of_plain(careers: Careers, columns: Sequence[Sequence[Any]], place: Numbers) -> Derived:
    """The rows of plain careers; `place` is the row of each of their roles."""
    _, role, _, title, started, earliest, latest, ended, end_earliest, end_latest, *_, status = (
        list(map(column.__getitem__, place.tolist())) for column in columns
    )
    person, organisation = careers.person.tolist(), careers.organisation.tolist()
    spells = zip(
        *(person, organisation, role, role, started, earliest, latest),
        map(_STATES.__getitem__, careers.state.tolist()),
        *(ended, end_earliest, end_latest),
        map(DAY.__getitem__, careers_as_columns.evidence_of(careers).tolist()),
        map(DAY.__getitem__, careers_as_columns.presence_of(careers).tolist()),
        *(repeat(None), repeat(False), status, repeat(None), repeat(None)),
        strict=False,
    )
    to, continuity, gap = careers_as_columns.moves_of_plain(careers)
    there = to.tolist()
    before = (to - 1).tolist()
    words = map(careers_as_columns.CONTINUITIES.__getitem__, continuity.tolist())
    moves = zip(
        *_at(there, person),
        *_at(before, organisation),
        *_at(there, organisation),
        *_at(before, role),
        *_at(there, role),
        *_at(before, title),
        *_at(there, title, started, earliest, latest),
        *(words, gap, repeat("derived"), _weaker(status, before, there), repeat(None)),
        strict=False,
    )
    return spells, moves


def _at(places: Sequence[int], *columns: Sequence[Any]) -> Iterator[Iterator[Any]]:
    return (map(column.__getitem__, places) for column in columns)


def _weaker(status: Sequence[str], before: Sequence[int], there: Sequence[int]) -> Iterator[str]:
    """The weaker of the statuses of two roles."""
    ranks = [RANK[one] for one in status]
    for one, other in zip(before, there, strict=True):
        yield STATUSES[min(ranks[one], ranks[other])]
