"""`talentdb edit person`: a person's name or note."""

from talentdb.cli import fields, options
from talentdb.cli.edit.changing import by_name, change_record, values_given


def edit_person(
    person: options.OnePerson,
    name: fields.NewName = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a person's name or note.

    Example: talentdb edit person "Ada Exmaple" --name "Ada Example"
    """
    values = values_given({"name": name, "note": remark}, clear, ("note",))
    change_record("people", by_name("person", person), values)
