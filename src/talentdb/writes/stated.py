"""How does a statement become a row, or what it says more than the row that is there already?"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import Table, select

from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.roles import Outcome

Values: TypeAlias = Mapping[str, Any]


def stated(
    change: ChangeSet,
    table: Table,
    key: Values,
    given: Values,
    default: Values,
    check: Callable[[Values], None],
) -> tuple[int, Outcome]:
    """The row's id, and what was done to it.

    The row that has these values in the columns of `key` is the one; it takes what is given and
    not None. A new row takes `default` where nothing is given. `check` raises what the ledger's
    rules refuse.
    """
    same = (table.c[name].is_not_distinct_from(value) for name, value in key.items())
    statement = select(table).where(*same).order_by(table.c.id).limit(1)
    row = change.connection.execute(statement).mappings().first()
    said = {name: value for name, value in given.items() if value is not None}
    if row is None:
        values = {**dict.fromkeys(given), **default, **key, **said}
        check(values)
        return change.insert_one(table, **values), "created"
    different = {name: value for name, value in said.items() if row[name] != value}
    if not different:
        return int(row["id"]), "unchanged"
    check({**row, **different})
    change.update(table, [{"id": row["id"], **different}])
    return int(row["id"]), "updated"
