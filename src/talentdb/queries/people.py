"""Who is in the ledger, and where are they now? (`query people`)"""

from typing import Any

from sqlalchemy import Date, Select, Text, literal, select

from talentdb.database.portable import text_list
from talentdb.queries.filters import Filter, tagged
from talentdb.queries.positions import positions
from talentdb.queries.transitions import groups_under
from talentdb.schema import identifiers, organisations, people, tags


def people_list(filter: Filter) -> Select[Any]:
    """Everybody that the filter lets through, with the current main role; latest start first."""
    now = positions(filter.rule.as_of, filter.person)
    marks = select(text_list(identifiers.c.scheme + literal(":") + identifiers.c.value)).where(
        identifiers.c.person_id == people.c.id
    )
    labels = select(text_list(tags.c.tag)).where(tags.c.person_id == people.c.id)
    statement = (
        select(
            people.c.id,
            people.c.name.label("person"),
            organisations.c.name.label("organisation"),
            now.c.title,
            now.c.started,
            marks.scalar_subquery().label("identifiers"),
            labels.scalar_subquery().label("tags"),
        )
        .outerjoin(now, now.c.person_id == people.c.id)
        .outerjoin(organisations, organisations.c.id == now.c.organisation_id)
        .order_by(now.c.began.desc().nulls_last(), people.c.name, people.c.id)
    )
    if filter.person:
        statement = statement.where(people.c.id.in_(filter.person))
    if filter.organisation:
        groups = groups_under(filter.rule)
        today = (literal(None, Text), literal(None, Date), literal(None, Date))
        group = groups.group(groups.newest_of(now.c.organisation_id), today)
        statement = statement.where(group.in_(filter.organisation))
    return tagged(statement, filter.tag, people.c.id)
