"""Which careers are so plain that their spells and moves can be told for very many at once?

In a plain career each role begins after the one before, and ends not before any of those before
certainly did; all but the last have ended; and no role continues an earlier one at the same
organisation. Each role is a spell then, none is aside, and one moves from each to the next if
that is elsewhere. What this says of a plain career is just what `derive` says of it.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from talentdb.derivation.moves import DIRECT_DAYS, OVERLAP_DAYS
from talentdb.derivation.roles import NEVER_AFTER, NEVER_BEFORE

Numbers: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

CLOSED, OPEN, UNKNOWN = range(3)
CONTINUITIES = ("direct", "gap", "overlap")
NO_GAP = -1
_APART = 2**40  # days; more than lie between any two


@dataclass(frozen=True)
class Careers:
    """The roles of many people as columns, in order of person and begin; days are ordinals.

    The bounds of an end that is open or unknown mean nothing. `state` is CLOSED, OPEN or UNKNOWN.
    """

    person: Numbers
    organisation: Numbers
    start_earliest: Numbers
    start_latest: Numbers
    state: Numbers
    end_earliest: Numbers
    end_latest: Numbers

    @property
    def begins(self) -> Flags:
        """Which roles are the first of their person."""
        first = np.ones(len(self.person), dtype=bool)
        first[1:] = self.person[1:] != self.person[:-1]
        return first

    def of(self, which: Flags | Numbers | slice) -> "Careers":
        """Some of them."""
        return Careers(*(column[which] for column in vars(self).values()))


def begin_of_many(start_earliest: Numbers, start_latest: Numbers) -> Numbers:
    """The days that starts are ordered by: the earliest, or the latest where there is none."""
    return np.where(start_earliest == NEVER_BEFORE, start_latest, start_earliest)


def are_plain(careers: Careers, bridge: int = 31) -> Flags:
    """Which roles belong to a person whose whole career is plain.

    `bridge` is the number of days over which a role still continues a spell.
    """
    first = careers.begins
    person = np.cumsum(first, dtype=np.int64) - 1
    begin = begin_of_many(careers.start_earliest, careers.start_latest)
    later = ~first
    odd = np.zeros(len(first), dtype=bool)
    odd[1:] = later[1:] & ((begin[1:] <= begin[:-1]) | (careers.state[:-1] != CLOSED))
    # The last day on which somebody certainly was still at any place before.
    until = np.maximum.accumulate(careers.end_earliest + person * _APART) - person * _APART
    odd[1:] |= later[1:] & (careers.state[1:] == CLOSED) & (careers.end_latest[1:] < until[:-1])
    at = np.lexsort((np.arange(len(first)), careers.organisation, careers.person))
    again = (careers.person[at[1:]] == careers.person[at[:-1]]) & (
        careers.organisation[at[1:]] == careers.organisation[at[:-1]]
    )
    odd[at[1:]] |= again & (begin[at[1:]] <= careers.end_latest[at[:-1]] + bridge)
    plain: Flags = (np.bincount(person, weights=odd, minlength=1) == 0)[person]
    return plain


def moves_of_plain(careers: Careers) -> tuple[Numbers, Numbers, Numbers]:
    """The moves of plain careers: the places of the roles led to, continuity and gap of each.

    A move leads from the role before to one elsewhere. The continuity is a place in CONTINUITIES,
    the gap a number of days, or NO_GAP where it is not known.
    """
    elsewhere = ~careers.begins
    elsewhere[1:] &= careers.organisation[1:] != careers.organisation[:-1]
    to = np.flatnonzero(elsewhere)
    end_earliest, end_latest = careers.end_earliest[to - 1], careers.end_latest[to - 1]
    earliest, latest = careers.start_earliest[to], careers.start_latest[to]
    days = earliest - end_latest
    direct = np.where(days <= DIRECT_DAYS, 0, 1)
    continuity = np.where(end_earliest - latest > OVERLAP_DAYS, 2, direct)
    unbounded = (end_latest == NEVER_AFTER) | (earliest == NEVER_BEFORE)
    gap = np.where(unbounded, NO_GAP, np.maximum(days, 0))
    return to, continuity, gap
