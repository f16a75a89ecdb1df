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
from talentdb.writes.counted import EARLIEST, LATEST, Row, counted_rows, roles_of
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
Rows: TypeAlias = dict[int, Row]
Stated: TypeAlias = dict[int, list[Any]]


def derived_rows(
    connection: Connection, person_ids: Sequence[int], linked: Linked, basis: Basis = STANDARD
) -> tuple[Rows, Rows]:
    """The rows for these people, given in order: spells by first role, moves by role led to.

    `basis` says which roles make spells.
    """
    counted = counted_rows(connection, person_ids, linked, basis)
    stated = stated_by(connection, person_ids)
    spell_rows: Rows = {}
    move_rows: Rows = {}
    for spells, moves in rows_by_person(counted, stated, linked, basis):
        spell_rows |= {row[_FIRST_ROLE]: row for row in spells}
        move_rows |= {row[_TO_ROLE]: row for row in moves}
    return spell_rows, move_rows


def stated_by(connection: Connection, person_ids: Sequence[int]) -> Stated:
    """The recorded moves of those of these people who have any."""
    rows = connection.execute(stated_moves(person_ids))
    return {person: list(group) for person, group in groupby(rows, key=itemgetter(0))}


def rows_by_person(
    counted: Iterable[Row], stated: Stated, linked: Linked, basis: Basis
) -> Iterator[tuple[list[Row], list[Row]]]:
    """The rows of each person in turn, whose roles are given person by person."""
    for person_id, career in groupby(counted, key=itemgetter(0)):
        roles = roles_of(career, linked)
        found, moves = derive(roles, basis.bridge)
        recorded = [_recorded(row, linked) for row in stated.get(person_id, ())]
        matches = matched(recorded, found, moves, linked.related) if recorded else _NO_MATCHES
        titles = {role.id: role.title or None for role in roles} if moves else {}
        yield (
            [_spell_row(person_id, spell, matches) for spell in found],
            [_move_row(person_id, move, matches, titles) for move in moves],
        )


_NO_MATCHES = Matches({}, {}, {})
_FIRST_ROLE, _TO_ROLE = SPELL_COLUMNS.index("first_role_id"), MOVE_COLUMNS.index("to_role_id")


class _Days(dict[int | None, str | None]):
    """Ordinals as days; None where there is none."""

    def __missing__(self, ordinal: int) -> str:
        day = self[ordinal] = date.fromordinal(ordinal).isoformat()
        return day


DAY = _Days({None: None, NEVER_BEFORE: None, NEVER_AFTER: None})


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
        DAY[start_earliest],
        DAY[start_latest],
        state,
        ended,
        DAY[end_earliest],
        DAY[end_latest],
        DAY[evidence],
        DAY[presence],
        DAY[presumed_end],
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
        DAY[earliest],
        DAY[latest],
        continuity,
        gap,
        "derived",
        STATUSES[rank],
        matches.twin_of.get(to_role),
    )
