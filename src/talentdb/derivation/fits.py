"""Which recorded moves fit which targets, and which of them is taken where several fit?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

WIDENED_DAYS = 92

Days = tuple[int, int]


class Recorded(NamedTuple):
    """A move that somebody stated; organisations after `renamed`, both days None if undated."""

    id: int
    from_organisation_id: int | None
    to_organisation_id: int | None
    from_role_id: int | None
    to_role_id: int | None
    date_earliest: int | None
    date_latest: int | None


class Target(NamedTuple):
    """What a dated move may fit: a key, its days, and the days that a date must meet."""

    key: int
    days: Days
    widened: Days


class Fit(NamedTuple):
    """A recorded move that fits the target of that key; smaller fits are taken first."""

    rank: int
    distance: int
    order: int
    recorded_id: int
    key: int


BY_TO_ROLE, BY_FROM_ROLE, BY_DATE, UNDATED = range(4)


def target(key: int, days: Days) -> Target:
    """A target that a date meets within 92 days."""
    return Target(key, days, (days[0] - WIDENED_DAYS, days[1] + WIDENED_DAYS))


def by_role(one: Recorded, rank: int, key: int | None) -> Iterator[Fit]:
    """The fit of a move that names a role: at most one."""
    if key is not None:
        yield Fit(rank, 0, 0, one.id, key)


def by_date(one: Recorded, targets: Sequence[Target]) -> Iterator[Fit]:
    """The fits of a move among targets whose sides agree; undated, it fits only a single one."""
    if one.date_earliest is None or one.date_latest is None:
        if len(targets) == 1:
            yield Fit(UNDATED, 0, 0, one.id, targets[0].key)
        return
    for order, (key, days, widened) in enumerate(targets):
        if one.date_earliest <= widened[1] and one.date_latest >= widened[0]:
            distance = abs(one.date_earliest - days[0]) + abs(one.date_latest - days[1])
            yield Fit(BY_DATE, distance, order, one.id, key)


def assigned(fits: Iterable[Fit], taken: Mapping[int, int]) -> dict[int, int]:
    """Recorded ids by key, `taken` first: each key and each recorded move once."""
    result = dict(taken)
    used = set(taken.values())
    for fit in sorted(fits):
        if fit.key not in result and fit.recorded_id not in used:
            result[fit.key] = fit.recorded_id
            used.add(fit.recorded_id)
    return result
