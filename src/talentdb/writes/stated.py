"""How does a statement become a row, or what it says more than the row that is there already?"""

from collections.abc import Callable

from sqlalchemy import Table, select

from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.firm import Firm, Values, said_more
from talentdb.writes.roles import Outcome


def stated(
    change: ChangeSet,
    table: Table,
    key: Values,
    given: Values,
    default: Values,
    check: Callable[[Values], None],
    firm: Firm,
) -> tuple[int, Outcome]:
    """The row's id, and what was done to it.

    The row that has these values in the columns of `key` is the one; it takes what is given and
    not None. A new row takes `default` where nothing is given. `check` raises what the ledger's
    rules refuse. Raises RecordContradicted where the row says otherwise in a `firm` column.
    """
    same = (table.c[name].is_not_distinct_from(value) for name, value in key.items())
    statement = select(table).where(*same).order_by(table.c.id).limit(1)
    row = change.connection.execute(statement).mappings().first()
    said = {name: value for name, value in given.items() if value is not None}
    if row is None:
        values = {**dict.fromkeys(given), **default, **key, **said}
        check(values)
        return change.insert_one(table, **values), "created"
    more = said_more(change, table, dict(row), said, firm)
    if not more:
        return int(row["id"]), "unchanged"
    check({**row, **more})
    change.update(table, [{"id": row["id"], **more}])
    return int(row["id"]), "updated"
