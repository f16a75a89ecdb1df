"""What must hold wherever a walk through a ledger leads, and once all of it is undone?"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from hypothesis.stateful import RuleBasedStateMachine, invariant
from sqlalchemy import Connection, Table, select

from talentdb.errors import TalentdbError
from talentdb.queries.as_of import last_day_kept, last_days
from talentdb.schema import change_sets
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.resting import effective_ids
from talentdb.writes.undo import undo
from tests.writes.dumps import Dump, dump, follows_from_the_facts, written


class Watched(RuleBasedStateMachine):
    """What the ledger holds must follow from which change sets count, however that came about."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self.connection = connection
        self.transaction = connection.begin()
        self.has_written = False
        self.seen: dict[frozenset[int], Dump] = {frozenset(): dump(connection)}

    def teardown(self) -> None:
        try:
            for id in sorted(self.counting(), reverse=True):
                self.has_written = True
                written(self.connection, partial(undo, change_set_id=id))
                self.is_what_it_was()
            assert not self.counting()
        finally:
            self.transaction.rollback()

    def counting(self) -> frozenset[int]:
        """The writes that are not undone."""
        undoings = select(change_sets.c.id).where(change_sets.c.undoes_id.is_not(None))
        found = set(self.connection.execute(undoings).scalars())
        return frozenset(effective_ids(self.connection) - found)

    @invariant()
    def is_what_it_was(self) -> None:
        if self.has_written:
            self.has_written = False
            now = dump(self.connection)
            assert self.seen.setdefault(self.counting(), now) == now
            assert follows_from_the_facts(self.connection)
            assert self.connection.scalar(last_day_kept()) == self.connection.scalar(last_days())

    def write(self, what: Callable[[ChangeSet], object]) -> None:
        """One command; what the ledger refuses leaves no trace."""
        with suppress(TalentdbError):
            self.has_written = written(self.connection, what) is not None

    def row(self, table: Table, pick: int) -> int:
        """The id of some row of a table, 0 if it is empty."""
        ids = self.connection.execute(select(table.c.id).order_by(table.c.id)).scalars().all()
        return ids[pick % len(ids)] if ids else 0
