"""What does a later statement add to a row that is there already?"""

from typing import Any

from sqlalchemy import Table, select

from talentdb.dates import PartialDate
from talentdb.errors import RecordContradicted
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import (
    date_columns,
    date_in,
    ends_agree,
    finer,
    refuse_end_before_start,
)


def refine(
    change: ChangeSet, table: Table, id: int, ended: PartialDate | None = None, **given: Any
) -> bool:
    """Gives a row the values that are not None, and the finer of both ends; False if it has them.

    Raises RecordContradicted if it is recorded with another end, EndsBeforeStart.
    """
    row = change.connection.execute(select(table).where(table.c.id == id)).mappings().one()
    values = {name: value for name, value in given.items() if value is not None}
    if ended is not None:
        values |= date_columns("ended", _end(change, table, row, ended))
    different = {name: value for name, value in values.items() if row[name] != value}
    if different:
        change.update(table, [{"id": id, **different}])
    return bool(different)


def _end(change: ChangeSet, table: Table, row: Any, ended: PartialDate) -> PartialDate | None:
    old = date_in(row, "ended")
    if not ends_agree(old, ended):
        if change.overwrites and not change.wrote(table, row):
            refuse_end_before_start(date_in(row, "started"), ended)
            return ended
        raise RecordContradicted(
            f"it is recorded with the end {row['ended']}, not {ended.text}",
            "both cannot be true; mend one of them",
        )
    agreed = finer(old, ended)
    refuse_end_before_start(date_in(row, "started"), agreed)
    return agreed
