"""Which of many citations are new, and what do they add to those that are there? (Keys)"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

from sqlalchemy import select

from talentdb.database.portions import batches
from talentdb.schema import CITED, citations
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.citing import NewCitation
from talentdb.writes.shelf import Held, Shelf

Outcome = Literal["created", "updated", "unchanged"]
_DECIDING = ("field", "value", "locator", "said_by")


class Citations:
    """The citations of some facts, as they are and as they will be once `write` is called."""

    def __init__(self, change: ChangeSet, facts: Iterable[tuple[str, int]]) -> None:
        self._change = change
        self._shelf = Shelf(citations)
        self._held: dict[tuple[Any, ...], Held] = {}
        ids: defaultdict[str, set[int]] = defaultdict(set)
        for column, id in facts:
            ids[column].add(id)
        for column in CITED.values():
            for batch in batches(sorted(ids[column])):
                statement = select(citations).where(citations.c[column].in_(batch))
                rows: Any = change.connection.execute(statement.order_by(citations.c.id))
                for row in rows.mappings():
                    decided = (row[name] for name in _DECIDING)
                    key = (column, row[column], row["source_id"], *decided)
                    self._held.setdefault(key, Held(dict(row), row["id"]))

    def state(self, new: NewCitation, stance: str | None) -> Outcome:
        """Records a citation, or what it says more than the one that it is.

        `stance` is the one that was given; a citation that is there keeps its own without.
        """
        column, fact_id = new.fact
        decided = {name: getattr(new, name) for name in _DECIDING}
        said = {"status": new.status, "quote": new.quote, "via_source_id": new.via_source_id}
        key = (column, fact_id, new.source_id, *decided.values())
        held = self._held.get(key)
        if held is not None:
            given = {**said, "stance": stance}
            more = {name: value for name, value in given.items() if value is not None}
            return "updated" if self._shelf.change(held, more) else "unchanged"
        facts = {**dict.fromkeys(CITED.values()), column: fact_id}
        values = {**facts, **decided, **said, "source_id": new.source_id, "stance": new.stance}
        self._held[key] = self._shelf.add(values)
        return "created"

    def write(self) -> None:
        """Writes what was stated."""
        self._shelf.write(self._change)
