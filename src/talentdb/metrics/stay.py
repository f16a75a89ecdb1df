"""What is known of one stay by a day: how it ended, how long it was? (metrics.md §8)

Days are ordinals.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from talentdb.derivation import NEVER_AFTER, NEVER_BEFORE, Spell

DATES = ("outer", "middle", "inner")
UNKNOWN_ENDS = ("unknown", "open", "left")
Ending = Literal["ended", "presumed", "open", "unknown"]


@dataclass(frozen=True)
class Reckoning:
    """How days are reckoned: by when, partial dates by which day, what an unknown end is."""

    as_of: date
    dates: str = "middle"
    unknown_end: str = "unknown"
    bridge: int = 31

    def words(self) -> str:
        """For the rule line."""
        return f"{self.dates} dates · unknown ends {self.unknown_end}"


class Stay(NamedTuple):
    """A stay as it is known by a day; bounds are finite, one-sided dates having the other twice.

    `ending`: ended; presumed ended on the day by which the person had begun elsewhere; open;
    unknown after its last evidence, which is its end then. The end of an open one is the day
    asked about. `since_unbounded` and `until_unbounded` tell of dates without that bound.
    """

    person_id: int
    person: str
    organisation_id: int
    role_ids: tuple[int, ...]
    started: str
    ended: str | None
    start_earliest: int
    start_latest: int
    ending: Ending
    end_earliest: int
    end_latest: int
    since_unbounded: bool = False
    until_unbounded: bool = False
    has_left: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the person is known, or presumed, to have left."""
        return self.ending in ("ended", "presumed")

    @property
    def is_partial(self) -> bool:
        """Whether its length rests on a date that is not one day."""
        vague_end = self.ending == "ended" and self.end_earliest != self.end_latest
        return self.start_earliest != self.start_latest or vague_end

    def began_within(self, since: date | None, until: date | None) -> bool:
        """Whether it certainly began in a window."""
        if since is not None and (self.since_unbounded or self.start_earliest < since.toordinal()):
            return False
        if until is None:
            return True
        # `[2021..]` may be any later day.
        return self.start_latest <= until.toordinal() and not self.started.endswith("..]")

    def ended_as_known(self) -> str | None:
        """Its end as EDTF: `..` if it goes on, None if that is not known."""
        if self.ending == "open":
            return ".."
        if self.ending == "presumed":
            return f"[..{date.fromordinal(self.end_latest)}]"
        return self.ended

    def begin(self, dates: str) -> int:
        """The day it began: the earliest, the middle or the latest possible one."""
        return _chosen(self.start_earliest, self.start_latest, dates)

    def finish(self, dates: str) -> int:
        """The day it ended, or the last day that it is known of."""
        opposite = {"outer": "inner", "inner": "outer"}.get(dates, dates)
        return _chosen(self.end_earliest, self.end_latest, opposite)

    def days(self, dates: str) -> int:
        """Its length; where middle days are the wrong way round, the longest possible one."""
        length = self.finish(dates) - self.begin(dates)
        if length < 0 and dates == "middle":
            length = self.end_latest - self.start_earliest
        return max(0, length)


def _chosen(earliest: int, latest: int, dates: str) -> int:
    if dates == "middle":
        return earliest + (latest - earliest) // 2
    return earliest if dates == "outer" else latest


def stay_of(
    about: tuple[int, str, int, tuple[int, ...]], spell: Spell, reckoning: Reckoning
) -> Stay:
    """One spell as it is known by the day asked about."""
    start = _bounded(spell.start_earliest, spell.start_latest)
    ending, end, unbounded = _end(spell, reckoning)
    return Stay(
        *about,
        spell.started,
        spell.ended if ending == "ended" else None,
        *start,
        ending,
        *end,
        spell.start_earliest == NEVER_BEFORE,
        unbounded,
    )


def _end(spell: Spell, reckoning: Reckoning) -> tuple[Ending, tuple[int, int], bool]:
    as_of = reckoning.as_of.toordinal()
    still_there: tuple[Ending, tuple[int, int], bool] = "open", (as_of, as_of), False
    if spell.state == "open":
        return still_there
    if spell.state == "closed":
        end = _bounded(spell.end_earliest, spell.end_latest)
        over = _chosen(*end, "middle") <= as_of
        return ("ended", end, spell.end_latest == NEVER_AFTER) if over else still_there
    if spell.presumed_end is not None:
        day = spell.presumed_end
        return ("presumed", (day, day), False) if day <= as_of else still_there
    last = spell.evidence if spell.evidence < NEVER_AFTER else spell.presence
    if reckoning.unknown_end == "open":
        return still_there
    if reckoning.unknown_end == "left":
        return ("ended", (last, last), False) if last <= as_of else still_there
    # What is only known of after the day asked about makes no stay longer than that day.
    last = min(last, as_of)
    return "unknown", (last, last), False


def _bounded(earliest: int, latest: int) -> tuple[int, int]:
    if earliest == NEVER_BEFORE:
        return latest, latest
    return earliest, earliest if latest == NEVER_AFTER else latest
