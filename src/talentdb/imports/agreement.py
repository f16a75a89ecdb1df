"""Do the rows of one import that state the same fact say the same of it?"""

from collections.abc import Hashable, Iterable
from typing import Any

from talentdb.imports.problems import Problems, Row


class Agreement:
    """What each row said of each fact; two that differ have no order, so neither can win."""

    def __init__(self, columns: Iterable[str], problems: Problems) -> None:
        self._columns = tuple(columns)
        self._problems = problems
        self._said: dict[tuple[Hashable, str], tuple[Any, Row]] = {}

    def check(self, row: Row, fact: Hashable) -> bool:
        """Whether the row agrees with those before it; if not, it has a problem."""
        agrees = True
        for column in self._columns:
            value = row.values[column]
            if value is None:
                continue
            said, first = self._said.setdefault((fact, column), (value, row))
            if said != value:
                message = f"{first.place} says {first.texts[column]!r} of the same; mend one"
                self._problems.about(row, column, message)
                agrees = False
        return agrees
