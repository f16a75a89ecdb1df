"""Which rosters are there, who is on them, and which roles does more rest on than rosters?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Select, select, union

from talentdb.schema import citations, presences, rosters, row_keys, transitions


def rosters_by_day() -> Select[Any]:
    """Every roster: id, organisation, day."""
    return select(rosters.c.id, rosters.c.organisation_id, rosters.c.day).order_by(rosters.c.id)


def listed_on(roster_ids: Sequence[int]) -> Select[Any]:
    """Whom these rosters list: roster, person, title, kind."""
    columns = presences.c.roster_id, presences.c.person_id, presences.c.title, presences.c.kind
    return select(*columns).where(presences.c.roster_id.in_(roster_ids)).order_by(presences.c.id)


def presences_of(person_ids: Sequence[int]) -> Select[Any]:
    """All that rosters say of these people: person, organisation, day, title, kind."""
    return (
        select(
            presences.c.person_id,
            rosters.c.organisation_id,
            rosters.c.day,
            presences.c.title,
            presences.c.kind,
        )
        .join(rosters, rosters.c.id == presences.c.roster_id)
        .where(presences.c.person_id.in_(person_ids))
        .order_by(presences.c.id)
    )


def referred_roles(role_ids: Sequence[int]) -> CompoundSelect[Any]:
    """Those of these roles to which citations, recorded moves or rows' keys refer."""
    recorded = transitions.c.origin == "recorded"
    return union(
        *(
            select(column).where(column.in_(role_ids), *conditions)
            for column, *conditions in (
                (citations.c.role_id,),
                (row_keys.c.role_id,),
                (transitions.c.from_role_id, recorded),
                (transitions.c.to_role_id, recorded),
            )
        )
    )
