"""What does a later statement add to a row that is there already?"""

from collections.abc import Callable
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
from talentdb.writes.firm import Firm, Values, said_more


def refine(
    change: ChangeSet,
    table: Table,
    id: int,
    ended: PartialDate | None = None,
    given: Values | None = None,
    firm: Firm | None = None,
    check: Callable[[Values], None] | None = None,
) -> bool:
    """Gives a row the values that are not None, and the finer of both ends; False if it has them.

    `check` raises what the rules refuse of the row as it would be. Raises RecordContradicted if
    it is recorded with another end, or otherwise in a `firm` column; EndsBeforeStart.
    """
    row = change.connection.execute(select(table).where(table.c.id == id)).mappings().one()
    values = {name: value for name, value in (given or {}).items() if value is not None}
    more = said_more(change, table, dict(row), values, firm or {})
    if ended is not None:
        end = date_columns("ended", _end(change, table, row, ended))
        more |= {name: value for name, value in end.items() if row[name] != value}
    if more:
        if check is not None:
            check({**row, **more})
        change.update(table, [{"id": id, **more}])
    return bool(more)


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
