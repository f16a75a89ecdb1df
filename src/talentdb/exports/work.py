"""What do the files of an export share, and which facts would they make one?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from talentdb.errors import RuleBroken
from talentdb.exports.redaction import Redaction
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
    redaction: Redaction | None = None
    alike: list[str] = field(default_factory=list)
    works: dict[int, Any] = field(default_factory=dict)

    def work(self, work_id: int) -> Any:
        """The name of a work, and where it was made."""
        if not self.works:
            for row in self.connection.execute(every_work()):
                self.works[row.id] = row
        return self.works[work_id]

    @classmethod
    def of(cls, connection: Connection, redact: bool = False) -> "Export":
        """An export of this ledger; with `redact` people are under pseudonyms."""
        redaction = Redaction(connection) if redact else None
        pseudonyms = redaction.pseudonyms if redaction else None
        references = References(connection, pseudonyms)
        return cls(connection, references, Linked(connection), redaction)

    def shown(self, table: Table, rows: Iterable[Any]) -> list[dict[str, Any]]:
        """The rows as this export may show them; some may not be shown at all."""
        if self.redaction is None:
            return [dict(row) for row in rows]
        seen = (self.redaction.shown(table.name, row) for row in rows)
        return [row for row in seen if row is not None]

    def handle(self, id: int | None, handle: str | None) -> str | None:
        """By which handle this export means a source."""
        if id is None or self.redaction is None:
            return handle
        return self.redaction.pseudonyms.source(id)

    def refuse_what_is_lost(self) -> None:
        """Raises RuleBroken if reading the files back would not give the same ledger."""
        self.references.refuse_unclear()
        self.refuse_alike()

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
