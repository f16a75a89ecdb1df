"""Who was at an organisation at the same time as somebody? (`query colleagues`)"""

from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select

from talentdb.database.portable import greater, lesser
from talentdb.queries.presences import presences
from talentdb.queries.rule import Rule
from talentdb.schema import organisations, people


def colleagues(rule: Rule, person_id: int) -> Select[Any]:
    """Each person who was, or may have been, at the same organisation at the same time.

    `since` and `until` are the first and last day on which both certainly were there; NULL where
    the dates only allow it (`together` is `possible`).
    """
    stays = presences(rule)
    mine, theirs = stays.alias("mine"), stays.alias("theirs")
    first, last = (
        greater(mine.c.sure_from, theirs.c.sure_from),
        lesser(mine.c.sure_to, theirs.c.sure_to),
    )
    known = [stay.c[name] for stay in (mine, theirs) for name in ("sure_from", "sure_to")]
    sure = and_(*(column.is_not(None) for column in known), first <= last)
    since, until = func.min(case((sure, first))), func.max(case((sure, last)))
    allowed = and_(mine.c.may_from <= theirs.c.may_to, theirs.c.may_from <= mine.c.may_to)
    return (
        select(
            people.c.name.label("person"),
            organisations.c.name.label("organisation"),
            case((since.is_not(None), "certain"), else_="possible").label("together"),
            since.label("since"),
            until.label("until"),
        )
        .select_from(mine)
        .join(theirs, theirs.c.organisation_id == mine.c.organisation_id)
        .join(people, people.c.id == theirs.c.person_id)
        .join(organisations, organisations.c.id == mine.c.organisation_id)
        .where(mine.c.person_id == person_id, theirs.c.person_id != person_id)
        .where(or_(sure, allowed))
        .group_by(people.c.id, people.c.name, organisations.c.id, organisations.c.name)
        .order_by(
            organisations.c.name,
            organisations.c.id,
            since.nulls_last(),
            people.c.name,
            people.c.id,
        )
    )
