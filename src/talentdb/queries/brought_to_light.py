"""Which moves are known by a change set: stated by it, or following from what it said of roles?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, or_, select

from talentdb.schema import changes, roles, spells

_START = ("started", "organisation_id", "person_id", "kind", "status")
_END = ("ended", "organisation_id", "person_id", "kind", "status")


def brought_to_light(move: Subquery, change_set_ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether one of these change sets stated the move, or said of its roles what makes it.

    A derived move rests on the start of the role that it leads to, and on the end of the spell
    that it leaves; so a later word on when the newer role ended brings nothing to light.
    """
    left = spells.alias("left")
    begun, over = _written(change_set_ids, _START), _written(change_set_ids, _END)
    within = select(left.c.last_role_id).where(
        or_(left.c.first_role_id.in_(over), left.c.last_role_id.in_(over))
    )
    follows = or_(
        move.c.to_role_id.in_(begun), move.c.from_role_id.in_(over), move.c.from_role_id.in_(within)
    )
    return or_(move.c.change_set_id.in_(change_set_ids), and_(move.c.origin == "derived", follows))


def _written(change_set_ids: Sequence[int], fields: Sequence[str]) -> Select[Any]:
    """The roles that these change sets created or brought back, or gave another such field."""
    images = changes.join(roles, roles.c.id == changes.c.row_id)
    differing = (_before(name).is_distinct_from(roles.c[name]) for name in fields)
    rewritten = (
        select(changes.c.row_id)
        .select_from(images)
        .where(
            changes.c.change_set_id.in_(change_set_ids),
            changes.c.table_name == roles.name,
            or_(changes.c.before.is_(None), *differing),
        )
    )
    return select(roles.c.id).where(
        or_(roles.c.change_set_id.in_(change_set_ids), roles.c.id.in_(rewritten))
    )


def _before(name: str) -> ColumnElement[Any]:
    as_read = "as_integer" if name.endswith("_id") else "as_string"
    image: ColumnElement[Any] = getattr(changes.c.before[name], as_read)()
    return image
