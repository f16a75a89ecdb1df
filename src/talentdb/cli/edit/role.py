"""`talentdb edit role`: a role."""

from talentdb.cli import fields, options
from talentdb.cli.asked import date_asked, end_asked, word_asked
from talentdb.cli.edit.changing import by_id, change_record, values_given
from talentdb.cli.references import record_id


def edit_role(
    role: fields.RoleId,
    title: options.Title = None,
    kind: options.OneRoleKind = None,
    started: options.Started = None,
    ended: options.RoleEnded = None,
    seen: options.Seen = None,
    status: options.Status = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a role.

    Example: talentdb edit role role:1 --started 2023-05 --clear ended
    """
    from talentdb.schema.words import ROLE_KINDS, STATUSES

    given = {
        "title": title,
        "kind": word_asked("kind of role", kind, ROLE_KINDS),
        "started": date_asked(started),
        "ended": end_asked(ended),
        "seen": date_asked(seen),
        "status": word_asked("status", status, STATUSES),
        "note": remark,
    }
    clearable = ("title", "started", "ended", "seen", "status", "note")
    change_record("roles", by_id(record_id("role", role)), values_given(given, clear, clearable))
