r"""How is a fact named in one cell, as `role|Ada Example|Acme|Engineer|employment|2023-05`?

A bar in a part is `\|`. Backslashes are doubled only where they stand right before a bar, be it
the part's own or the one that ends the part.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from talentdb.dates import PartialDate, read
from talentdb.errors import RuleBroken
from talentdb.imports import cells
from talentdb.schema.words import FIGURE_METRICS, LINK_KINDS, OFFER_KINDS, ROLE_KINDS

FORMS = {
    "role": "role|PERSON|ORGANISATION|TITLE|KIND|STARTED",
    "move": "move|PERSON|FROM|TO|DATE",
    "link": "link|ORGANISATION|LINK|OTHER|STARTED",
    "name": "name|OF|NAME|STARTED",
    "offer": "offer|BY|PERSON|AT|KIND|DATE",
    "work": "work|BY|WORK",
    "credit": "credit|PERSON|BY|WORK|AS",
    "figure": "figure|ORGANISATION|METRIC|COUNTERPART|PUBLISHED|SINCE|UNTIL",
}
_NEVER_BLANK = {
    "role": (0, 1),
    "move": (0,),
    "link": (0, 1, 2),
    "name": (0, 1),
    "offer": (0,),
    "work": (0, 1),
    "credit": (0, 1, 2),
    "figure": (0, 1, 3),
}
_UNDATED = ("work", "credit")
_BAR = re.compile(r"(\\*)\|")
_SLASHES_AT_END = re.compile(r"(\\+)\Z")


class FactKey(NamedTuple):
    """A fact as a cell names it: its noun, the parts between, blank ones empty, and its date."""

    noun: str
    parts: tuple[str, ...]
    when: PartialDate | None


def fact(cell: str) -> FactKey:
    """The fact that a cell names; raises an error that says which form was expected."""
    noun, *parts = parts_of(cells.text(cell))
    noun = noun.strip().casefold()
    if noun not in FORMS:
        raise RuleBroken(f"write one of {', '.join(FORMS.values())}")
    parts = [part.strip() for part in parts]
    if len(parts) != FORMS[noun].count("|"):
        raise RuleBroken(f"write {FORMS[noun]}")
    if not all(parts[place] for place in _NEVER_BLANK[noun]):
        raise RuleBroken(f"a part of it is blank: write {FORMS[noun]}")
    if noun in _UNDATED:
        return FactKey(noun, tuple(parts), None)
    when = read(parts[-1]) if parts[-1] else None
    if noun == "role":
        parts[3] = parts[3] or "employment"
    for place, understood in _UNDERSTOOD.get(noun, ()):
        parts[place] = str(understood(parts[place])) if parts[place] else ""
    return FactKey(noun, tuple(parts[:-1]), when)


# How parts are read that are no names.
_UNDERSTOOD: dict[str, tuple[tuple[int, cells.Reader], ...]] = {
    "role": ((3, cells.word(ROLE_KINDS)),),
    "link": ((1, cells.word(LINK_KINDS)),),
    "offer": ((3, cells.word(OFFER_KINDS)),),
    "figure": (
        (1, cells.word(FIGURE_METRICS)),
        (3, cells.number),
        (4, lambda part: read(part).text),
    ),
}


def key_of(parts: Sequence[str]) -> str:
    """The cell that names a fact by these parts; `parts_of` is the way back."""
    escaped = [_BAR.sub(r"\1\1\\|", part) for part in parts]
    ended = [_SLASHES_AT_END.sub(r"\1\1", part) for part in escaped[:-1]]
    return "|".join([*ended, *escaped[-1:]])


def parts_of(cell: str) -> list[str]:
    """The parts of a fact's key, read from left to right."""
    parts, start = [""], 0
    for match in _BAR.finditer(cell):
        slashes = len(match[1])
        parts[-1] += cell[start : match.start()] + "\\" * (slashes // 2)
        if slashes % 2:
            parts[-1] += "|"
        else:
            parts.append("")
        start = match.end()
    parts[-1] += cell[start:]
    return parts
