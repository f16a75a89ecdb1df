"""Which moves came with a deal: from the organisation bought, or bought into, to the buyer?"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, select

from talentdb.database.portable import DAWN, DUSK, day
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO, narrowed
from talentdb.queries.rule import Rule
from talentdb.queries.status import effective_status
from talentdb.queries.transitions import counted
from talentdb.schema import organisation_links, organisations, people

FIRST = organisations.alias("first_organisation")
SECOND = organisations.alias("second_organisation")
# The people of a deal come within as many days of it as one career's moves may overlap.
DAYS = 92


def link_row(link_id: int) -> Select[Any]:
    """A link with the names of its two organisations, and its effective status."""
    kept = [column for column in organisation_links.c if column.name not in ("status", "kind")]
    return (
        select(
            *kept,
            organisation_links.c.kind.label("link"),
            FIRST.c.name.label("organisation"),
            SECOND.c.name.label("other"),
            effective_status(organisation_links, "organisation_link_id").label("status"),
        )
        .join(FIRST, FIRST.c.id == organisation_links.c.organisation_id)
        .join(SECOND, SECOND.c.id == organisation_links.c.other_id)
        .where(organisation_links.c.id == link_id)
    )


def moves_with(link: Mapping[str, Any], rule: Rule) -> Select[Any]:
    """Moves from the one bought to the buyer, parts included, of manner acquired or near in date.

    Near is within 92 days of the deal; an undated deal or move is near to all.
    """
    buyer, bought = link["organisation_id"], link["other_id"]
    move = counted(rule)
    first = _moved(link["started_earliest"], -DAYS) or DAWN
    last = _moved(link["started_latest"], DAYS) or DUSK
    near = and_(
        func.coalesce(move.c.date_earliest, day(DAWN)) <= day(last),
        func.coalesce(move.c.date_latest, day(DUSK)) >= day(first),
    )
    statement: Select[Any] = (
        select(
            move.c.id,
            people.c.name.label("person"),
            FROM.c.name.label("from"),
            TO.c.name.label("to"),
            move.c.date,
            move.c.manner,
            move.c.status,
        )
        .join(people, people.c.id == move.c.person_id)
        .outerjoin(FROM, FROM.c.id == move.c.from_organisation_id)
        .outerjoin(TO, TO.c.id == move.c.to_organisation_id)
        .where((move.c.manner == "acquired") | near)
        .order_by(move.c.date_latest.nulls_last(), people.c.name, move.c.id)
    )
    return narrowed(statement, move, MoveFilter(rule, from_=(bought,), to=(buyer,)))


def _moved(day_given: date | None, days: int) -> date | None:
    return None if day_given is None else day_given + timedelta(days=days)
