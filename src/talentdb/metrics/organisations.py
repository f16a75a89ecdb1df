"""Which organisations are there, how many are there now, joined, left? (`query organisations`)"""

from typing import Any

from sqlalchemy import CompoundSelect, Select, Subquery, func, or_, select, union_all

from talentdb.database.portable import DAWN, DUSK, day
from talentdb.queries.filters import MoveFilter, tagged
from talentdb.queries.positions import positions
from talentdb.queries.spells import arrivals, departures
from talentdb.queries.transitions import groups_under, window
from talentdb.schema import organisation_links, organisations


def organisation_list(filter: MoveFilter) -> Select[Any]:
    """The organisations that the filter lets through, by name.

    `people` are there as of the day asked about; arrivals and departures are those in the
    window; each organisation by itself, parts not counted in. `part_of` is its parent then.
    """
    now = positions(filter.rule.as_of)
    people = (
        select(now.c.organisation_id, func.count().label("count"))
        .group_by(now.c.organisation_id)
        .subquery("people_there")
    )
    groups = groups_under(filter.rule)
    joined = _count(union_all(*arrivals(filter.rule, groups)), filter, "joined")
    left = _count(union_all(*departures(filter.rule, groups)), filter, "gone")
    statement = (
        select(
            organisations.c.id,
            organisations.c.name.label("organisation"),
            organisations.c.kind,
            _parent(filter).label("part_of"),
            func.coalesce(people.c.count, 0).label("people"),
            func.coalesce(joined.c.count, 0).label("arrivals"),
            func.coalesce(left.c.count, 0).label("departures"),
        )
        .outerjoin(people, people.c.organisation_id == organisations.c.id)
        .outerjoin(joined, joined.c.organisation_id == organisations.c.id)
        .outerjoin(left, left.c.organisation_id == organisations.c.id)
        .order_by(organisations.c.name, organisations.c.id)
    )
    if filter.organisation:
        statement = statement.where(organisations.c.id.in_(filter.organisation))
    if filter.kind:
        statement = statement.where(organisations.c.kind.in_(filter.kind))
    return tagged(statement, filter.tag, None, organisations.c.id)


def _count(events: CompoundSelect[Any], filter: MoveFilter, name: str) -> Subquery:
    event = events.subquery(f"{name}_event")
    certain, _ = window(filter.rule, event.c.day, event.c.day_earliest, event.c.day_latest)
    return (
        select(event.c.organisation_id, func.count().label("count"))
        .where(certain)
        .group_by(event.c.organisation_id)
        .subquery(name)
    )


def _parent(filter: MoveFilter) -> Any:
    link, parent = organisation_links.alias(), organisations.alias()
    as_of = day(filter.rule.as_of)
    return (
        select(parent.c.name)
        .join(link, link.c.other_id == parent.c.id)
        .where(
            link.c.organisation_id == organisations.c.id,
            link.c.kind == "part-of",
            func.coalesce(link.c.started_earliest, day(DAWN)) <= as_of,
            or_(link.c.ended.is_(None), func.coalesce(link.c.ended_latest, day(DUSK)) >= as_of),
        )
        .order_by(link.c.started_earliest.desc().nulls_last(), parent.c.name)
        .limit(1)
        .scalar_subquery()
    )
