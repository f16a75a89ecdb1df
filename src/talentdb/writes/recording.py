"""How does one sentence about a move become rows? (design.md §4, the everyday line)"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import select

from talentdb.dates import OPEN, PartialDate, one_of
from talentdb.schema import sources
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.citing import NewCitation, add_citation
from talentdb.writes.dated import date_in
from talentdb.writes.roles import Outcome, Roles
from talentdb.writes.shelf import Held
from talentdb.writes.transitions import Moves, NewMove

NOT_DONE = ("rumoured", "denied")


class Ended(NamedTuple):
    """A role that a move gave its end."""

    role_id: int
    title: str | None
    before: str | None


@dataclass(frozen=True)
class RecordedMove:
    """What recording one person's move did."""

    person_id: int
    move_id: int
    outcome: Outcome
    date: PartialDate | None
    ended: Ended | None
    cited: int
    refined: int


def date_from_sources(
    change: ChangeSet, source_ids: Sequence[int], status: str | None
) -> PartialDate | None:
    """By the day that the first dated source reports it as done; None where none does."""
    if status in NOT_DONE:
        return None
    published = select(sources.c.published_latest).where(
        sources.c.id.in_(source_ids), sources.c.published_latest.is_not(None)
    )
    day = change.connection.scalar(published.order_by(sources.c.published_latest).limit(1))
    return one_of(None, day) if day else None


def record_move(change: ChangeSet, new: NewMove, citations: Sequence[NewCitation]) -> RecordedMove:
    """Records one person's move with its citations, and ends the role that it ends.

    A role is touched only if its end is unknown or open, and only the one that `from_title`
    names, or the only one running at the organisation that the person leaves. A move that is
    only rumoured, or denied, ends nothing. `citations` lack their fact.
    """
    roles = Roles(change, [new.person_id])
    leaving = _role_left(roles, new)
    ended = None
    if leaving is not None and new.date is not None and new.status not in NOT_DONE:
        ended = _end(roles, leaving, new.date)
    joining = None
    if new.to_organisation_id is not None and new.to_title:
        joining = roles.titled(new.person_id, new.to_organisation_id, new.to_title)
    roles.write()
    moves = Moves(change, [new.person_id])
    stated = moves.state(replace(new, from_role=leaving, to_role=joining))
    moves.write()
    before = change.updated["citations"]
    facts = [replace(each, fact=("transition_id", stated.held.key)) for each in citations]
    cited = [id for id in (add_citation(change, fact) for fact in facts) if id is not None]
    if cited:
        change.people.add(new.person_id)
    date = date_in(stated.held.values, "date")
    refined = change.updated["citations"] - before
    move_id, outcome = stated.held.key, stated.outcome
    return RecordedMove(new.person_id, move_id, outcome, date, ended, len(cited), refined)


def _role_left(roles: Roles, new: NewMove) -> Held | None:
    if new.from_organisation_id is None:
        return None
    if new.from_title:
        return roles.titled(new.person_id, new.from_organisation_id, new.from_title)
    running = [
        held
        for held in roles.running(new.person_id, new.from_organisation_id)
        if not _begins_after(held, new.date)
    ]
    return running[0] if len(running) == 1 else None


def _begins_after(held: Held, date: PartialDate | None) -> bool:
    """Whether a role cannot be the one that a move of long ago left: the person came back."""
    began = held.values["started_earliest"]
    return bool(date and date.latest and began and began > date.latest)


def _end(roles: Roles, held: Held, date: PartialDate) -> Ended | None:
    before = held.values["ended"]
    if before not in (None, OPEN.text):
        return None
    roles.end(held, date)
    return Ended(held.key, held.values["title"], before)
