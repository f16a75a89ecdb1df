"""`talentdb edit identifier`: an identifier."""

from talentdb.cli import fields
from talentdb.cli.edit.changing import by_id, change_record, values_given
from talentdb.cli.references import record_id


def edit_identifier(
    identifier: fields.IdentifierId,
    value: fields.Value = None,
    clear: fields.Clear = None,
) -> None:
    """Mend the value of an identifier.

    Example: talentdb edit identifier identifier:1 --value 0000-0002
    """
    values = values_given({"value": value}, clear, ())
    change_record("identifiers", by_id(record_id("identifier", identifier)), values)
