"""Which unbroken presences do the roles of one person make?"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from talentdb.derivation.roles import (
    NEVER_AFTER,
    NEVER_BEFORE,
    OPEN,
    Duplicates,
    Role,
    begin_of,
    order_key,
    reach_of,
)

State = Literal["closed", "open", "unknown"]
End = tuple[State, str | None, int, int]


class Spell(NamedTuple):
    """One person's unbroken presence at one organisation.

    The bounds of an end that is not closed are NEVER_BEFORE and NEVER_AFTER. `evidence`
    is the greatest reach of its roles: NEVER_AFTER if one is open or ends on no latest
    day. `presence` is the last day that the person was certainly there, as far as an
    earliest bound says so. `presumed_end` is the day by which an unknown end must lie,
    because the person had begun elsewhere. `status_rank` is that of the strongest role.
    `role_ids` are in order, each followed by the ids of the roles equal to it.
    """

    organisation_id: int
    first_role_id: int
    last_role_id: int
    started: str
    start_earliest: int
    start_latest: int
    state: State
    ended: str | None
    end_earliest: int
    end_latest: int
    evidence: int
    presence: int
    presumed_end: int | None
    aside: bool
    status_rank: int
    role_ids: tuple[int, ...]

    @property
    def begin(self) -> int:
        """The day that the spell is ordered by."""
        return begin_of(self.start_earliest, self.start_latest)


def follows_unknown_end(before: Role, role: Role) -> bool:
    """Whether the role before is at the same organisation, and its end unknown."""
    return before.ended is None and before.organisation_id == role.organisation_id


def spells_of(
    roles: Sequence[Role],
    duplicates: Duplicates,
    bridge: int,
    reach: Callable[[Role], int] = reach_of,
    follows: Callable[[Role, Role], bool] = follows_unknown_end,
) -> list[Spell]:
    """The spells, in order, of a person whose roles are given in order and each once.

    None is aside yet, nor has a presumed end: see `beside_elsewhere`. `bridge` is the
    number of days over which a role still continues a spell.
    """
    groups = _grouped(roles, bridge, reach, follows)
    spells = [
        spell_of_one(group[0], duplicates) if len(group) == 1 else _joined(group, duplicates)
        for group in groups
    ]
    # Joining moves a spell's end, never its begin, which rules the order: seldom is there a tie.
    if len(groups) == len(roles) or all(a.begin < b.begin for a, b in pairwise(spells)):
        return spells
    firsts = {group[0].id: group[0] for group in groups}
    return sorted(spells, key=lambda spell: order_key(_as_role(spell, firsts)))


def _as_role(spell: Spell, firsts: dict[int, Role]) -> Role:
    return firsts[spell.first_role_id]._replace(
        ended=spell.ended, end_earliest=spell.end_earliest, end_latest=spell.end_latest
    )


def spell_of_one(role: Role, duplicates: Duplicates) -> Spell:
    """The spell that a role makes on its own."""
    role_id, organisation, _, _, started, earliest, latest, ended, first, last, *rest = role
    seen_earliest, seen_latest, status_rank = rest
    state: State = "closed"
    # Comparisons, not max(): this runs for every role of a ledger.
    presence = earliest if earliest > seen_earliest else seen_earliest
    if ended is None:
        state, first, last = "unknown", NEVER_BEFORE, NEVER_AFTER
        evidence = latest if latest > seen_latest else seen_latest
    elif ended == OPEN:
        state, first, last, evidence = "open", NEVER_BEFORE, NEVER_AFTER, NEVER_AFTER
    else:
        presence, evidence = presence if presence > first else first, last
    return Spell(
        organisation,
        role_id,
        role_id,
        started,
        earliest,
        latest,
        state,
        ended,
        first,
        last,
        evidence,
        presence,
        None,
        False,
        status_rank,
        (role_id, *duplicates.get(role_id, ())),
    )


def _grouped(
    roles: Sequence[Role],
    bridge: int,
    reach_of: Callable[[Role], int],
    follows: Callable[[Role, Role], bool],
) -> list[list[Role]]:
    groups: list[list[Role]] = []
    latest: dict[int, tuple[list[Role], int]] = {}
    before: Role | None = None
    for role in roles:
        organisation, reach = role.organisation_id, reach_of(role)
        group, reached = latest.get(organisation, (None, NEVER_BEFORE))
        if group is not None and (
            begin_of(role.start_earliest, role.start_latest) <= reached + bridge
            or (before is not None and follows(before, role))
        ):
            group.append(role)
            reach = max(reach, reached)
        else:
            group = [role]
            groups.append(group)
        latest[organisation] = (group, reach)
        before = role
    return groups


def _joined(roles: list[Role], duplicates: Duplicates) -> Spell:
    alone = [spell_of_one(role, duplicates) for role in roles]
    state, ended, end_earliest, end_latest = _end(alone)
    return alone[0]._replace(
        last_role_id=roles[-1].id,
        state=state,
        ended=ended,
        end_earliest=end_earliest,
        end_latest=end_latest,
        evidence=max(spell.evidence for spell in alone),
        presence=max(spell.presence for spell in alone),
        status_rank=max(spell.status_rank for spell in alone),
        role_ids=tuple(role_id for spell in alone for role_id in spell.role_ids),
    )


def _end(alone: list[Spell]) -> End:
    if any(spell.state == "open" for spell in alone):
        return "open", OPEN, NEVER_BEFORE, NEVER_AFTER
    latest = max((spell.begin, spell.start_latest) for spell in alone)
    if any(
        spell.state == "unknown" and (spell.begin, spell.start_latest) == latest for spell in alone
    ):
        return "unknown", None, NEVER_BEFORE, NEVER_AFTER
    ends = [(s.end_earliest, s.end_latest, s.ended or "") for s in alone if s.state == "closed"]
    bounds = max(end[0] for end in ends), max(end[1] for end in ends)
    texts = [text for earliest, final, text in ends if (earliest, final) == bounds]
    return "closed", min(texts, default=None) or _one_of(*bounds), *bounds


def _one_of(earliest: int, latest: int) -> str:
    # Only reached if the two bounds come from different roles: then earliest is finite, and less.
    until = "" if latest == NEVER_AFTER else date.fromordinal(latest).isoformat()
    return f"[{date.fromordinal(earliest).isoformat()}..{until}]"
