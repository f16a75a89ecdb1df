"""Which rows should `spells` and `transitions` hold for some people?

Rows are tuples in the order of SPELL_COLUMNS and MOVE_COLUMNS, their days as ISO text: a ledger
of a million roles has as many of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import Connection

from talentdb.derivation import (
    NEVER_AFTER,
    NEVER_BEFORE,
    Matches,
    Move,
    Recorded,
    Spell,
    derive,
    matched,
)
from talentdb.queries.careers import stated_moves
from talentdb.queries.rule import STANDARD, Basis
from talentdb.schema.words import STATUSES
from talentdb.writes.counted import EARLIEST, LATEST, counted_roles
from talentdb.writes.linked import Linked

SPELL_COLUMNS = (
    "person_id",
    "organisation_id",
    "first_role_id",
    "last_role_id",
    "started",
    "started_earliest",
    "started_latest",
    "state",
    "ended",
    "ended_earliest",
    "ended_latest",
    "evidence",
    "presence",
    "presumed_end",
    "aside",
    "status",
    "joined_by_id",
    "left_by_id",
)
MOVE_COLUMNS = (
    "person_id",
    "from_organisation_id",
    "to_organisation_id",
    "from_role_id",
    "to_role_id",
    "from_title",
    "to_title",
    "date",
    "date_earliest",
    "date_latest",
    "continuity",
    "gap_days",
    "origin",
    "status",
    "twin_of_id",
)
Rows: TypeAlias = dict[int, tuple[Any, ...]]


def derived_rows(
    connection: Connection, person_ids: Sequence[int], linked: Linked, basis: Basis = STANDARD
) -> tuple[Rows, Rows]:
    """The rows for these people, given in order: spells by first role, moves by role led to.

    `basis` says which roles make spells.
    """
    stated = dict(_by_person(connection.execute(stated_moves(person_ids))))
    spell_rows: Rows = {}
    move_rows: Rows = {}
    for person_id, roles in counted_roles(connection, person_ids, linked, basis):
        found, moves = derive(roles, basis.bridge)
        recorded = [_recorded(row, linked) for row in stated.get(person_id, ())]
        matches = matched(recorded, found, moves, linked.related) if recorded else _NO_MATCHES
        for spell in found:
            spell_rows[spell.first_role_id] = _spell_row(person_id, spell, matches)
        if moves:
            titles = {role.id: role.title or None for role in roles}
            for move in moves:
                move_rows[move.to_role_id] = _move_row(person_id, move, matches, titles)
    return spell_rows, move_rows


_NO_MATCHES = Matches({}, {}, {})


class _Days(dict[int | None, str | None]):
    """Ordinals as days; None where there is none."""

    def __missing__(self, ordinal: int) -> str:
        day = self[ordinal] = date.fromordinal(ordinal).isoformat()
        return day


_DAY = _Days({None: None, NEVER_BEFORE: None, NEVER_AFTER: None})


def _by_person(rows: Iterable[Any]) -> Iterator[tuple[int, list[Any]]]:
    for person_id, group in groupby(rows, key=itemgetter(0)):
        yield person_id, list(group)


def _recorded(row: Any, linked: Linked) -> Recorded:
    sides = (row.from_organisation_id, row.to_organisation_id)
    origin, destination = (None if side is None else linked.newest(side) for side in sides)
    undated = row.date is None
    return Recorded(
        row.id,
        origin,
        destination,
        row.from_role_id,
        row.to_role_id,
        None if undated else EARLIEST[row.date_earliest],
        None if undated else LATEST[row.date_latest],
    )


def _spell_row(person_id: int, spell: Spell, matches: Matches) -> tuple[Any, ...]:
    organisation_id, first, last, started, start_earliest, start_latest = spell[:6]
    state, ended, end_earliest, end_latest, evidence, presence = spell[6:12]
    presumed_end, aside, rank = spell[12:15]
    return (
        person_id,
        organisation_id,
        first,
        last,
        started,
        _DAY[start_earliest],
        _DAY[start_latest],
        state,
        ended,
        _DAY[end_earliest],
        _DAY[end_latest],
        _DAY[evidence],
        _DAY[presence],
        _DAY[presumed_end],
        aside,
        STATUSES[rank],
        matches.joined_by.get(first),
        matches.left_by.get(first),
    )


def _move_row(
    person_id: int, move: Move, matches: Matches, titles: dict[int, str | None]
) -> tuple[Any, ...]:
    origin, destination, from_role, to_role, date, earliest, latest, continuity, gap, rank = move
    return (
        person_id,
        origin,
        destination,
        from_role,
        to_role,
        titles[from_role],
        titles[to_role],
        date,
        _DAY[earliest],
        _DAY[latest],
        continuity,
        gap,
        "derived",
        STATUSES[rank],
        matches.twin_of.get(to_role),
    )
