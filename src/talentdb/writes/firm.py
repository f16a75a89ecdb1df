"""What that is recorded does a later statement refine, and what does it never overwrite?"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Table

from talentdb.errors import RecordContradicted
from talentdb.queries.changes import NOUNS
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns, date_in, dates_agree, finer

Values: TypeAlias = Mapping[str, Any]
# The columns that hold, each with the words that say little, the least first.
Firm: TypeAlias = Mapping[str, Sequence[str]]

MONEY: Firm = {"at_least": (), "at_most": (), "amount": (), "currency": ()}


def said_more(
    change: ChangeSet, table: Table, row: Values, said: Values, firm: Firm
) -> dict[str, Any]:
    """The columns in which a statement says something else than a row, to be written.

    A `firm` column takes what says more than it holds, of two dates the finer one, and passes
    over what says less. Raises RecordContradicted where both cannot be true, unless `overwrites`
    is asked for, or this change set wrote the row: the rows of one file are compared elsewhere.
    """
    values = dict(said)
    for name in (name for name in firm if said.get(name) is not None):
        old, new = row[name], said[name]
        if f"{name}_earliest" in table.c:
            dates = date_in(row, name), date_in(said, name)
            if dates_agree(*dates):
                values |= date_columns(name, finer(*dates))
                continue
        elif _weight(new, firm[name]) < _weight(old, firm[name]):
            del values[name]
            continue
        elif old == new or _weight(new, firm[name]) > _weight(old, firm[name]):
            continue
        _refuse(change, table, row, name, new)
    more = {name: value for name, value in values.items() if row[name] != value}
    if more.keys() & MONEY.keys() and "currency" in firm and said.get("currency") is None:
        _refuse_unsaid_currency(change, table, row)
    return more


def _weight(value: Any, weak: Sequence[str]) -> int:
    if value is None:
        return -1
    return weak.index(value) if value in weak else len(weak)


def _refuse_unsaid_currency(change: ChangeSet, table: Table, row: Values) -> None:
    if row["currency"] is not None:
        _refuse(change, table, row, "currency", "another amount in an unknown one")


def _refuse(change: ChangeSet, table: Table, row: Values, name: str, value: Any) -> None:
    if change.overwrites or change.wrote(table, row):
        return
    fact = f"{NOUNS[table.name]}:{row['id']}"
    raise RecordContradicted(
        f"{fact} is recorded with {name} {_shown(row[name])}, not {_shown(value)}",
        f"`talentdb cite {fact} SOURCE --field {name} --value ...` keeps what a source says beside "
        "it, and `talentdb edit` mends it",
    )


def _shown(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
