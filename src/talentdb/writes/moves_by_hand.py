"""What becomes of a derived move, and of its roles, when somebody takes a move in hand?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from talentdb.dates import PartialDate
from talentdb.errors import RecordNotFound
from talentdb.names import labelled
from talentdb.schema import citations, roles, transition_reasons, transitions
from talentdb.writes.alike import refuse_alike
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns, date_in, refuse_end_before_start
from talentdb.writes.shelf import Held
from talentdb.writes.transitions import Moves, NewMove


def recorded_id(change: ChangeSet, id: int) -> int:
    """The id of the recorded move that this one is, or, if it is derived, becomes.

    The derived one stays, as the twin of the recorded one, which may have been there already
    without a date. Raises RecordNotFound.
    """
    statement = select(transitions).where(transitions.c.id == id)
    row = change.connection.execute(statement).mappings().first()
    if row is None:
        raise RecordNotFound("move", id)
    if row["origin"] == "recorded":
        return id
    if row["twin_of_id"] is not None:
        return int(row["twin_of_id"])
    change.people.add(row["person_id"])
    moves = Moves(change, [row["person_id"]])
    sides = (row["from_organisation_id"], row["to_organisation_id"])
    new = NewMove(
        row["person_id"], *sides, date_in(row, "date"), row["from_title"], row["to_title"]
    )
    held = [Held({}, row[name]) for name in ("from_role_id", "to_role_id")]
    stated = moves.state(replace(new, from_role=held[0], to_role=held[1]))
    moves.write()
    return stated.held.key


def redate_roles(change: ChangeSet, move: Mapping[str, Any], date: PartialDate | None) -> None:
    """Carries along the end of the role left and the start of the role joined.

    Only where it equalled the move's old date and the role has no citation of its own.
    """
    if date is None or move["date"] is None:
        return
    for reference, field in (("from_role_id", "ended"), ("to_role_id", "started")):
        if move[reference] is None:
            continue
        role = select(roles).where(roles.c.id == move[reference])
        row = change.connection.execute(role).mappings().one()
        own = select(func.count()).where(citations.c.role_id == row["id"])
        if row[field] != move["date"] or change.connection.scalar(own):
            continue
        after = {**row, **date_columns(field, date)}
        refuse_end_before_start(date_in(after, "started"), date_in(after, "ended"))
        change.update(roles, [{"id": row["id"], **date_columns(field, date)}])
        refuse_alike(change.connection, roles, after)


def set_reasons(change: ChangeSet, id: int, reasons: Sequence[str] | None) -> None:
    """Adds reasons to a recorded move; None takes all of them away."""
    known = select(transition_reasons).where(transition_reasons.c.transition_id == id)
    rows = change.connection.execute(known).mappings().all()
    if reasons is None:
        change.delete(transition_reasons, [row["id"] for row in rows])
        return
    there = {row["reason"] for row in rows}
    new = [reason for reason in dict.fromkeys(map(labelled, reasons)) if reason not in there]
    change.insert(transition_reasons, [{"transition_id": id, "reason": reason} for reason in new])
