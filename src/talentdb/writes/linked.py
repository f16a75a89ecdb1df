"""What do the links between organisations mean to the derivation: one body, or part of another?"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from sqlalchemy import Connection, select

from talentdb.database.bulk import driver_rows
from talentdb.database.portions import batches
from talentdb.queries.careers import links_between, match_keys
from talentdb.schema import citations


class Linked:
    """The links of a ledger in memory: few, and asked about for every person.

    `keys` are the match keys of organisations, by id; they are learned as they are needed.
    """

    def __init__(self, connection: Connection, apart_from: int | None = None) -> None:
        self._connection = connection
        self._newer: dict[int, int] = {}
        self.keys: dict[int, str] = {}
        self._above: defaultdict[int, set[int]] = defaultdict(set)
        rows = [row[1:] for row in connection.execute(links_between()) if row.id != apart_from]
        for organisation_id, kind, other_id, other_key in rows:
            if kind == "renamed":
                self._newer[organisation_id] = other_id
                self.keys[other_id] = other_key
        for organisation_id, kind, other_id, _ in rows:
            if kind in ("part-of", "merged-into"):
                self._above[self.newest(organisation_id)].add(self.newest(other_id))

    @property
    def has_renames(self) -> bool:
        """Whether any organisation bears another name than before."""
        return bool(self._newer)

    def newest(self, organisation_id: int) -> int:
        """The organisation under its newest name."""
        seen = set()
        while organisation_id in self._newer and organisation_id not in seen:
            seen.add(organisation_id)
            organisation_id = self._newer[organisation_id]
        return organisation_id

    def learn_keys(self, organisation_ids: Iterable[int]) -> None:
        """Makes sure that the match keys of these are known, under older and newest names."""
        for batch in batches(sorted(set(organisation_ids) - self.keys.keys())):
            self.keys.update(driver_rows(self._connection, match_keys(batch)))

    @cached_property
    def has_cited_roles(self) -> bool:
        """Whether any source speaks of any role."""
        cited = select(citations.c.id).where(citations.c.role_id.is_not(None)).limit(1)
        return self._connection.execute(cited).first() is not None

    def within(self, organisation_id: int) -> set[int]:
        """Every organisation that is this one or lies within it, under older names too."""
        parts: defaultdict[int, set[int]] = defaultdict(set)
        for part, wholes in self._above.items():
            for whole in wholes:
                parts[whole].add(part)
        inside: set[int] = set()
        waiting = {self.newest(organisation_id)}
        while waiting:
            inside |= waiting
            waiting = {part for whole in waiting for part in parts[whole]} - inside
        return inside | {old for old in self._newer if self.newest(old) in inside}

    def related(self, first: int, second: int) -> bool:
        """Whether both are one, or one contains the other, whatever the day."""
        if first == second:
            return True
        return first in self.above(second) or second in self.above(first)

    def above(self, organisation_id: int) -> set[int]:
        """All that this organisation is part of or merged into, at any remove."""
        reached: set[int] = set()
        waiting = [organisation_id]
        while waiting:
            for higher in self._above.get(waiting.pop(), ()):
                if higher not in reached:
                    reached.add(higher)
                    waiting.append(higher)
        return reached
