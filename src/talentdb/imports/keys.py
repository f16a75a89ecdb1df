"""Which rows of roles are one role by their keys, and which need a closer look? (design.md §8)

A million rows are compared as columns of numbers. Two rows have one key if person, organisation,
folded title and kind are the same. Whatever is not plainly a role of its own, or plainly the
same as another, is left to `writes.roles`, which has the rules.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.signedinteger[Any]]
Flags: TypeAlias = npt.NDArray[np.bool_]

KEY = ("person", "organisation", "folded", "kind")
SAID = ("started", "ended", "seen", "status", "note")
COLUMNS = (*KEY, *SAID, "title", "begin", "until", "last")
_AT_ONCE = 2**16  # numbers looked for together: few, to save memory
# Large odd numbers, one a column, so that the sums of different rows seldom meet.
_FACTORS = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
    0xD6E8FEB86659FD93,
    0xA0761D6478BD642F,
    0xE7037ED1A0B428DB,
    0x8EBC6AF09C88C6E3,
    0x589965CC75374CC3,
    0x1D8E4E27C47D124F,
    0xEB44ACCAB455D165,
)


@dataclass(frozen=True)
class Statements:
    """Roles as columns of numbers, each number a value; 0 where nothing is said.

    `column` gives one by its name: those of KEY and SAID; `title`, which tells spellings apart
    that `folded` joins; `begin` and `until`, the bounds of the start, and `last`, the latest day
    of the end, as ordinals. Columns may be made when asked for, so that few are in memory.
    """

    column: Callable[[str], Numbers]
    count: int

    def __len__(self) -> int:
        return self.count

    def of(self, places: Numbers | Flags) -> "Statements":
        """Some of them, by place or by flag, with all columns in memory."""
        columns = {name: self.column(name)[places] for name in COLUMNS}
        return Statements(columns.__getitem__, len(columns["person"]))

    def mixed(self, names: tuple[str, ...]) -> Numbers:
        """One number for several columns: equal columns, equal number; seldom the reverse."""
        mixed = np.zeros(len(self), dtype=np.uint64)
        with np.errstate(over="ignore"):
            for name, factor in zip(names, _FACTORS, strict=False):
                part = self.column(name).astype(np.uint64)
                part *= np.uint64(factor)
                mixed ^= part
                mixed *= np.uint64(_FACTORS[0])
                mixed ^= np.right_shift(mixed, np.uint64(32), out=part)
        return mixed.view(np.int64)

    def equal(self, mine: Numbers, other: "Statements", theirs: Numbers, *names: str) -> Flags:
        """Whether these columns are equal, place by place."""
        equal = np.ones(len(mine), dtype=bool)
        for name in names:
            equal &= self.column(name)[mine] == other.column(name)[theirs]
        return equal


def joined(one: Statements, other: Statements) -> Statements:
    """Both, one behind the other."""
    columns = {name: np.concatenate((one.column(name), other.column(name))) for name in COLUMNS}
    return Statements(columns.__getitem__, len(one) + len(other))


def plainly(stated: Statements, recorded: Statements) -> tuple[Flags, Numbers]:
    """Which statements need a closer look; and of each the role that it plainly is.

    That is the place of the first statement of it (its own if it is a role of its own), or
    -1 - the place of the recorded role that it is.
    """
    closer = stated.column("last") < stated.column("begin")
    same: Numbers = np.arange(len(stated), dtype=np.int32)
    mine_too, theirs_too = same.copy(), same[:0]
    mine = stated.mixed(KEY)
    if len(recorded):
        known = _known(stated, recorded)
        same[known >= 0] = -1 - known[known >= 0]
        if (known >= 0).all():
            return closer, same
        asked = np.sort(mine[known < 0])
        mine_too = np.flatnonzero(_among(mine, asked))
        theirs_too = np.flatnonzero(_among(recorded.mixed(KEY), asked))
    theirs = recorded.mixed(KEY)[theirs_too]
    several = _not_alone(np.concatenate((theirs, mine[mine_too])) if len(recorded) else mine)
    theirs_too = theirs_too[several[: len(theirs_too)]]
    mine_too = mine_too[several[len(theirs) :]]
    roles = joined(recorded.of(theirs_too), stated.of(mine_too))
    look, leader = _compared(roles, len(theirs_too))
    places = np.concatenate((-1 - theirs_too, mine_too))
    closer[mine_too] = look[len(theirs_too) :]
    if len(recorded) and closer.any():
        # What says just what is recorded matters to what says otherwise of the same key.
        closer |= (same < 0) & _among(mine, np.sort(mine[closer]))
    same[mine_too] = places[leader[len(theirs_too) :]]
    return closer, same


def _known(stated: Statements, recorded: Statements) -> Numbers:
    """For each statement the place of the recorded role that says just the same, or -1."""
    found = np.full(len(stated), -1, dtype=np.int32)
    if not len(recorded):
        return found
    columns = (*KEY, *SAID)
    theirs, mine = recorded.mixed(columns), stated.mixed(columns)
    order = np.argsort(theirs, kind="stable").astype(np.int32)
    theirs = theirs[order]
    match = np.empty(len(mine), dtype=np.int32)
    for start in range(0, len(mine), _AT_ONCE):
        # Looked for in order: else each look begins far from the one before.
        some = start + np.argsort(mine[start : start + _AT_ONCE])
        match[some] = order[np.minimum(np.searchsorted(theirs, mine[some]), len(order) - 1)]
    del theirs, mine, order
    same = stated.equal(np.arange(len(match), dtype=np.int32), recorded, match, *columns)
    found[same] = match[same]
    return found


def _among(numbers: Numbers, ordered: Numbers) -> Flags:
    """Which numbers are among others that are in order."""
    found = np.zeros(len(numbers), dtype=bool)
    for start in range(0, len(numbers), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        place = np.minimum(np.searchsorted(ordered, numbers[some]), len(ordered) - 1)
        found[some] = ordered[place] == numbers[some]
    return found


def _not_alone(keys: Numbers) -> Flags:
    """Which of these numbers are there more than once."""
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    return _among(keys, twice) if len(twice) else np.zeros(len(keys), dtype=bool)


def _compared(roles: Statements, recorded: int) -> tuple[Flags, Numbers]:
    """Which of these need a closer look, and of each the one that it is plainly the same as.

    The first `recorded` of them are in the ledger; of equal ones the first is the one. Roles of
    one key stand plainly apart if their starts are known and have no day in common.
    """
    key = roles.mixed(KEY)
    begin, until, started = (roles.column(name) for name in ("begin", "until", "started"))
    order = np.lexsort((np.arange(len(roles)), started, until, begin, key))
    before = np.roll(order, 1)
    first = key[order] != key[before]
    first[:1] = True
    same_start = ~first & (started[order] == started[before])
    # The leader of a run of equal starts.
    leader = order[np.maximum.accumulate(np.where(same_start, 0, np.arange(len(order))))]
    apart = begin[order] > until[before]
    bad = ~first & ~np.where(same_start, _repeats(roles, order, leader, recorded), apart)
    bad |= ~first & ~roles.equal(order, roles, before, *KEY)
    bad |= (order >= recorded) & (roles.column("last")[order] < begin[order])
    group = np.cumsum(first) - 1
    closer = np.zeros(len(roles), dtype=bool)
    closer[order] = (np.bincount(group, weights=bad, minlength=1) > 0)[group]
    same = np.empty(len(roles), dtype=np.int64)
    same[order] = leader
    return closer, same


def _repeats(roles: Statements, order: Numbers, leader: Numbers, recorded: int) -> Flags:
    """Whether each says what its leader says; of a recorded one, no more than that."""
    repeats = np.ones(len(order), dtype=bool)
    is_recorded = leader < recorded
    for name in SAID:
        column = roles.column(name)
        said, known = column[order], column[leader]
        repeats &= (said == known) | (is_recorded & (said == 0))
    title = roles.column("title")
    repeats &= is_recorded | (title[order] == title[leader])
    return repeats
