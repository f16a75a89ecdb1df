"""Under which rule does a question count moves? (metrics.md §1, §3–5)"""

from dataclasses import dataclass
from datetime import date

from talentdb.schema.words import COUNTED_CONTINUITIES, LINK_KINDS, MAIN_ROLE_KINDS, STATUSES

COUNTED_STATUSES = ("reported", "confirmed")
ROLLUPS = ("none", "renames", "parents")
BRIDGE_DAYS = 31


@dataclass(frozen=True)
class Basis:
    """Which roles make spells, and how many days apart they still make one (metrics.md §1–2).

    The stored spells and moves follow from the standard one; for any other they are derived anew,
    for one question, by `writes.rederive`. `known_by` is the day whose knowledge counts alone, and
    `left_out` says in words what that left out.
    """

    kinds: tuple[str, ...] = MAIN_ROLE_KINDS
    min_status: str = "reported"
    bridge: int = BRIDGE_DAYS
    known_by: date | None = None
    left_out: str = ""

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that count, from the least sure to the surest."""
        return STATUSES[STATUSES.index(self.min_status) :]

    def words(self) -> list[str]:
        """What is not as usual, for the rule line."""
        parts = []
        if set(self.kinds) != set(MAIN_ROLE_KINDS):
            parts.append(f"kinds {', '.join(self.kinds)}")
        if self.min_status != STANDARD.min_status:
            parts.append(f"roles at least {self.min_status}")
        if self.bridge != STANDARD.bridge:
            parts.append(f"bridge {self.bridge} days")
        if self.known_by is not None:
            parts.append(f"known by {self.known_by}")
        if self.left_out:
            parts.append(f"left out: {self.left_out}")
        return parts


STANDARD = Basis()


@dataclass(frozen=True)
class Rule:
    """What counts, from when to when, and what stands for what.

    `named` are the organisations that the question is about: each stands for itself and its
    parts as of the event, unless `exact`. `statuses` are those that count, of moves; `basis` says
    from which roles the moves follow. `linked` (kinds of links) and `twinned` (moves both recorded
    and derived) say what the ledger holds at all: a statement need not look, move by move, for
    what is nowhere.
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
    basis: Basis = STANDARD
    linked: tuple[str, ...] = LINK_KINDS
    twinned: bool = True

    @property
    def has_window(self) -> bool:
        """Whether only some days count."""
        return self.since is not None or self.until is not None

    def line(self) -> str:
        """The rule in one line, as printed under a table."""
        return " · ".join(
            [
                self._window() or "all time",
                *self._bodies(),
                " or ".join(self.statuses),
                ", ".join(self.continuities),
                *self.basis.words(),
                *(["a person once per pair"] if self.unique_people else []),
            ]
        )

    def line_of_stays(self) -> str:
        """The same for an answer about spells, in which nobody moves."""
        window = self._window()
        begun = [f"begun {window}"] if window else []
        statuses = " or ".join(self.basis.statuses)
        return " · ".join([*begun, *self._bodies(), statuses, *self.basis.words()])

    def line_of_people(self) -> str:
        """The same for an answer about who is where on one day."""
        return " · ".join([f"as of {self.as_of}", *self.basis.words()])

    def line_of_sources(self) -> str:
        """The same for an answer about publications; nothing where all of them are listed."""
        window = self._window()
        published = [f"published {window}"] if window else []
        return " · ".join([*published, *self.basis.words()])

    def _window(self) -> str | None:
        if not self.has_window:
            return None
        return f"{self.since or 'the first day'} to {self.until or 'the last day'}"

    def _bodies(self) -> list[str]:
        named = ["named alone" if self.exact else "named with parts"] if self.named else []
        return [f"as of {self.as_of}", f"roll-up {self.rollup}", *named]
