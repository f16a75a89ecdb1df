"""Whose spells may show a return? (metrics.md §12)"""

from typing import Any

from sqlalchemy import Select, Text, and_, case, cast, func, literal, select

from talentdb.queries.filters import MoveFilter
from talentdb.queries.transitions import groups_under, window
from talentdb.schema import organisations, people, spells, transitions


def stays(filter: MoveFilter) -> Select[Any]:
    """All spells of those who were twice at an organisation asked about, as metrics want them.

    Columns as of `metrics.returns.Stay`; person by person, in the order of the days on which they
    begin.
    """
    rule = filter.rule
    dated = (spells.c.started, spells.c.started_earliest, spells.c.started_latest)
    group = groups_under(rule).group(spells.c.organisation_id, dated)
    begin = func.coalesce(spells.c.started_earliest, spells.c.started_latest)
    placed = select(spells, group.label("group_id"), begin.label("begin")).cte("placed")
    stated = transitions.alias("stated")
    certain, possible = window(
        rule, placed.c.started, placed.c.started_earliest, placed.c.started_latest
    )
    return (
        select(
            placed.c.person_id,
            people.c.name.label("person"),
            placed.c.organisation_id.label("place_id"),
            placed.c.group_id.label("organisation_id"),
            organisations.c.name.label("organisation"),
            placed.c.begin,
            placed.c.evidence.label("reach"),
            _until(placed).label("until"),
            placed.c.started,
            placed.c.started_earliest,
            placed.c.started_latest,
            *_left(placed, stated),
            *_known_by(placed),
            certain.label("certain"),
            possible.label("possible"),
        )
        .join(people, people.c.id == placed.c.person_id)
        .join(organisations, organisations.c.id == placed.c.group_id)
        .outerjoin(stated, stated.c.id == placed.c.left_by_id)
        .where(placed.c.person_id.in_(_twice_there(placed, filter)), placed.c.begin.is_not(None))
        .order_by(placed.c.person_id, placed.c.begin, placed.c.id)
    )


def _twice_there(placed: Any, filter: MoveFilter) -> Select[Any]:
    twice = select(placed.c.person_id).group_by(placed.c.person_id, placed.c.group_id)
    if filter.organisation:
        twice = twice.where(placed.c.group_id.in_(filter.organisation))
    return twice.having(func.count() > 1)


def _until(placed: Any) -> Any:
    """The last day by evidence; a presumed end may be later, for somebody left it only then."""
    presumed = and_(placed.c.state == "unknown", placed.c.presumed_end > placed.c.evidence)
    return case((presumed, placed.c.presumed_end), else_=placed.c.evidence)


def _known_by(placed: Any) -> list[Any]:
    return [
        placed.c.joined_by_id.label("joined_by"),
        placed.c.left_by_id.label("left_by"),
        (placed.c.state == "unknown").label("ends_unknown"),
        placed.c.first_role_id,
        placed.c.last_role_id,
    ]


def _left(placed: Any, stated: Any) -> list[Any]:
    """When the spell ended, as `query departures` dates it."""
    closed = placed.c.state == "closed"
    presumed = placed.c.presumed_end
    by_then = literal("[..", Text) + cast(presumed, Text) + literal("]", Text)
    return [
        case((closed, placed.c.ended), else_=func.coalesce(stated.c.date, by_then)).label("left"),
        case((closed, placed.c.ended_earliest), else_=stated.c.date_earliest).label(
            "left_earliest"
        ),
        case(
            (closed, placed.c.ended_latest), else_=func.coalesce(stated.c.date_latest, presumed)
        ).label("left_latest"),
    ]
