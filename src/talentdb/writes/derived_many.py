"""Which rows should the derived tables hold for very many people?

Plain careers are told as columns of numbers (derivation/plain.py), the others one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Connection

from talentdb.database.bulk import Same, filling
from talentdb.derivation import OPEN
from talentdb.derivation import plain as careers_as_columns
from talentdb.derivation.plain import Careers, Numbers, are_plain, begin_of_many
from talentdb.derivation.roles import NEVER_BEFORE
from talentdb.queries.rule import STANDARD, Basis
from talentdb.schema import spells, transitions
from talentdb.schema.words import STATUSES
from talentdb.writes.counted import EARLIEST, LATEST, RANK, Row, counted_rows
from talentdb.writes.derived import (
    DAY,
    MOVE_COLUMNS,
    SPELL_COLUMNS,
    rows_by_person,
    stated_by,
)
from talentdb.writes.linked import Linked

_STATES = ("closed", "open", "unknown")
_STATE = {None: careers_as_columns.UNKNOWN, OPEN: careers_as_columns.OPEN}
Derived = tuple[Iterable[Row], Iterable[Row]]

# What the rows of plain careers say; the rest is the same in all of them, or nothing.
PLAIN_SPELLS = tuple(
    name
    for name in SPELL_COLUMNS
    if name not in ("presumed_end", "aside", "joined_by_id", "left_by_id")
)
PLAIN_MOVES = tuple(name for name in MOVE_COLUMNS if name not in ("origin", "twin_of_id"))
SAME_OF_SPELLS: Same = {"aside": 0}
SAME_OF_MOVES: Same = {"origin": "derived"}


def derived_many(
    connection: Connection, person_ids: Sequence[int], linked: Linked, basis: Basis = STANDARD
) -> tuple[Derived, Derived]:
    """The rows of `spells` and of `transitions` for these people, given in order.

    First those of plain careers, which are shorter, then the others.
    """
    rows = counted_rows(connection, person_ids, linked, basis)
    if not rows:
        return ((), ()), ((), ())
    stated = stated_by(connection, person_ids)
    columns = list(zip(*rows, strict=True))
    careers, order = _careers(columns, linked)
    plain = are_plain(careers, basis.bridge) & ~np.isin(careers.person, list(stated))
    others = np.ones(len(rows), dtype=bool)
    others[order[plain]] = False
    by_person = list(
        rows_by_person((rows[place] for place in np.flatnonzero(others)), stated, linked, basis)
    )
    return (
        plain_rows(careers.of(plain), _texts(columns, order[plain].tolist())),
        (
            chain.from_iterable(stays for stays, _ in by_person),
            chain.from_iterable(moved for _, moved in by_person),
        ),
    )


@contextmanager
def filling_derived(connection: Connection) -> Iterator[Callable[[Derived, Derived], None]]:
    """A function that stores derived rows, those of plain careers and others."""
    with (
        filling(connection, spells, PLAIN_SPELLS, SAME_OF_SPELLS) as plain_spells,
        filling(connection, transitions, PLAIN_MOVES, SAME_OF_MOVES) as plain_moves,
        filling(connection, spells, SPELL_COLUMNS) as other_spells,
        filling(connection, transitions, MOVE_COLUMNS) as other_moves,
    ):

        def fill(plain: Derived, others: Derived) -> None:
            plain_spells(plain[0])
            plain_moves(plain[1])
            other_spells(others[0])
            other_moves(others[1])

        yield fill


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


def _texts(columns: Sequence[Sequence[Any]], places: Sequence[int]) -> "Texts":
    _, role, _, title, *dates, _, _, _, status = columns
    return Texts(*(list(map(one.__getitem__, places)) for one in (role, title, *dates, status)))


class Texts(NamedTuple):
    """What is said of the roles of careers beside numbers: ids, and texts as a table has them."""

    role: Sequence[int]
    title: Sequence[str | None]
    started: Sequence[str]
    start_earliest: Sequence[str | None]
    start_latest: Sequence[str | None]
    ended: Sequence[str | None]
    end_earliest: Sequence[str | None]
    end_latest: Sequence[str | None]
    status: Sequence[str]


def plain_rows(careers: Careers, texts: Texts) -> Derived:
    """The rows of `spells` and of `transitions`, as of PLAIN_SPELLS and PLAIN_MOVES."""
    role, title, started, earliest, latest, ended, end_earliest, end_latest, status = texts
    person, organisation = careers.person.tolist(), careers.organisation.tolist()
    stays = zip(
        *(person, organisation, role, role, started, earliest, latest),
        map(_STATES.__getitem__, careers.state.tolist()),
        *(ended, end_earliest, end_latest),
        map(DAY.__getitem__, careers_as_columns.evidence_of(careers).tolist()),
        map(DAY.__getitem__, careers_as_columns.presence_of(careers).tolist()),
        status,
        strict=True,
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
        *(words, gap, _weaker(status, before, there)),
        strict=True,
    )
    return stays, moves


def _at(places: Sequence[int], *columns: Sequence[Any]) -> Iterator[Iterator[Any]]:
    return (map(column.__getitem__, places) for column in columns)


def _weaker(status: Sequence[str], before: Sequence[int], there: Sequence[int]) -> Iterator[str]:
    """The weaker of the statuses of two roles."""
    ranks = [RANK[one] for one in status]
    for one, other in zip(before, there, strict=True):
        yield STATUSES[min(ranks[one], ranks[other])]
