"""How does a test fill a ledger? Through the real writers, and by names instead of ids."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from talentdb.dates import PartialDate, parse, parse_end
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.writes.change_sets import Author, ChangeSet
from talentdb.writes.citing import NewCitation, add_citation
from talentdb.writes.derive import derive_people
from talentdb.writes.evidence import NewSource, add_source
from talentdb.writes.links import NewLink, add_link
from talentdb.writes.recording import RecordedMove, record_move
from talentdb.writes.roles import NewRole, Outcome, Roles
from talentdb.writes.transitions import Moves, NewMove
from talentdb.writes.wanted import found_or_created

AUTHOR = Author("tester", "talentdb test", datetime(2026, 1, 1, 12))
_ROLE = re.compile(
    r"(?P<at>\S+) ((?P<title>\D\S*) )?(?P<started>\S+)–(?P<ended>[^ ,]+)(, seen (?P<seen>\S+))?"
)


def date_of(text: str | None) -> PartialDate | None:
    """The date with this EDTF text; None is unknown."""
    return None if text is None else parse(text)


def end_of(text: str | None) -> PartialDate | None:
    """The end with this EDTF text; `..` is still there, None unknown."""
    return None if text is None else parse_end(text)


@contextmanager
def changing(connection: Connection) -> Iterator[ChangeSet]:
    """One change set, with what follows from it derived as every command does."""
    change = ChangeSet(connection, AUTHOR)
    yield change
    derive_people(connection, change.people)


class Ledger:
    """A ledger that a test fills; each call is a change set of its own, and finds or creates."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def person(self, name: str) -> int:
        """The id of the person of this name."""
        with changing(self.connection) as change:
            return found_or_created(change, PERSON, name)

    def organisation(self, name: str) -> int:
        """The id of the organisation of this name."""
        with changing(self.connection) as change:
            return found_or_created(change, ORGANISATION, name)

    def role(self, person: str, organisation: str, **more: Any) -> tuple[int, Outcome]:
        """The role's id, and what was done to it; dates are EDTF texts."""
        for name in ("started", "seen"):
            more[name] = date_of(more.get(name))
        more["ended"] = end_of(more.get("ended"))
        ids = self.person(person), self.organisation(organisation)
        with changing(self.connection) as change:
            roles = Roles(change, ids[:1])
            stated = roles.state(NewRole(*ids, **more))
            roles.write()
        return stated.held.key, stated.outcome

    def career(self, person: str, text: str) -> list[int]:
        """The ids of the roles of `Acme Engineer 2015–2020 · Globex 2018–now, seen 2019`.

        An end is `u` unknown or `now` open, a start `?` unknown.
        """
        found = []
        for part in text.split(" · "):
            role = _ROLE.fullmatch(part)
            assert role, part
            ended = {"u": None, "now": ".."}.get(role["ended"], role["ended"])
            started = None if role["started"] == "?" else role["started"]
            more = {"title": role["title"], "started": started, "ended": ended}
            found.append(self.role(person, role["at"], seen=role["seen"], **more)[0])
        return found

    def move(
        self,
        person: str,
        origin: str | None,
        goal: str | None,
        date: str | None = None,
        **more: Any,
    ) -> tuple[int, Outcome]:
        """The id of a move recorded as an import does it, touching no role, and what was done."""
        new = self._new_move(person, origin, goal, date, **more)
        with changing(self.connection) as change:
            moves = Moves(change, [new.person_id])
            stated = moves.state(new)
            moves.write()
        return stated.held.key, stated.outcome

    def told(
        self,
        person: str,
        origin: str | None,
        goal: str | None,
        date: str | None = None,
        **more: Any,
    ) -> RecordedMove:
        """A move recorded as `add move` does it: it may end a role."""
        citations = more.pop("citations", ())
        new = self._new_move(person, origin, goal, date, **more)
        with changing(self.connection) as change:
            return record_move(change, new, citations)

    def _new_move(
        self, person: str, origin: str | None, goal: str | None, date: str | None, **more: Any
    ) -> NewMove:
        left, joined = (
            None if name is None else self.organisation(name) for name in (origin, goal)
        )
        return NewMove(self.person(person), left, joined, date_of(date), **more)

    def link(
        self, organisation: str, kind: str, other: str, started: str | None = None, **more: Any
    ) -> tuple[int, Outcome]:
        """The link's id, and what was done to it."""
        ids = self.organisation(organisation), self.organisation(other)
        more["ended"] = end_of(more.get("ended"))
        with changing(self.connection) as change:
            return add_link(change, NewLink(ids[0], kind, ids[1], date_of(started), **more))

    def source(self, handle: str | None, published: str | None = None, **more: Any) -> int:
        """The id of a source."""
        with changing(self.connection) as change:
            new = NewSource(handle=handle, published=date_of(published), **more)
            return add_source(change, new)[0]

    def cite(self, column: str, fact_id: int, source_id: int, **more: Any) -> int | None:
        """The id of a new citation of a fact, given by the citation's column."""
        with changing(self.connection) as change:
            return add_citation(change, NewCitation((column, fact_id), source_id, **more))
