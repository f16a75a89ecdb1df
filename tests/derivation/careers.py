"""How does a test write down a career?

`A Engineer 2010–2012-12 · B 2012-06–now · A 2015–u, seen 2024`: organisations are single
letters (A is 1), ends are `u` unknown or `now` open, ids count from 1 in the order written.
"""

import re
from calendar import monthrange
from datetime import date

from talentdb.derivation import NEVER_AFTER, NEVER_BEFORE, Move, Role, Spell, derive

ROLE = re.compile(
    r"(?P<at>\S) ((?P<title>\D\S*) )?(?P<start>\S+)–(?P<end>[^ ,]+)(, seen (?P<seen>\S+))?"
)


def bounds(text: str) -> tuple[int, int]:
    """The days that a date may mean: `2025`, `2025-06~`, `2025-06-30`, `[a..b]`, `[..b]`."""
    if text.startswith("["):
        first, last = text.strip("[]").split("..")
        return (
            bounds(first)[0] if first else NEVER_BEFORE,
            bounds(last)[1] if last else NEVER_AFTER,
        )
    year, month, day = (*map(int, text.rstrip("~").split("-")), 0, 0)[:3]
    first_day = date(year, month or 1, day or 1)
    last_month = month or 12
    last_day = date(year, last_month, day or monthrange(year, last_month)[1])
    return first_day.toordinal(), last_day.toordinal()


def role(text: str, role_id: int = 1, status_rank: int = 2) -> Role:
    """One role, as written."""
    found = ROLE.fullmatch(text)
    assert found, text
    ended = {"u": None, "now": ".."}.get(found["end"], found["end"])
    closed = ended not in (None, "..")
    return Role(
        role_id,
        ord(found["at"]) - 64,
        found["at"].casefold(),
        found["title"] or "",
        found["start"],
        *bounds(found["start"]),
        ended,
        *(bounds(found["end"]) if closed else (0, 0)),
        *(bounds(found["seen"]) if found["seen"] else (NEVER_BEFORE, NEVER_BEFORE)),
        status_rank,
    )


def roles(text: str) -> list[Role]:
    """The roles of a career, as written."""
    return [role(part, number) for number, part in enumerate(text.split(" · "), start=1)]


def spells(text: str) -> list[Spell]:
    """The spells of a career."""
    return derive(roles(text))[0]


def moves(text: str) -> list[Move]:
    """The moves of a career."""
    return derive(roles(text))[1]


def written(found: list[Move]) -> str:
    """Moves in a line: `A→B direct, B→A gap`."""
    return ", ".join(
        f"{chr(move.from_organisation_id + 64)}→{chr(move.to_organisation_id + 64)} "
        f"{move.continuity}"
        for move in found
    )
