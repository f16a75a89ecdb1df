"""How do very many facts get into the ledger as columns of numbers, in the name of a change set?"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sqlalchemy import Table

from talentdb.database.told import Meant, Numbers, load_told, rows_of
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.progress import steps


def load_numbers(
    change: ChangeSet,
    table: Table,
    numbers: Mapping[str, Numbers],
    meant: Mapping[str, Meant] = MappingProxyType({}),
    same: Mapping[str, str] = MappingProxyType({}),
    last_day: date | None = None,
) -> range:
    """The ids of new rows, in order, whose columns are numbers; none of no rows.

    `meant` says which of them stand for something and for what, `same` is the same in every row.
    `last_day` is the last day of which they speak; None if they speak of none.
    """
    count = len(next(iter(numbers.values())))
    if not count:
        return range(0)
    rows = steps(rows_of([*numbers.values()]), change.progress, f"writing {table.name}", count)
    every: dict[str, int | str] = {**same, "change_set_id": change.id}
    ids = load_told(change.connection, table, list(numbers), meant, rows, every)
    change.created[table.name] += count
    change.reach.reached(last_day)
    return ids
