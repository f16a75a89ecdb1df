"""Which line of a file names its columns, and which column does a word or a number mean?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from talentdb.imports.kinds import column_of
from talentdb.imports.reading import DELIMITERS, Record, records
from talentdb.imports.synonyms import is_familiar

_SCANNED = 40  # records within which a header is looked for


@dataclass(frozen=True)
class Header:
    """The words of the columns, the line on which they stand, and which file they head.

    Without a header the words are `#1`, `#2`, … and the line is 0.
    """

    line: int
    words: tuple[str, ...]

    def places(self, word: str) -> list[int]:
        """The positions, from 0 on, of the columns with this word, or of `#2`."""
        if word.startswith("#") and word[1:].isdecimal():
            place = int(word[1:]) - 1
            return [place] if 0 <= place < len(self.words) else []
        exact = [place for place, own in enumerate(self.words) if own == word.strip()]
        column = column_of(word)
        return exact or [place for place, own in enumerate(self.words) if column_of(own) == column]

    def twice(self, chosen: Collection[int]) -> Iterator[tuple[int, list[int]]]:
        """Columns whose word stands before them already, unless one of them was chosen.

        Each with all positions of that word.
        """
        at: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            if word:
                at.setdefault(column_of(word), []).append(place)
        for places in at.values():
            if len(places) > 1 and not set(places) & set(chosen):
                for place in places[1:]:
                    yield place, places


def numbered(record: Record | None) -> Header:
    """The header of a file that has none."""
    count = len(record.cells) if record else 0
    return Header(0, tuple(f"#{place + 1}" for place in range(count)))


def header_among(found: Sequence[Record], wanted: Collection[str]) -> int:
    """Which of the first records names the columns; 0 if none looks so.

    It is the first most of whose words are familiar, or are columns that a recipe names.
    """
    for place, record in enumerate(found[:_SCANNED]):
        given = [cell for cell in record.cells if cell]
        known = familiar(given, wanted)
        if known and (known >= 2 or len(given) == 1 or place == 0) and known * 2 >= len(given):
            return place
    return 0


def familiar(cells: Sequence[str], wanted: Collection[str]) -> int:
    """How many of these cells are words that a header might have."""
    return sum(column_of(cell) in wanted or is_familiar(cell) for cell in cells if cell)


def delimiter_among(head: Sequence[str], wanted: Collection[str], has_header: bool) -> str:
    """The delimiter of a file of which these are the first lines; a comma if nothing tells."""
    scores: Mapping[str, tuple[int, int, int]] = {
        one: _score(head, one, wanted, has_header) for one in DELIMITERS.values()
    }
    return max(scores, key=lambda one: scores[one])  # of equals the first, which is the comma


def _score(
    head: Sequence[str], delimiter: str, wanted: Collection[str], has_header: bool
) -> tuple[int, int, int]:
    found = [record for record in records(head, delimiter) if record.fault is None]
    if not found:
        return (0, 0, 0)
    place = header_among(found, wanted) if has_header else 0
    cells = found[place].cells
    known = familiar(cells, wanted) if has_header else 0
    alike = sum(len(record.cells) == len(cells) for record in found[place:])
    return (known, alike if len(cells) > 1 else 0, len(cells))


def shown(cells: Sequence[str]) -> str:
    """A header as one line of text, cut where it is very long."""
    line = ",".join(cells)
    return line if len(line) <= 200 else f"{line[:200]}…"
