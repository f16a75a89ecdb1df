"""What is a role to the derivation, and in which order do the roles of one person stand?"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

NEVER_BEFORE = -(10**9)
NEVER_AFTER = 10**9
OPEN = ".."

OrderKey = tuple[int, int, str, str, int, int, str, str, int, int]
Duplicates = dict[int, tuple[int, ...]]


class Role(NamedTuple):
    """One role of one person; days are ordinals, unbounded sides NEVER_BEFORE or NEVER_AFTER.

    `organisation_id` and `organisation_key` are those after `renamed`, so that equal ids
    have equal keys. `ended` is None for an unknown end and `..` for an open one; the
    bounds of the end mean nothing then. Without a `seen` its bounds are NEVER_BEFORE.
    `status_rank` is 1 rumoured, 2 reported, 3 confirmed.
    """

    id: int
    organisation_id: int
    organisation_key: str
    title: str
    started: str
    start_earliest: int
    start_latest: int
    ended: str | None
    end_earliest: int
    end_latest: int
    seen_earliest: int
    seen_latest: int
    status_rank: int


def begin_of(start_earliest: int, start_latest: int) -> int:
    """The day that a start is ordered by: its earliest, or its latest if it has no earliest."""
    return start_latest if start_earliest == NEVER_BEFORE else start_earliest


def order_key(role: Role) -> OrderKey:
    """The place of a role among those of one person, open and unknown ends after all others."""
    role_id, organisation, key, title, started, earliest, latest, ended, first, last, *_ = role
    if ended is None or ended == OPEN:
        # One past NEVER_AFTER: an end without a latest day still sorts before these.
        first, last = NEVER_AFTER, NEVER_AFTER + 1
    begin = latest if earliest == NEVER_BEFORE else earliest
    return (begin, last, key, title, latest, first, started, ended or "", organisation, role_id)


def reach_of(role: Role) -> int:
    """The last day to which a role is known or said to go on; NEVER_AFTER if it is open."""
    if role.ended is None:
        return max(role.start_latest, role.seen_latest)
    return NEVER_AFTER if role.ended == OPEN else role.end_latest


def in_order(roles: Iterable[Role]) -> tuple[list[Role], Duplicates]:
    """The roles in order, equal ones once, and the ids dropped for each id kept.

    Roles are equal if organisation, title and the texts of start and end are. The one
    kept has the smallest id, the greatest bounds of `seen` and the strongest status.
    """
    ordered = list(roles)
    if len(ordered) == 1:
        return ordered, {}
    ordered.sort(key=order_key)
    for before, after in pairwise(ordered):
        if before.started == after.started and _are_equal(before, after):
            return _each_once(ordered)
    return ordered, {}


def _are_equal(one: Role, other: Role) -> bool:
    return (one.organisation_id, one.title, one.started, one.ended) == (
        other.organisation_id,
        other.title,
        other.started,
        other.ended,
    )


def _each_once(ordered: list[Role]) -> tuple[list[Role], Duplicates]:
    # Equal roles differ in nothing but the id, which comes last in the order: they are neighbours.
    kept: list[Role] = []
    duplicates: Duplicates = {}
    for role in ordered:
        if kept and _are_equal(kept[-1], role):
            first = kept[-1]
            duplicates[first.id] = (*duplicates.get(first.id, ()), role.id)
            kept[-1] = first._replace(
                seen_earliest=max(first.seen_earliest, role.seen_earliest),
                seen_latest=max(first.seen_latest, role.seen_latest),
                status_rank=max(first.status_rank, role.status_rank),
            )
        else:
            kept.append(role)
    return kept, duplicates
