"""How are the spells and moves of plain careers stored, whose roles say it all?

The database takes dates and titles from the roles, so that no text has to leave it and come back.
What is worked out about each role it is told in a temporary table.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Insert,
    Integer,
    Join,
    MetaData,
    Table,
    Text,
    bindparam,
    case,
    func,
    insert,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy.schema import CreateTable, DropTable

from talentdb.database.bulk import filling, unchecked
from talentdb.derivation import OPEN
from talentdb.schema import roles, spells, transitions
from talentdb.schema.words import STATUSES

# The id and status of a role; if one moved to it from the role told before, continuity and gap.
Told: TypeAlias = tuple[int, str, str | None, int | None]

_told = Table(
    "plain_roles",
    MetaData(),
    Column("position", Integer, primary_key=True),
    Column("role_id", Integer),
    Column("status", Text),
    Column("continuity", Text),
    Column("gap_days", Integer),
    prefixes=["TEMPORARY"],
    postgresql_on_commit="DROP",
)
_role, _before, _told_before = (
    roles.alias("role"),
    roles.alias("before"),
    _told.alias("told_before"),
)
_with_role = _told.join(_role, _role.c.id == _told.c.role_id)
_with_both = _with_role.join(_told_before, _told_before.c.position == _told.c.position - 1).join(
    _before, _before.c.id == _told_before.c.role_id
)


@contextmanager
def storing_plain(connection: Connection) -> Iterator[Callable[[Sequence[Told]], None]]:
    """A function that stores the spells and moves of plain careers, told role after role."""
    stays = _insert(spells, _spell(), _with_role)
    moves = _insert(transitions, _move(), _with_both, _told.c.continuity.is_not(None))
    names = [column.name for column in _told.columns if not column.primary_key]
    stored = 0

    def store(told: Sequence[Told]) -> None:
        nonlocal stored
        if not told:
            return
        if not stored:
            connection.execute(CreateTable(_told))
        with filling(connection, _told, names) as fill:
            fill(told)
        portion = {"first": stored + 1, "last": stored + len(told)}
        with unchecked(connection):
            connection.execute(stays, portion)
            connection.execute(moves, portion)
        stored += len(told)

    yield store
    if stored:
        connection.execute(DropTable(_told))


def _insert(
    table: Table, said: Mapping[str, ColumnElement[Any]], source: Join, *only: ColumnElement[bool]
) -> Insert:
    """Inserts what is said of those told from one position to another, in their order."""
    some = _told.c.position.between(bindparam("first"), bindparam("last")), *only
    told = select(*said.values()).select_from(source).where(*some).order_by(_told.c.position)
    return insert(table).from_select(list(said), told)


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
        "status": _told.c.status,
    }


def _later(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
    """The later of two days; without one of them the other."""
    return case((one > other, one), else_=func.coalesce(other, one))


def _move() -> dict[str, ColumnElement[Any]]:
    """A move from the role before to one elsewhere; its status is the weaker of theirs."""
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
        "continuity": _told.c.continuity,
        "gap_days": _told.c.gap_days,
        "origin": literal("derived"),
        "status": case(
            *(
                (or_(_told.c.status == status, _told_before.c.status == status), status)
                for status in STATUSES
            )
        ),
    }
