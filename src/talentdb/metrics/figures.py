"""Does a published figure agree with the record, under the same rule? (metrics.md §16)"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, Text, case, cast, func, null, select

from talentdb.metrics.intervals import ratio_interval
from talentdb.metrics.retention import Retention
from talentdb.queries.positions import positions
from talentdb.queries.rule import Rule
from talentdb.queries.transitions import counted, groups_under

CONSISTENT, CONTRADICTED, TOO_LITTLE = "consistent", "contradicted", "too little recorded"
FEW = 10
# Of a published "about 50" the record may be this share away.
ABOUT = 0.1


class Counts(NamedTuple):
    """Moves between organisation and counterpart, and between it and anybody."""

    inbound: int
    outbound: int
    all_inbound: int
    all_outbound: int


class Held(NamedTuple):
    """What the record has: a value with its limits, on how many moves or people, and a verdict."""

    recorded: float | None
    lower: float | None
    upper: float | None
    n: int
    verdict: str
    note: str = ""
    counted: str = ""

    @property
    def recorded_text(self) -> str:
        """The record in a few words: a ratio by its two counts, of which few say nothing."""
        if self.counted:
            return self.counted
        return "nothing" if self.recorded is None else f"{self.recorded:g}"


def counts(rule: Rule, organisation_id: int, counterpart_id: int | None) -> Select[Any]:
    """The four numbers of `Counts`; without a counterpart the others are all there are.

    Both ids are of the newest names, and named in the rule.
    """
    move = counted(rule)

    def number(*conditions: Any) -> Any:
        return func.count(case((func.coalesce(_both(move.c.certain, *conditions), False), 1)))

    into, out_of = move.c.to_group == organisation_id, move.c.from_group == organisation_id
    from_it = () if counterpart_id is None else (move.c.from_group == counterpart_id,)
    to_it = () if counterpart_id is None else (move.c.to_group == counterpart_id,)
    return select(number(into, *from_it), number(out_of, *to_it), number(into), number(out_of))


def people_at(rule: Rule, organisation_id: int) -> Select[Any]:
    """How many people are at an organisation or a part of it, as of the day asked about."""
    now, groups = positions(rule.as_of), groups_under(rule)
    undated = (cast(null(), Text), cast(null(), Date), cast(null(), Date))
    place = groups.group(groups.newest_of(now.c.organisation_id), undated)
    return select(func.count()).select_from(now).where(place == organisation_id)


def held_count(published: float, qualifier: str, recorded: int, note: str = "") -> Held:
    """A published count beside the recorded one."""
    slack = ABOUT * published if qualifier == "about" else 0
    near = abs(recorded - published) <= slack
    meets = {"at_least": recorded >= published, "at_most": recorded <= published}
    agrees = meets.get(qualifier, near)
    verdict = CONSISTENT if agrees else TOO_LITTLE if recorded < published else CONTRADICTED
    return Held(recorded, None, None, recorded, verdict, note)


def held_ratio(published: float, counted: Counts) -> Held:
    """A published ratio beside the recorded one with its exact limits."""
    x, y = counted.inbound, counted.outbound
    limits = ratio_interval(x, y)
    ratio = x / y if y else None
    lower, upper = limits
    if x + y < FEW:
        verdict = TOO_LITTLE
    else:
        inside = lower is not None and lower <= published <= (published if upper is None else upper)
        verdict = CONSISTENT if inside else CONTRADICTED
    return Held(ratio, lower, upper, x + y, verdict, one_sided(counted), f"{x}:{y}")


def held_share(published: float, recorded: Sequence[Retention]) -> Held:
    """A published retention beside the recorded one by its first definition, with its limits.

    Figures are published without saying which definition they follow: the others are named beside.
    """
    first = recorded[0]
    limits = first.lower, first.upper
    if first.eligible < FEW or first.lower is None or first.upper is None:
        verdict = TOO_LITTLE
    else:
        verdict = CONSISTENT if first.lower <= published <= first.upper else CONTRADICTED
    others = [
        f"{one.definition} {100 * one.retention:.0f} % of {one.eligible}"
        for one in recorded[1:]
        if one.retention is not None
    ]
    note = f"recorded by the {first.definition} after {first.years} years, of {first.eligible}"
    if first.unknown:
        note += f", {first.unknown} more unknown"
    if others:
        note += f"; by others: {', '.join(others)}"
    said = f"{first.retained} of {first.eligible}"
    return Held(first.retention, *limits, first.eligible, verdict, note, said)


def by_dated_roles(people: int, certain: int, possible: int) -> str:
    """What `query headcount` has instead, where that is another number; else nothing."""
    if certain == people:
        return ""
    return (
        f"{people} whose last known place it is; dated roles alone, as query headcount counts, "
        f"show {certain}, and {possible} more as possible"
    )


def one_sided(counted: Counts) -> str:
    """What to say of a record that holds only arrivals, or only departures; else nothing."""
    if counted.all_inbound and not counted.all_outbound:
        return "the record holds no departures from it at all: one-sided by its making"
    if counted.all_outbound and not counted.all_inbound:
        return "the record holds no arrivals at it at all: one-sided by its making"
    return ""


def _both(first: Any, *more: Any) -> Any:
    for condition in more:
        first = first & condition
    return first
