"""What do the links between organisations mean to the derivation: one body, or part of another?"""

from collections import defaultdict

from sqlalchemy import Connection

from talentdb.queries.careers import links_between


class Linked:
    """The links of a ledger in memory: few, and asked about for every person."""

    def __init__(self, connection: Connection, apart_from: int | None = None) -> None:
        self._newer: dict[int, int] = {}
        self._key: dict[int, str] = {}
        self._above: defaultdict[int, set[int]] = defaultdict(set)
        rows = [row[1:] for row in connection.execute(links_between()) if row.id != apart_from]
        for organisation_id, kind, other_id, other_key in rows:
            if kind == "renamed":
                self._newer[organisation_id] = other_id
                self._key[other_id] = other_key
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

    def key(self, newest_id: int, key: str) -> str:
        """The match key of the newest name; `key` if the organisation was never renamed."""
        return self._key.get(newest_id, key)

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
