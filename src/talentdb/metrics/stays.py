"""Which stays do the spells of people make, as far as the record says by a day? (metrics.md §8)

A *stay* is a person's unbroken presence at an organisation as the question sees it: with its parts
where it is named. Spells at two parts are one stay by the rule that makes roles one spell, so that
whoever passes from one lab of a company to another has neither left the company nor joined it.
Whether a part belongs is asked as of the day the spell began (for departures: ended).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from talentdb.derivation import (
    NEVER_AFTER,
    NEVER_BEFORE,
    Role,
    Spell,
    begin_of,
    derive,
    follows_unknown_end,
    order_key,
)
from talentdb.metrics.stay import Reckoning, Stay, stay_of


def stays(rows: Iterable[Any], reckoning: Reckoning) -> Iterator[Stay]:
    """The stays of the people whose spells `spells_of_those_at` gives, person by person."""
    for _, group in groupby(rows, key=attrgetter("person_id")):
        listed = list(group)
        by_role = {row.first_role_id: row for row in listed}
        for spell in _joined(by_role, reckoning.bridge):
            last = by_role[spell.last_role_id]
            roles = tuple(dict.fromkeys((spell.first_role_id, last.last_role_id)))
            about = listed[0].person_id, listed[0].person, spell.organisation_id, roles
            yield stay_of(about, spell, reckoning)._replace(has_left=last.left_by_id is not None)


def _joined(by_role: Mapping[int, Any], bridge: int) -> Iterator[Spell]:
    """One for each unbroken presence; spells of one organisation are apart already."""

    def reach(role: Role) -> int:
        return evidence_of(by_role[role.id])

    def follows(before: Role, role: Role) -> bool:
        apart = by_role[before.id].organisation_id == by_role[role.id].organisation_id
        return follows_unknown_end(before, role) and not apart

    roles = [as_role(row) for row in by_role.values()]
    spells, _ = derive(roles, bridge, reach, follows)
    for spell in spells:
        evidence = max(evidence_of(by_role[id]) for id in spell.role_ids)
        yield spell._replace(evidence=evidence, presumed_end=_presumed_end(spell, roles))


def _presumed_end(spell: Spell, roles: Sequence[Role]) -> int | None:
    """By when an unknown end must lie: a spell elsewhere had begun, of whatever stay there."""
    if spell.state != "unknown":
        return None
    before = max(spell.presence, spell.begin - 1)
    elsewhere = [
        role
        for role in roles
        if role.organisation_id != spell.organisation_id
        and begin_of(role.start_earliest, role.start_latest) > before
    ]
    if not elsewhere:
        return None
    first = min(elsewhere, key=order_key)
    return first.start_earliest if first.start_latest == NEVER_AFTER else first.start_latest


def evidence_of(row: Any) -> int:
    """The last day to which a spell reaches; without a limit NEVER_AFTER."""
    return _ordinal(row.evidence, NEVER_AFTER)


def as_role(row: Any) -> Role:
    """A spell as a role of whatever stands for its organisation: spells join as roles do."""
    return Role(
        row.first_role_id,
        row.group_id,
        f"{row.group_id:012}",
        "",
        row.started,
        _ordinal(row.started_earliest, NEVER_BEFORE),
        _ordinal(row.started_latest, NEVER_AFTER),
        row.ended,
        _ordinal(row.ended_earliest, NEVER_BEFORE),
        _ordinal(row.ended_latest, NEVER_AFTER),
        _ordinal(row.presence, NEVER_BEFORE),
        evidence_of(row),
        0,
    )


def _ordinal(value: date | None, unbounded: int) -> int:
    return unbounded if value is None else value.toordinal()
