"""What do the cells of one column say? Every distinct cell is understood once, however often met.

A column is kept as numbers: each names one of its distinct cells, in the order of first meeting.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from talentdb.errors import TalentdbError
from talentdb.imports.cells import Reader
from talentdb.imports.given import Given
from talentdb.imports.keys import Flags

Raw = str | tuple[str, ...]
Codes: TypeAlias = npt.NDArray[np.integer[Any]]

# Nearly every row may have one of its own in these: to look for each among all others takes long.
_ITS_OWN = ("source", "note")
_MANY = 50_000


class Column:
    """The cells of one field: by code the `texts` and `values` they mean, and once settled `codes`
    by row.

    Seldom a cell that is met again far below has another code, but it means the same.
    Codes in `wrong` cannot be understood, or are blank where that may not be. Those in
    `defaulted` say nothing, so that they mean `default`.
    """

    def __init__(
        self, given: Given, reader: Reader, default: str = "", needed: bool = False
    ) -> None:
        self.given = given
        self.codes: Codes = np.zeros(0, dtype=np.uint8)
        self.texts: list[str] = []
        self.values: list[Any] = []
        self.wrong: set[int] = set()
        self.defaulted: set[int] = set()
        self._reader, self._default, self._needed = reader, default, needed
        self._taken = array("i")
        self._known = _Known(self._understand)
        self._raws: dict[int, Raw] = {}

    def take(self, columns: Sequence[Iterable[str]], count: int) -> None:
        """Takes in the cells of so many more rows, given all columns of the file."""
        places = self.given.places
        cells: Iterable[Any] = repeat("", count)
        if places:
            # Of several cells, all together say something.
            many = zip(*(columns[place] for place in places), strict=True)
            cells = columns[places[0]] if len(places) == 1 else many
        # By way of a list: an array takes in that alone at once.
        self._taken.extend(array("i", list(map(self._known.__getitem__, cells))))
        if len(self._known) > _MANY and self.given.field in _ITS_OWN:
            self._forget()

    def add(self, text: str, value: Any) -> int:
        """The code of a value that no cell of the file has."""
        self.texts.append(text)
        self.values.append(value)
        self._raws[len(self.texts) - 1] = ("",) * len(self.given.places)
        return len(self.texts) - 1

    def settle(self) -> None:
        """Ends the reading: what it took is kept in as little memory as will do."""
        self._forget()
        taken = np.frombuffer(self._taken, dtype=np.int32)
        self.codes = taken.astype(np.min_scalar_type(int(taken.max(initial=0))))
        self._taken = array("i")

    def has(self, codes: set[int]) -> Flags:
        """Which rows have one of these codes."""
        found: Flags = np.isin(self.codes, list(codes))
        return found

    def raw(self, code: int) -> tuple[str, ...]:
        """The cells as they stand in the file, once it is read."""
        found = self._raws.get(code, self.texts[code])
        return (found,) if isinstance(found, str) else found

    def _forget(self) -> None:
        """Of a cell that says just what it means, the text is enough."""
        texts = self.texts
        self._raws |= {code: raw for raw, code in self._known.items() if raw != texts[code]}
        self._known.clear()

    def _understand(self, raw: Raw) -> int:
        code = len(self.texts)
        text, value = "", None
        try:
            text = self.given.meant(raw)
            if not text and self._default:
                text = self._default
                self.defaulted.add(code)
            value = self._reader(text) if text else None
        except TalentdbError:
            self.wrong.add(code)
        if not text and self._needed:
            self.wrong.add(code)
        self.texts.append(text)
        self.values.append(value)
        return code


class _Known(dict[Raw, int]):
    """The code of each distinct cell."""

    def __init__(self, understand: Callable[[Raw], int]) -> None:
        super().__init__()
        self._understand = understand

    def __missing__(self, raw: Raw) -> int:
        code = self[raw] = self._understand(raw)
        return code
