"""`talentdb edit identifier`: an identifier."""

from talentdb.cli import fields
from talentdb.cli.edit.changing import by_identifier, change_record, values_given


def edit_identifier(
    identifier: fields.IdentifierId,
    value: fields.Value = None,
    clear: fields.Clear = None,
) -> None:
    """Mend the value of an identifier.

    Example: talentdb edit identifier orcid:0000-0001 --value 0000-0002
    """
    values = values_given({"value": value}, clear, ())
    change_record("identifiers", by_identifier(identifier), values)
