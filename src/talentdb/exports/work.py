"""What do the files of an export share, and which facts would they make one?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from talentdb.errors import RuleBroken
from talentdb.exports.references import References
from talentdb.queries.changes import NOUNS
from talentdb.queries.exports import every_work
from talentdb.writes.alike import alike
from talentdb.writes.linked import Linked

_SHOWN = 20


@dataclass(frozen=True)
class Export:
    """One export on its way: how everybody is meant, and which facts a file would make one."""

    connection: Connection
    references: References
    linked: Linked
    alike: list[str] = field(default_factory=list)
    works: dict[int, Any] = field(default_factory=dict)

    def work(self, work_id: int) -> Any:
        """The name of a work, and where it was made."""
        if not self.works:
            for row in self.connection.execute(every_work()):
                self.works[row.id] = row
        return self.works[work_id]

    def look_for_alike(self, table: Table, rows: Iterable[Any]) -> None:
        """Notes which of these rows would be read back as one."""
        noun = NOUNS[table.name]
        for first, second in alike(table, rows, self.linked):
            self.alike.append(f"{noun}:{first['id']} and {noun}:{second['id']}")

    def refuse_alike(self) -> None:
        """Raises RuleBroken if two facts would be read back as one."""
        if not self.alike:
            return
        listed = "".join(f"\n  {line}" for line in self.alike[:_SHOWN])
        more = f"\n  … and {len(self.alike) - _SHOWN} more" if len(self.alike) > _SHOWN else ""
        raise RuleBroken(
            "these would be one when read back; nothing was exported. "
            f"Change or remove one of each two:{listed}{more}"
        )
