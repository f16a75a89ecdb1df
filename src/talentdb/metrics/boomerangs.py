"""Who came back? (metrics.md §12)

A return is seen in two ways. By spells: two consecutive ones at an organisation, and one elsewhere
running on some day of the hole between. By chain: recorded moves, each leaving the very role that
the one before led to, go from an organisation elsewhere and back; these need no dates.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from talentdb.metrics.chains import Step, by_roles, walks
from talentdb.metrics.returns import Return, Stay, Trace, by_spells, days_between
from talentdb.queries.rule import BRIDGE_DAYS


def result(
    stays: Iterable[Stay], steps: Iterable[Step], asked: Sequence[int], bridge: int = BRIDGE_DAYS
) -> list[Return]:
    """Every return to an organisation asked about (none: to any), the latest first.

    `stays` and `steps` are given person by person, stays in the order of their `begin`. What
    spells and moves both tell is told once, by the spells, which know the dates. Spells at parts
    of one organisation are one stay over so many days as `bridge` says (metrics.md §2).
    """
    found = [
        back
        for _, group in groupby(stays, key=attrgetter("person_id"))
        for back in by_spells(list(group), bridge)
    ]
    told = {(back.organisation_id, move) for back in found for move in back.moves}
    for _, mine in groupby(steps, key=attrgetter("person_id")):
        chained = map(_by_chain, _chains(list(mine)))
        found += [back for back in chained if not _is_told(back, told)]
    if asked:
        found = [back for back in found if back.organisation_id in asked]
    return sorted(found, key=_latest_first)


def _is_told(back: Return, told: set[tuple[int, int]]) -> bool:
    ends = back.moves[0], back.moves[-1]
    return any((back.organisation_id, move) in told for move in ends)


def _chains(mine: list[Step]) -> Iterator[tuple[Step, ...]]:
    """The chains of one person's recorded moves that leave an organisation and lead back."""
    onward = by_roles(mine)
    for first in mine:
        if first.origin_id != first.destination_id:
            yield from walks(first, onward, {first.origin_id}, len(mine))


def _latest_first(back: Return) -> tuple[int, str, str, int, int, tuple[str, ...]]:
    day = 0 if back.returned_latest is None else -back.returned_latest.toordinal()
    ids = back.person_id, back.organisation_id
    return day, back.person, back.organisation, *ids, back.via


def _by_chain(chain: tuple[Step, ...]) -> Return:
    first, last = chain[0], chain[-1]
    via = tuple(dict.fromkeys(step.destination for step in chain[:-1]))
    return Return(
        last.person,
        last.destination,
        first.when,
        last.when,
        days_between((first.earliest, first.latest), (last.earliest, last.latest)),
        via,
        last.person_id,
        last.destination_id,
        last.latest,
        last.certain,
        last.possible,
        tuple(step.id for step in chain),
        tuple(Trace((), (step.id,), step.origin, step.destination, step.when) for step in chain),
    )
