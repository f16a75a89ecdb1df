"""How does an edit go: the fields given are set, those cleared are emptied, the others stay?"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from talentdb.cli.ledger import writing
from talentdb.cli.references import record_id
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say
from talentdb.errors import OptionMisused

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet

Find = Callable[["ChangeSet"], int]


def by_id(id: int) -> Find:
    """Finds a record whose id is known."""
    return lambda change: id


def by_name(noun: str, text: str) -> Find:
    """Finds a person or an organisation by name, identifier or id."""

    def find(change: "ChangeSet") -> int:
        from talentdb.queries.names import ORGANISATION, PERSON
        from talentdb.queries.resolve import one

        id = one(change.connection, PERSON if noun == "person" else ORGANISATION, text)
        change.references[text] = f"{noun}:{id}"
        return id

    return find


def by_identifier(text: str) -> Find:
    """Finds an identifier by `identifier:12`, or as it is written: `orcid:0000-0001`."""
    word = text.partition(":")[0]
    if word == "identifier" or text.isdecimal():
        return by_id(record_id("identifier", text))

    def find(change: "ChangeSet") -> int:
        from talentdb.queries.resolve import identifier

        return identifier(change.connection, text)

    return find


def values_given(
    fields: Mapping[str, Any], clear: Sequence[str] | None, clearable: Sequence[str]
) -> dict[str, Any]:
    """The fields to set, None for those to empty. Raises if there are none, or both for one."""
    values = {name: value for name, value in fields.items() if value is not None}
    for name in clear or ():
        if name not in clearable:
            raise OptionMisused(f"--clear takes one of {', '.join(clearable)}, not {name!r}.")
        if name in values:
            raise OptionMisused(f"{name} is both given and cleared: choose one.")
        values[name] = None
    if not values:
        raise OptionMisused("nothing to change: name a field, as --help lists them.")
    return values


def change_record(table_name: str, find: Find, values: Mapping[str, Any]) -> None:
    """Writes the fields of one record and says what became of it."""
    from talentdb.queries.changes import NOUNS

    with writing() as change:
        from talentdb.schema import metadata
        from talentdb.writes.edit import edit

        id = find(change)
        id, done = edit(change, metadata.tables[table_name], id, values)
        what = f"changed {', '.join(values)}" if done else "unchanged"
        say(f"{NOUNS[table_name]}:{id}  {what}")
        undo_with(change)
