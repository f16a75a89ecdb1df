"""Which moves follow from the spells of one person, and how do the two spells of each meet?"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from talentdb.derivation.roles import NEVER_AFTER, NEVER_BEFORE
from talentdb.derivation.spells import Spell

# Fixed, whatever the bridge between roles: both belong to what the words mean.
OVERLAP_DAYS = 31
DIRECT_DAYS = 92

Continuity = Literal["direct", "gap", "presumed", "overlap", "unordered"]


class Move(NamedTuple):
    """A person leaving one organisation for another, as it follows from roles.

    `from_role_id` is the last role of the earlier spell, `to_role_id` the first of the
    later one; the date is the later one's start. `gap_days` is never negative, and None
    if the earlier end or the later start is unbounded. `status_rank` is that of the
    weaker of the two roles.
    """

    from_organisation_id: int
    to_organisation_id: int
    from_role_id: int
    to_role_id: int
    date: str
    date_earliest: int
    date_latest: int
    continuity: Continuity
    gap_days: int | None
    status_rank: int


def moves_of(spells: Sequence[Spell], ranks: Mapping[int, int]) -> list[Move]:
    """The moves between neighbouring spells that are not aside, first to last.

    `ranks` gives the status of each role.
    """
    main = [spell for spell in spells if not spell.aside]
    return [
        Move(
            earlier.organisation_id,
            later.organisation_id,
            earlier.last_role_id,
            later.first_role_id,
            later.started,
            later.start_earliest,
            later.start_latest,
            continuity(earlier, later),
            gap_days(earlier, later),
            min(ranks[earlier.last_role_id], ranks[later.first_role_id]),
        )
        for earlier, later in pairwise(main)
        if earlier.organisation_id != later.organisation_id
    ]


def continuity(earlier: Spell, later: Spell) -> Continuity:
    """How two neighbouring spells meet; an unbounded side never makes an overlap or a gap."""
    certain = earlier.presence if earlier.state == "unknown" else earlier.end_earliest
    if earlier.state == "open" or certain - later.start_latest > OVERLAP_DAYS:
        return "overlap"
    # The bounds of two unknown ends are equal too, and no open one comes this far.
    if earlier.state == later.state and _bounds(earlier) == _bounds(later):
        return "unordered"
    if earlier.state == "unknown":
        return "presumed"
    return "direct" if later.start_earliest - earlier.end_latest <= DIRECT_DAYS else "gap"


def gap_days(earlier: Spell, later: Spell) -> int | None:
    """Days from the latest end of the earlier spell to the earliest start of the later one."""
    if earlier.end_latest == NEVER_AFTER or later.start_earliest == NEVER_BEFORE:
        return None
    return max(0, later.start_earliest - earlier.end_latest)


def _bounds(spell: Spell) -> tuple[int, int, int, int]:
    return spell.start_earliest, spell.start_latest, spell.end_earliest, spell.end_latest
