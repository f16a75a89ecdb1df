"""Which ledgers does Hypothesis make up, through the writers that commands use?"""

from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, Table

from talentdb.errors import RuleBroken, TalentdbError
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import (
    credits,
    figures,
    offers,
    organisation_links,
    organisations,
    people,
    roles,
    transitions,
    works,
)
from talentdb.writes.claims import Claim, cite_fact
from talentdb.writes.figures import NewFigure, add_figure
from talentdb.writes.links import NewLink, add_link
from talentdb.writes.names import add_alias, add_identifier, add_tag
from talentdb.writes.offers import NewOffer, add_offer
from talentdb.writes.organisations import organisation_values
from talentdb.writes.people import person_values
from talentdb.writes.roles import NewRole, Roles
from talentdb.writes.transitions import Moves, NewMove
from talentdb.writes.works import NewCredit, NewWork, add_credit, add_work
from tests.builders import Ledger, changing, date_of, end_of
from tests.exports.statements import STATEMENTS


def ledgers() -> st.SearchStrategy[list[tuple[str, dict[str, Any]]]]:
    """Statements in the order in which they are made; each is a writer's name and its values.

    Whom a statement is about is a number, counted round among those who are there.
    """
    people_first = st.lists(_one("person"), min_size=2, max_size=4)
    places_first = st.lists(_one("organisation"), min_size=2, max_size=4)
    rest = st.lists(st.one_of(*map(_one, STATEMENTS)), max_size=14)
    return st.builds(
        lambda *lists: [one for each in lists for one in each], *(people_first, places_first, rest)
    )


def told(connection: Connection, statements: list[tuple[str, dict[str, Any]]]) -> None:
    """Makes the statements; one that the ledger refuses is left out."""
    teller = Teller(connection)
    for name, values in statements:
        savepoint = connection.begin_nested()
        try:
            getattr(teller, name)(**values)
            savepoint.commit()
        except TalentdbError:
            savepoint.rollback()


class Teller:
    """Who tells a ledger by the numbers of those who are there."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        nouns = ("person", "organisation", "source", "work")
        self.ids: dict[str, list[int]] = {noun: [] for noun in nouns}
        self.facts: list[tuple[Table, int]] = []
        self.ledger = Ledger(connection)

    def person(self, name: str, marks: list[str], tags: list[str], note: str | None) -> None:
        with changing(self.connection) as change:
            id = change.insert_one(people, **person_values(name, note))
            for mark in marks:
                add_identifier(change, PERSON, id, mark)
            for tag in tags:
                add_tag(change, PERSON, id, tag)
        self.ids["person"].append(id)

    def organisation(self, name: str, mark: str | None, **more: Any) -> None:
        with changing(self.connection) as change:
            id = change.insert_one(organisations, **organisation_values(name, **more))
            if mark:
                add_identifier(change, ORGANISATION, id, mark)
        self.ids["organisation"].append(id)

    def alias(self, of: int, is_person: bool, name: str, started: Any, ended: Any) -> None:
        noun = PERSON if is_person else ORGANISATION
        owner = self.one(noun.word, of)
        with changing(self.connection) as change:
            id = add_alias(change, noun, owner, name, date_of(started), end_of(ended))
        if id is not None:
            self.facts.append((noun.names, id))

    def link(self, organisation: int, kind: str, other: int, **more: Any) -> None:
        ids = [self.one("organisation", number) for number in (organisation, other)]
        more |= {"started": date_of(more["started"]), "ended": end_of(more["ended"])}
        with changing(self.connection) as change:
            id, _ = add_link(change, NewLink(ids[0], kind, ids[1], **more))
        self.facts.append((organisation_links, id))

    def role(self, person: int, organisation: int, **more: Any) -> None:
        ids = self.one("person", person), self.one("organisation", organisation)
        dates = {"started": date_of, "ended": end_of, "seen": date_of}
        more |= {name: read(more[name]) for name, read in dates.items()}
        with changing(self.connection) as change:
            mine = Roles(change, ids[:1])
            held = mine.state(NewRole(*ids, **more)).held
            mine.write()
        self.facts.append((roles, held.key))

    def move(
        self, person: int, sides: tuple[int | None, int | None], date: Any, **more: Any
    ) -> None:
        owner = self.one("person", person)
        ids = [None if side is None else self.one("organisation", side) for side in sides]
        with changing(self.connection) as change:
            moves = Moves(change, [owner])
            held = moves.state(NewMove(owner, ids[0], ids[1], date_of(date), **more)).held
            moves.write()
        self.facts.append((transitions, held.key))

    def offer(self, by: int, person: int | None, at: int | None, date: Any, **more: Any) -> None:
        giver, taker = self.one("organisation", by), self.perhaps("person", person)
        new = NewOffer(giver, taker, self.perhaps("organisation", at), date=date_of(date), **more)
        with changing(self.connection) as change:
            self.facts.append((offers, add_offer(change, new)[0]))

    def work(self, name: str, by: int, date: Any, **more: Any) -> None:
        new = NewWork(name, self.one("organisation", by), date_of(date), **more)
        with changing(self.connection) as change:
            id, _ = add_work(change, new)
        self.ids["work"].append(id)
        self.facts.append((works, id))

    def credit(self, person: int, work: int, **more: Any) -> None:
        new = NewCredit(self.one("person", person), self.one("work", work), **more)
        with changing(self.connection) as change:
            self.facts.append((credits, add_credit(change, new)[0]))

    def figure(
        self, metric: str, organisation: int, published: float, counterpart: int | None, **more: Any
    ) -> None:
        more |= {name: date_of(more[name]) for name in ("since", "until")}
        other = self.perhaps("organisation", counterpart)
        new = NewFigure(metric, self.one("organisation", organisation), published, other, **more)
        with changing(self.connection) as change:
            self.facts.append((figures, add_figure(change, new)[0]))

    def source(self, published: Any, accessed: Any, **more: Any) -> None:
        id = self.ledger.source(published=published, accessed=date_of(accessed), **more)
        self.ids["source"].append(id)

    def cite(self, fact: int, source: int, via: int | None, **more: Any) -> None:
        if self.facts:
            table, id = self.facts[fact % len(self.facts)]
            named = [n if n is None else f"source:{self.one('source', n)}" for n in (source, via)]
            claim = Claim(named[0] or "", via=named[1], **more)
            with changing(self.connection) as change:
                cite_fact(change, table, id, claim)

    def perhaps(self, noun: str, number: int | None) -> int | None:
        return None if number is None else self.one(noun, number)

    def one(self, noun: str, number: int) -> int:
        if not self.ids[noun]:
            raise RuleBroken("nobody is there yet")
        return self.ids[noun][number % len(self.ids[noun])]


def _one(name: str) -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    return st.tuples(st.just(name), st.fixed_dictionaries(STATEMENTS[name]))
