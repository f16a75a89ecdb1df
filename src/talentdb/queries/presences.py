"""When was somebody certainly at an organisation, and when may they have been?

By spells, by recorded moves that no spell shows, and by roles without a start. An organisation
is itself under its newest name, without its parts.
"""

from typing import Any

from sqlalchemy import CTE, Date, Select, and_, case, func, null, select, union_all
from sqlalchemy import cast as cast_to

from talentdb.database.portable import DAWN, day
from talentdb.queries.rollup import newest, under_newest_name
from talentdb.queries.rule import Rule
from talentdb.queries.status import effective_status
from talentdb.schema import roles, spells, transitions

NAMES = ("person_id", "organisation_id", "sure_from", "sure_to", "may_from", "may_to")


def presences(rule: Rule) -> CTE:
    """A row for each stay: the first and last day that are sure (NULL: none), those that may be."""
    return union_all(_spells(rule), _arrivals(rule), _left(rule), _undated(rule)).cte("presences")


def _row(*columns: Any) -> Select[Any]:
    return select(*(column.label(name) for name, column in zip(NAMES, columns, strict=True)))


def _spells(rule: Rule) -> Select[Any]:
    today = day(rule.as_of)
    sure_to = case(
        (spells.c.state == "closed", spells.c.ended_earliest),
        (spells.c.state == "open", today),
        else_=spells.c.presence,
    )
    may_to = case(
        (spells.c.state == "closed", func.coalesce(spells.c.ended_latest, today)),
        else_=func.coalesce(spells.c.presumed_end, today),
    )
    return _row(
        spells.c.person_id,
        spells.c.organisation_id,
        spells.c.started_latest,
        sure_to,
        func.coalesce(spells.c.started_earliest, day(DAWN)),
        may_to,
    ).where(spells.c.status.in_(rule.statuses))


def _arrivals(rule: Rule) -> Select[Any]:
    move, later = transitions.alias("arrival"), transitions.alias("later")
    place = under_newest_name(move.c.to_organisation_id, newest())
    gone = select(func.min(later.c.date_latest)).where(
        later.c.person_id == move.c.person_id,
        later.c.origin == "recorded",
        under_newest_name(later.c.from_organisation_id, newest()) == place,
        later.c.date_latest >= func.coalesce(move.c.date_earliest, day(DAWN)),
    )
    shown = select(spells.c.joined_by_id).where(spells.c.joined_by_id.is_not(None))
    # Who came by a day may be gone on it: only an exact day is sure.
    exact = case((move.c.date_earliest == move.c.date_latest, move.c.date_latest))
    return _row(
        move.c.person_id,
        place,
        exact,
        exact,
        func.coalesce(move.c.date_earliest, day(DAWN)),
        func.coalesce(gone.correlate(move).scalar_subquery(), day(rule.as_of)),
    ).where(
        move.c.origin == "recorded",
        move.c.to_organisation_id.is_not(None),
        effective_status(move, "transition_id").in_(rule.statuses),
        move.c.id.not_in(shown),
    )


def _left(rule: Rule) -> Select[Any]:
    move = transitions.alias("departure")
    shown = select(spells.c.left_by_id).where(spells.c.left_by_id.is_not(None))
    return _row(
        move.c.person_id,
        under_newest_name(move.c.from_organisation_id, newest()),
        cast_to(null(), Date),
        cast_to(null(), Date),
        day(DAWN),
        func.coalesce(move.c.date_latest, day(rule.as_of)),
    ).where(
        move.c.origin == "recorded",
        move.c.from_organisation_id.is_not(None),
        effective_status(move, "transition_id").in_(rule.statuses),
        move.c.id.not_in(shown),
    )


def _undated(rule: Rule) -> Select[Any]:
    closed = and_(roles.c.ended.is_not(None), roles.c.ended != "..")
    return _row(
        roles.c.person_id,
        under_newest_name(roles.c.organisation_id, newest()),
        roles.c.seen_earliest,
        roles.c.seen_earliest,
        day(DAWN),
        case((closed, func.coalesce(roles.c.ended_latest, day(rule.as_of))), else_=day(rule.as_of)),
    ).where(roles.c.started.is_(None), effective_status(roles, "role_id").in_(rule.statuses))
