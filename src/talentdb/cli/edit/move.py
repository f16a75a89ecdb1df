"""`talentdb edit move`: a move."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from talentdb.cli import fields, options
from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.edit.changing import values_given
from talentdb.cli.ledger import writing
from talentdb.cli.references import record_id
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet

CLEARABLE = ("from", "to", "date", "title", "from_title", "manner", "reasons", "status", "note")
# What the command line calls otherwise than the table.
COLUMNS = {"from": "from_organisation_id", "to": "to_organisation_id", "title": "to_title"}


def edit_move(
    move: fields.MoveId,
    from_: options.Origin_ = None,
    to: options.Destination = None,
    on: options.On = None,
    title: options.Title = None,
    from_title: options.FromTitle = None,
    manner: options.OneManner = None,
    reason: options.Reason = None,
    status: options.Status = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a move, or give it reasons; one that follows from roles becomes a recorded one.

    Example: talentdb edit move move:1 --on 2025-06-12 --reason mission
    """
    from talentdb.schema.words import MANNERS, STATUSES

    given = {
        "from": from_,
        "to": to,
        "date": date_asked(on),
        "title": title,
        "from_title": from_title,
        "manner": word_asked("manner", manner, MANNERS),
        "reasons": reason or None,
        "status": word_asked("status", status, STATUSES),
        "note": remark,
    }
    values = values_given(given, clear, CLEARABLE)
    with writing() as change:
        id = record(change, record_id("move", move), values)
        say(
            f"move:{id}  " + (f"changed {', '.join(values)}" if change.has_changes else "unchanged")
        )
        undo_with(change)


def record(change: "ChangeSet", id: int, values: dict[str, Any]) -> int:
    """Writes the fields and the reasons; the id of the recorded move."""
    from talentdb.queries.resolve import organisation
    from talentdb.schema import transitions
    from talentdb.writes.edit import edit
    from talentdb.writes.moves_by_hand import recorded_id, set_reasons

    columns = dict(values)
    reasons: Sequence[str] | None = columns.pop("reasons", ())
    for side in ("from", "to"):
        if columns.get(side) is not None:
            text = columns[side]
            columns[side] = organisation(change.connection, text)
            change.references[text] = f"organisation:{columns[side]}"
    if columns:
        by_column = {COLUMNS.get(name, name): value for name, value in columns.items()}
        id, _ = edit(change, transitions, id, by_column)
    if reasons != ():
        id = recorded_id(change, id)
        set_reasons(change, id, reasons)
    return id
