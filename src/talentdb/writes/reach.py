"""To which day does the record speak once a change set is written? (queries/as_of.py)

Every question asks, and to look through all roles takes as long as many an answer: so each change
set keeps what came out after it. A row that is added can only move that day on; after anything
else it is looked for anew.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table

from talentdb.queries.as_of import DATED, last_day_kept, last_days


class Reach:
    """What a change set does to the last day of the record."""

    def __init__(self) -> None:
        self.latest: date | None = None
        self.may_shrink = False

    def added(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Takes new rows into account."""
        for name in (day.name for day in DATED if day.table is table):
            days = [row[name] for row in rows if row.get(name) is not None]
            self.latest = max([*days, *([self.latest] if self.latest else [])], default=None)

    def reached(self, day: date | None) -> None:
        """Takes into account that new rows speak to this day; None if they speak of none."""
        self.latest = max(filter(None, (self.latest, day)), default=None)

    def loaded(self, table: Table, columns: Iterable[str]) -> None:
        """Takes into account that rows were added, in these columns, too many to look at."""
        added = set(columns)
        if any(day.table is table and day.name in added for day in DATED):
            self.may_shrink = True

    def changed(self, table: Table) -> None:
        """Takes into account that rows were written over or removed."""
        self.may_shrink = self.may_shrink or any(day.table is table for day in DATED)

    def last_day(self, connection: Connection, change_set_id: int) -> date | None:
        """The last day of which the record speaks by now; None if it speaks of none."""
        before = connection.execute(last_day_kept(change_set_id)).first()
        if self.may_shrink or (before is not None and before[0] is None):
            found: date | None = connection.scalar(last_days())
            return found
        self.reached(before[0] if before is not None else None)
        return self.latest
