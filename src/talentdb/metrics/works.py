"""Of those who made a work, who is still where it was made, who left, and to where? (§14)"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import CTE, ColumnElement, Select, Subquery, and_, case, literal, or_, select

from talentdb.database.portable import day
from talentdb.queries.filters import Filter
from talentdb.queries.positions import positions
from talentdb.queries.rollup import ancestry, newest, under_newest_name
from talentdb.queries.spells import is_over
from talentdb.queries.status import effective_status
from talentdb.schema import credits, organisations, people, spells, transitions, works

NOW = organisations.alias("now_organisation")
PLACE = organisations.alias("place")


class Made(NamedTuple):
    """A work: how many are credited, how many of them have left, and the share of these.

    `share_left` is a fraction of those whose whereabouts are known; None where the record lists
    only some makers, since a list of leavers would be all left by construction.
    """

    work: str
    organisation: str
    makers_known: str
    credited: int
    left: int
    share_left: float | None


class Making(NamedTuple):
    """A work with what `Made` leaves open: of how many nobody knows, where those who left are."""

    work_id: int
    made: Made
    unknown: int
    destinations: Counter[str]

    def sentence(self) -> str:
        """What the count leaves open, and where they went."""
        made = self.made
        goals = ", ".join(
            f"{name} {count}"
            for name, count in sorted(self.destinations.items(), key=lambda one: (-one[1], one[0]))
        )
        parts = [f"{made.work}: {made.left} of those recorded have left"]
        parts += [f"now at {goals}"] if goals else []
        parts += [f"{self.unknown} of unknown whereabouts"] if self.unknown else []
        if made.makers_known == "some":
            parts.append("the record lists only some makers")
        return "; ".join(parts)


def statement(filter: Filter, work_ids: Sequence[int] = ()) -> Select[Any]:
    """Every work, or these, with a row for each person credited: `there`, `left` or `unknown`.

    Somebody is still there at the organisation itself or at a part of it, as of the day asked
    about. A work without credits has one row without a person.
    """
    now = positions(filter.rule.as_of)
    credited = _credited(filter)
    home = under_newest_name(works.c.organisation_id, newest())
    at_home = _within(now.c.organisation_id, home, filter)
    state = case(
        (at_home, "there"),
        (now.c.organisation_id.is_not(None), "left"),
        (_is_gone(credited.c.person_id, home, filter), "left"),
        else_="unknown",
    )
    rows = (
        select(
            works.c.id,
            works.c.name.label("work"),
            PLACE.c.name.label("organisation"),
            works.c.makers_known,
            credited.c.person_id,
            people.c.name.label("person"),
            state.label("state"),
            NOW.c.name.label("now_at"),
            now.c.title.label("now_title"),
        )
        .join(PLACE, PLACE.c.id == works.c.organisation_id)
        .outerjoin(credited, credited.c.work_id == works.c.id)
        .outerjoin(people, people.c.id == credited.c.person_id)
        .outerjoin(now, now.c.person_id == credited.c.person_id)
        .outerjoin(NOW, NOW.c.id == now.c.organisation_id)
        .order_by(works.c.name, PLACE.c.name, works.c.id, people.c.name.nulls_last(), people.c.id)
    )
    if filter.organisation:
        places = [_within(home, literal(id), filter) for id in filter.organisation]
        rows = rows.where(or_(*places))
    return rows.where(works.c.id.in_(work_ids)) if work_ids else rows


def _credited(filter: Filter) -> Subquery:
    """Each work with each person credited, once."""
    sure = effective_status(credits, "credit_id").in_(filter.rule.statuses)
    pairs = select(credits.c.work_id, credits.c.person_id).where(sure).distinct()
    return pairs.subquery("credited")


def result(rows: Iterable[Any]) -> list[Making]:
    """The rows of `statement`, a work each."""
    found = []
    for _, group in groupby(rows, key=lambda row: row.id):
        listed = list(group)
        makers = [row for row in listed if row.person is not None]
        left = [row for row in makers if row.state == "left"]
        unknown = sum(1 for row in makers if row.state == "unknown")
        first, known = listed[0], len(makers) - unknown
        share = len(left) / known if first.makers_known == "all" and known else None
        made = Made(
            first.work, first.organisation, first.makers_known, len(makers), len(left), share
        )
        goals = Counter(row.now_at or "not recorded" for row in left)
        found.append(Making(first.id, made, unknown, goals))
    return found


@cache
def _wholes() -> CTE:
    """What each organisation is a part of; one, since a statement may not hold two of a name."""
    return ancestry(("part-of", "merged-into"), newest(), "wholes")


def _within(place: Any, whole: Any, filter: Filter) -> ColumnElement[bool]:
    """Whether an organisation is another one or, as of the day asked about, a part of it."""
    chain = _wholes().alias()
    asked = day(filter.rule.as_of)
    inside = (
        select(literal(1))
        .where(
            chain.c.organisation_id == place,
            chain.c.ancestor_id == whole,
            chain.c.valid_from <= asked,
            chain.c.valid_to >= asked,
        )
        .correlate_except(chain)
        .exists()
    )
    return (
        or_(place == whole, and_(place.is_not(None), inside))
        if not filter.rule.exact
        else (place == whole)
    )


def _is_gone(person_id: Any, home: Any, filter: Filter) -> ColumnElement[bool]:
    """Whether a recorded move or an ended spell says that the person left."""
    move = transitions.alias("moved_out")
    origin = under_newest_name(move.c.from_organisation_id, newest())
    moved = select(literal(1)).where(
        move.c.person_id == person_id,
        move.c.origin == "recorded",
        effective_status(move, "transition_id").in_(filter.rule.statuses),
        _within(origin, home, filter),
    )
    ended = select(literal(1)).where(
        spells.c.person_id == person_id,
        spells.c.state == "closed",
        is_over(filter.rule.as_of),
        _within(spells.c.organisation_id, home, filter),
    )
    return or_(
        moved.correlate_except(move).exists(),
        ended.correlate_except(spells).exists(),
    )
