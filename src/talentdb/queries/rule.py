"""Under which rule does a question count moves? (metrics.md §1, §3–5)"""

from dataclasses import dataclass
from datetime import date

from talentdb.schema.words import COUNTED_CONTINUITIES, LINK_KINDS

COUNTED_STATUSES = ("reported", "confirmed")
ROLLUPS = ("none", "renames", "parents")


@dataclass(frozen=True)
class Rule:
    """What counts, from when to when, and what stands for what.

    `named` are the organisations that the question is about: each stands for itself and its
    parts as of the event, unless `exact`. `statuses` are those that count. `linked` (kinds of
    links) and `twinned` (moves both recorded and derived) say what the ledger holds at all: a
    statement need not look, move by move, for what is nowhere.
    """

    as_of: date
    since: date | None = None
    until: date | None = None
    rollup: str = "renames"
    exact: bool = False
    named: tuple[int, ...] = ()
    statuses: tuple[str, ...] = COUNTED_STATUSES
    continuities: tuple[str, ...] = COUNTED_CONTINUITIES
    unique_people: bool = False
    linked: tuple[str, ...] = LINK_KINDS
    twinned: bool = True

    @property
    def has_window(self) -> bool:
        """Whether only some days count."""
        return self.since is not None or self.until is not None

    def line(self) -> str:
        """The rule in one line, as printed under a table."""
        window = "all time"
        if self.has_window:
            window = f"{self.since or 'the first day'} to {self.until or 'the last day'}"
        parts = [window, f"as of {self.as_of}", f"roll-up {self.rollup}"]
        if self.named:
            parts.append("named alone" if self.exact else "named with parts")
        parts += [" or ".join(self.statuses), ", ".join(self.continuities)]
        if self.unique_people:
            parts.append("a person once per pair")
        return " · ".join(parts)
