"""Who bears which name, when half a ledger may have to be in memory?"""

from collections.abc import Iterable, Sequence, Set
from typing import Any


class Bearers(dict[str, "int | tuple[int, ...]"]):
    """Who bears a name, by its key: an id, or several in order."""

    def ids(self, key: str) -> tuple[int, ...]:
        """All who bear it."""
        found = self.get(key, ())
        return (found,) if isinstance(found, int) else found

    def add(self, key: str, id: int) -> None:
        """Takes in one more."""
        known = self.setdefault(key, id)
        if known != id:
            self[key] = tuple(sorted({*self.ids(key), id}))

    def add_all(self, bearers: Iterable[Sequence[Any]]) -> None:
        """Takes in very many, each a key and an id."""
        for key, id in bearers:
            if self.setdefault(key, id) != id:
                self.add(key, id)

    def only(self, keys: Set[str]) -> "Bearers":
        """Those of them with these keys."""
        return Bearers((key, self[key]) for key in keys & self.keys())
