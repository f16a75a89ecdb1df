"""How are the spells and moves of plain careers stored, whose roles say it all?

The database takes dates and titles from the roles, so that no text has to leave it and come back.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, literal, null

from talentdb.database.told import Numbers, numbers_told, telling
from talentdb.derivation import OPEN
from talentdb.derivation.plain import CONTINUITIES, NO_GAP
from talentdb.schema import roles, spells, transitions
from talentdb.schema.words import STATUSES


class Told(NamedTuple):
    """What is worked out about the roles of plain careers, as rows of numbers.

    `stays` are runs of ids of roles, each a spell: the first and the last, and the rank of their
    status. `moves` are the ids of the roles left and led to, the place of the continuity in
    CONTINUITIES, the gap in days or NO_GAP, and the rank of the status.
    """

    stays: Numbers
    moves: Numbers


_stays = numbers_told("plain_stays", "first", "last", "rank")
_moves = numbers_told("plain_moves", "from_id", "to_id", "continuity", "gap_days", "rank")
_role, _before = roles.alias("role"), roles.alias("before")
_with_roles = _stays.outerjoin(_role, _role.c.id.between(_stays.c.first, _stays.c.last))
_with_both = _moves.outerjoin(_role, _role.c.id == _moves.c.to_id).outerjoin(
    _before, _before.c.id == _moves.c.from_id
)


@contextmanager
def storing_plain(connection: Connection) -> Iterator[Callable[[Told], None]]:
    """A function that stores the spells and moves of plain careers."""
    with (
        telling(connection, _stays, spells, _spell(), _with_roles) as fill_stays,
        telling(connection, _moves, transitions, _move(), _with_both) as fill_moves,
    ):

        def store(told: Told) -> None:
            fill_stays(told.stays)
            fill_moves(told.moves)

        yield store


def _spell() -> dict[str, ColumnElement[Any]]:
    """A spell of one role, as `derivation.spell_of_one` makes it."""
    role = _role.c
    last_seen = case(
        (role.seen.is_(None), role.started_latest),
        (role.seen_latest.is_(None), null()),
        (role.seen_latest > role.started_latest, role.seen_latest),
        else_=role.started_latest,
    )
    certain = _later(role.started_earliest, role.seen_earliest)
    names = ("started", "started_earliest", "started_latest")
    ends = ("ended", "ended_earliest", "ended_latest")

    def by_state(unknown: Any, open: Any, closed: Any) -> ColumnElement[Any]:
        return case((role.ended.is_(None), unknown), (role.ended == OPEN, open), else_=closed)

    return {
        "person_id": role.person_id,
        "organisation_id": role.organisation_id,
        "first_role_id": role.id,
        "last_role_id": role.id,
        **{name: role[name] for name in (*names, *ends)},
        "state": by_state("unknown", "open", "closed"),
        "evidence": by_state(last_seen, null(), role.ended_latest),
        "presence": by_state(certain, certain, _later(certain, role.ended_earliest)),
        "aside": literal(False),
        "status": _word(_stays.c.rank, STATUSES),
    }


def _later(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
    """The later of two days; without one of them the other."""
    return case((one > other, one), else_=func.coalesce(other, one))


def _move() -> dict[str, ColumnElement[Any]]:
    """A move from the role before to one elsewhere."""
    return {
        "person_id": _role.c.person_id,
        "from_organisation_id": _before.c.organisation_id,
        "to_organisation_id": _role.c.organisation_id,
        "from_role_id": _before.c.id,
        "to_role_id": _role.c.id,
        "from_title": _before.c.title,
        "to_title": _role.c.title,
        "date": _role.c.started,
        "date_earliest": _role.c.started_earliest,
        "date_latest": _role.c.started_latest,
        "continuity": _word(_moves.c.continuity, CONTINUITIES),
        "gap_days": func.nullif(_moves.c.gap_days, NO_GAP),
        "origin": literal("derived"),
        "status": _word(_moves.c.rank, STATUSES),
    }


def _word(place: ColumnElement[int], words: Sequence[str]) -> ColumnElement[str]:
    """The word that stands at this place."""
    return case(dict(enumerate(words)), value=place)
