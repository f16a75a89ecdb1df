"""What does it write that an organisation was renamed?

If both names have records, a `renamed` link: they are one organisation at all times. If only the
old one has, that is a pure rename: its record takes the new name, and keeps the old one beside it.
"""

from typing import Literal, NamedTuple

from sqlalchemy import select

from talentdb.dates import PartialDate
from talentdb.errors import NameIsAmbiguous
from talentdb.names import organisation_key
from talentdb.queries.names import ORGANISATION
from talentdb.queries.resolve import all_called
from talentdb.queries.telling import told_apart
from talentdb.schema import organisation_names, organisations
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.edit import edit
from talentdb.writes.links import NewLink, add_link, refuse_renamed_before
from talentdb.writes.names import add_alias


class Renamed(NamedTuple):
    """What was written: a link or another name, by its id, and whether anything changed."""

    what: Literal["link", "name"]
    id: int | None
    is_new: bool


def rename(
    change: ChangeSet, organisation_id: int, old: str, new: str, on: PartialDate | None = None
) -> Renamed:
    """Records that an organisation, called `old` by the user, has been called `new` since a day.

    Raises NameIsAmbiguous, and what the rules of links refuse: a loop, a second new name, a move
    recorded from the one name to the other.
    """
    found = all_called(change.connection, ORGANISATION, new)
    if len(found) > 1:
        raise NameIsAmbiguous(
            ORGANISATION.word, new, told_apart(change.connection, ORGANISATION, found)
        )
    if found and found[0] != organisation_id:
        id, outcome = add_link(change, NewLink(organisation_id, "renamed", found[0], on))
        return Renamed("link", id, outcome == "created")
    statement = select(organisations.c.name).where(organisations.c.id == organisation_id)
    name = change.connection.execute(statement).scalar_one()
    refuse_renamed_before(change.connection, organisation_id)
    if name == new:
        return _former(change, organisation_id, old, on)
    edit(change, organisations, organisation_id, {"name": new})
    return Renamed("name", add_alias(change, ORGANISATION, organisation_id, name, None, on), True)


def _former(change: ChangeSet, organisation_id: int, old: str, on: PartialDate | None) -> Renamed:
    """Says of a name that is known already when it ended; nothing, of one that is not a former."""
    names = organisation_names
    statement = select(names.c.id).where(
        names.c.organisation_id == organisation_id,
        names.c.name_key == organisation_key(old),
        names.c.ended.is_(None),
    )
    id = change.connection.scalar(statement.order_by(names.c.id).limit(1))
    if id is None or on is None:
        return Renamed("name", id, False)
    return Renamed("name", edit(change, names, id, {"ended": on})[0], True)
