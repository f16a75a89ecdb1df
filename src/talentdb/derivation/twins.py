"""Which recorded moves of a person say the same as derived ones, or how a spell began or ended?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from talentdb.derivation.fits import (
    BY_FROM_ROLE,
    BY_TO_ROLE,
    WIDENED_DAYS,
    Fit,
    Recorded,
    Target,
    assigned,
    by_date,
    by_role,
    target,
)
from talentdb.derivation.moves import Move
from talentdb.derivation.roles import NEVER_AFTER
from talentdb.derivation.spells import Spell

Related = Callable[[int, int], bool]


class Matches(NamedTuple):
    """Ids of recorded moves: by a derived one's `to_role_id`, by a spell's `first_role_id`."""

    twin_of: dict[int, int]
    joined_by: dict[int, int]
    left_by: dict[int, int]


def matched(
    recorded: Sequence[Recorded],
    spells: Sequence[Spell],
    moves: Sequence[Move],
    related: Related,
) -> Matches:
    """The recorded moves that fit the derived ones, and the spells, of one person.

    Spells and moves as `derive` gives them. A recorded move is used at most once in each
    mapping: those that name roles come first, then the dated ones, nearest first, then
    the undated ones, and these only if they fit a single target. A twin says how both of
    its spells began and ended. `related` tells whether two organisations are one or one
    contains the other.
    """
    if not recorded:
        return Matches({}, {}, {})
    first_roles = {role: spell.first_role_id for spell in spells for role in spell.role_ids}
    joined = {move.to_role_id: move.to_role_id for move in moves}
    left = {first_roles[move.from_role_id]: move.to_role_id for move in moves}
    twin_of = assigned(
        _twins(recorded, moves, _by_any(first_roles, joined), _by_any(first_roles, left), related),
        {},
    )
    left_by = {first: twin_of[key] for first, key in left.items() if key in twin_of}
    return Matches(
        twin_of,
        assigned(_joinings(recorded, spells, first_roles, related), twin_of),
        assigned(_leavings(recorded, spells, first_roles, related), left_by),
    )


def _by_any(first_roles: Mapping[int, int], keys: Mapping[int, int]) -> dict[int, int]:
    """The keys of spells, by any of their roles instead of their first."""
    return {role: keys[first] for role, first in first_roles.items() if first in keys}


def _twins(
    recorded: Sequence[Recorded],
    moves: Sequence[Move],
    joined: Mapping[int, int],
    left: Mapping[int, int],
    related: Related,
) -> Iterator[Fit]:
    for one in recorded:
        if one.to_role_id is not None:
            yield from by_role(one, BY_TO_ROLE, joined.get(one.to_role_id))
        elif one.from_role_id is not None:
            yield from by_role(one, BY_FROM_ROLE, left.get(one.from_role_id))
        else:
            targets = [
                target(move.to_role_id, (move.date_earliest, move.date_latest))
                for move in moves
                if _agrees(one.from_organisation_id, move.from_organisation_id, related)
                and _agrees(one.to_organisation_id, move.to_organisation_id, related)
            ]
            yield from by_date(one, targets)


def _joinings(
    recorded: Sequence[Recorded],
    spells: Sequence[Spell],
    first_roles: Mapping[int, int],
    related: Related,
) -> Iterator[Fit]:
    for one in recorded:
        side = one.to_organisation_id
        if one.to_role_id is not None:
            yield from by_role(one, BY_TO_ROLE, first_roles.get(one.to_role_id))
        elif side is not None:
            targets = [
                target(spell.first_role_id, (spell.start_earliest, spell.start_latest))
                for spell in spells
                if _agrees(side, spell.organisation_id, related)
            ]
            yield from by_date(one, targets)


def _leavings(
    recorded: Sequence[Recorded],
    spells: Sequence[Spell],
    first_roles: Mapping[int, int],
    related: Related,
) -> Iterator[Fit]:
    for one in recorded:
        side = one.from_organisation_id
        if one.from_role_id is not None:
            yield from by_role(one, BY_FROM_ROLE, first_roles.get(one.from_role_id))
        elif side is not None:
            targets = [
                _end_target(spell)
                for spell in spells
                if spell.state != "open" and _agrees(side, spell.organisation_id, related)
            ]
            yield from by_date(one, targets)


def _agrees(side: int | None, organisation_id: int, related: Related) -> bool:
    return side is None or side == organisation_id or related(side, organisation_id)


def _end_target(spell: Spell) -> Target:
    if spell.state == "closed":
        return target(spell.first_role_id, (spell.end_earliest, spell.end_latest))
    latest = NEVER_AFTER if spell.presumed_end is None else spell.presumed_end
    # Not widened to the front: nobody left before the last day of certain presence.
    widened = (spell.presence, latest + WIDENED_DAYS)
    return Target(spell.first_role_id, (spell.presence, latest), widened)
