"""Who left, and where are they now? (metrics.md §11)"""

from typing import Any

from sqlalchemy import Select, Subquery, select, union_all

from talentdb.metrics.arrivals import OTHER, events_behind, latest_first, side_filtered
from talentdb.queries.filters import MoveFilter
from talentdb.queries.positions import positions
from talentdb.queries.spells import departures as ended
from talentdb.queries.transitions import groups_under
from talentdb.schema import organisations, people

NOW = organisations.alias("now_organisation")


def departures(filter: MoveFilter) -> Select[Any]:
    """Spells ended or presumed ended, and recorded moves out, latest first.

    `now_at` is where the person is as of the day asked about, which need not be where they went
    first; NULL where nothing is recorded. `seen` is the last day that a source shows it.
    """
    event = _events(filter)
    now = positions(filter.rule.as_of)
    statement = (
        select(
            people.c.name.label("person"),
            organisations.c.name.label("organisation"),
            event.c.day.label("left"),
            event.c.continuity,
            event.c.title.label("last_title"),
            NOW.c.name.label("now_at"),
            now.c.title.label("now_title"),
            now.c.seen,
        )
        .join(people, people.c.id == event.c.person_id)
        .join(organisations, organisations.c.id == event.c.organisation_id)
        .outerjoin(OTHER, OTHER.c.id == event.c.other_id)
        .outerjoin(now, now.c.person_id == event.c.person_id)
        .outerjoin(NOW, NOW.c.id == now.c.organisation_id)
    )
    return latest_first(side_filtered(statement, event, filter), event)


def behind(filter: MoveFilter) -> Select[Any]:
    """The spell or the move behind each row."""
    return events_behind(_events(filter), filter, origin=organisations, destination=OTHER)


def _events(filter: MoveFilter) -> Subquery:
    groups = groups_under(filter.rule)
    return union_all(*ended(filter.rule, groups, filter.organisation)).subquery("event")
