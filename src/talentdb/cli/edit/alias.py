"""`talentdb edit alias`: another or a former name."""

from talentdb.cli import fields, options
from talentdb.cli.asked import date_asked, end_asked
from talentdb.cli.edit.changing import by_id, change_record, values_given
from talentdb.cli.references import alias_id


def edit_alias(
    alias: fields.AliasId,
    name: fields.NewName = None,
    started: options.Started = None,
    ended: options.Ended = None,
    clear: fields.Clear = None,
) -> None:
    """Mend another or a former name.

    Example: talentdb edit alias organisation-name:1 --ended 2023-04
    """
    given = {"name": name, "started": date_asked(started), "ended": end_asked(ended)}
    values = values_given(given, clear, ("started", "ended"))
    table, id = alias_id(alias)
    change_record(table, by_id(id), values)
