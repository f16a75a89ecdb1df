"""What did somebody enter last?"""

from typing import Any

from sqlalchemy import Select, select

from talentdb.queries.evidence import about_move, first_source_of
from talentdb.schema import change_sets, organisations, transitions


def last_move_of(actor: str) -> Select[Any]:
    """The last recorded move of this actor: where to, when, on whose word."""
    return (
        select(
            organisations.c.name.label("to"),
            transitions.c.date,
            first_source_of(about_move(transitions)).label("source"),
        )
        .join(change_sets, change_sets.c.id == transitions.c.change_set_id)
        .outerjoin(organisations, organisations.c.id == transitions.c.to_organisation_id)
        .where(change_sets.c.actor == actor, transitions.c.origin == "recorded")
        .order_by(transitions.c.id.desc())
        .limit(1)
    )
