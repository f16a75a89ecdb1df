"""Which record does `role:12` mean?"""

from typing import TYPE_CHECKING

from talentdb.errors import OptionMisused

if TYPE_CHECKING:
    from sqlalchemy import Table

SAME_WORD = {"transition": "move", "org-name": "organisation-name"}


def record_id(noun: str, text: str) -> int:
    """The number in `12` or `role:12`, where a command is about one kind of record."""
    word, colon, number = text.rpartition(":")
    word = SAME_WORD.get(word.lower(), word.lower())
    if (colon and word != noun) or not number.isascii() or not number.isdigit():
        raise OptionMisused(f"{text!r} is no id of a {noun}: write {noun}:12, as `show` lists it.")
    if len(number) > 9:
        raise OptionMisused(f"there is no {noun}:{number}.")
    return int(number)


def fact(text: str) -> "tuple[Table, int]":
    """The table and id of a fact that a source may speak of."""
    from talentdb.queries.changes import NOUNS
    from talentdb.schema import CITED, citations

    word = text.partition(":")[0].lower()
    word = SAME_WORD.get(word, word)
    for column in CITED.values():
        key = next(iter(citations.c[column].foreign_keys))
        if NOUNS[key.column.table.name] == word:
            return key.column.table, record_id(word, text)
    known = ", ".join(
        f"{NOUNS[next(iter(citations.c[column].foreign_keys)).column.table.name]}:12"
        for column in CITED.values()
    )
    raise OptionMisused(f"{text!r} is no fact that can be cited: write one of {known}.")


def alias_id(text: str) -> tuple[str, int]:
    """The table and id of another name, `person-name:3` or `organisation-name:3`."""
    word = text.partition(":")[0].lower()
    for noun, table in (
        ("person-name", "person_names"),
        ("organisation-name", "organisation_names"),
    ):
        if SAME_WORD.get(word, word) == noun:
            return table, record_id(noun, text)
    raise OptionMisused(f"{text!r} is no id of a name: write person-name:3 or organisation-name:3.")
