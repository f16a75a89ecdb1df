"""Who joined, and from where? (metrics.md §11)"""

from typing import Any

from sqlalchemy import Select, Subquery, case, or_, select, union_all

from talentdb.database.portable import texts
from talentdb.queries.evidence import called, sources_of
from talentdb.queries.filters import MoveFilter, tagged
from talentdb.queries.spells import arrivals as begun
from talentdb.queries.transitions import groups_under, window
from talentdb.schema import citations, organisations, people

OTHER = organisations.alias("other")


def arrivals(filter: MoveFilter) -> Select[Any]:
    """Spells begun, and recorded moves in, latest first; with where from if that is known.

    One person's spell and move at one time is one row. Dated by the start.
    """
    event = _events(filter)
    statement = (
        select(
            people.c.name.label("person"),
            organisations.c.name.label("organisation"),
            event.c.day.label("joined"),
            event.c.title,
            OTHER.c.name.label("from"),
            event.c.continuity,
        )
        .join(people, people.c.id == event.c.person_id)
        .join(organisations, organisations.c.id == event.c.organisation_id)
        .outerjoin(OTHER, OTHER.c.id == event.c.other_id)
    )
    return latest_first(side_filtered(statement, event, filter), event)


def behind(filter: MoveFilter) -> Select[Any]:
    """The spell or the move behind each row."""
    event = _events(filter)
    return events_behind(event, filter, origin=OTHER, destination=organisations)


def _events(filter: MoveFilter) -> Subquery:
    groups = groups_under(filter.rule)
    return union_all(*begun(filter.rule, groups, filter.organisation)).subquery("event")


def events_behind(
    event: Subquery, filter: MoveFilter, origin: Any, destination: Any
) -> Select[Any]:
    """The events that the filter lets through, with the fields of `queries.behind`."""
    certain, _ = window(filter.rule, event.c.day, event.c.day_earliest, event.c.day_latest)
    about = or_(
        citations.c.role_id == event.c.role_id, citations.c.transition_id == event.c.move_id
    )
    statement = (
        select(
            organisations.c.name.label("of"),
            case((certain, "certain"), else_="possible").label("counted"),
            texts(called("move", event.c.move_id), called("role", event.c.role_id)).label("facts"),
            people.c.name.label("person"),
            origin.c.name.label("from"),
            destination.c.name.label("to"),
            event.c.day.label("date"),
            event.c.continuity,
            event.c.status,
            sources_of(about).label("sources"),
        )
        .join(people, people.c.id == event.c.person_id)
        .join(organisations, organisations.c.id == event.c.organisation_id)
        .outerjoin(OTHER, OTHER.c.id == event.c.other_id)
    )
    return latest_first(side_filtered(statement, event, filter), event)


def latest_first(statement: Select[Any], event: Subquery) -> Select[Any]:
    """Events in a total order, the latest first, undated ones last."""
    return statement.order_by(
        event.c.day_latest.desc().nulls_last(),
        event.c.day_earliest.desc().nulls_last(),
        people.c.name,
        event.c.person_id,
        organisations.c.name,
        event.c.title.nulls_last(),
        OTHER.c.name.nulls_last(),
    )


def side_filtered(statement: Select[Any], event: Subquery, filter: MoveFilter) -> Select[Any]:
    """Only the events in the window that all given options let through.

    `from_` or `to`, whichever is given, is about the other side.
    """
    certain, possible = window(filter.rule, event.c.day, event.c.day_earliest, event.c.day_latest)
    statement = statement.where(or_(certain, possible) if filter.possible else certain)
    if filter.organisation:
        statement = statement.where(event.c.organisation_id.in_(filter.organisation))
    if filter.person:
        statement = statement.where(event.c.person_id.in_(filter.person))
    others = (*filter.from_, *filter.to)
    if others:
        statement = statement.where(event.c.other_id.in_(others))
    return tagged(statement, filter.tag, event.c.person_id, event.c.organisation_id)
