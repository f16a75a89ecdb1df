"""Which walk through a ledger does Hypothesis take: writes of every kind, and undoing of them?"""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from sqlalchemy import Connection

from talentdb.dates import PartialDate
from talentdb.imports.pipeline import import_files
from talentdb.queries.changes import FACT_TABLES
from talentdb.queries.claimed import CLAIMED
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import change_sets, metadata, organisations, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.claims import Claim, cite_fact
from talentdb.writes.edit import edit
from talentdb.writes.evidence import NewSource, add_source
from talentdb.writes.links import NewLink, add_link
from talentdb.writes.moves_by_hand import recorded_id, set_reasons
from talentdb.writes.names import add_alias, add_identifier, add_tag
from talentdb.writes.recording import record_move
from talentdb.writes.remove import remove
from talentdb.writes.roles import NewRole, Roles
from talentdb.writes.transitions import NewMove
from talentdb.writes.undo import latest_of, undo
from talentdb.writes.wanted import found_or_created
from tests.builders import AUTHOR, date_of, end_of
from tests.imports.builders import files
from tests.writes import choices
from tests.writes.choices import DAYS, ENDS, PERSONS, PICKS, PLACES, SURE, TITLES
from tests.writes.watched import Watched

NOUNS = {noun.word: noun for noun in (PERSON, ORGANISATION)}
TABLES = metadata.tables
FACTS = [table.name for table in CLAIMED]


class Walk(Watched):
    """The steps: writes of every kind, some of which the ledger refuses, and undoing."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        super().__init__(connection)
        self.folder = folder

    @initialize(who=PERSONS, first=PLACES, second=PLACES)
    def begin(self, who: str, first: str, second: str) -> None:
        self.add_source("memo", None, date_of("2022"))
        self.add_role(who, first, date_of("2019"), date_of("2021-06"), "Chief", None)
        self.add_role(who, second, date_of("2021-06"), end_of(".."), "Fellow", None)

    @rule(who=PERSONS, where=PLACES, started=DAYS, ended=ENDS, title=TITLES, status=SURE)
    def add_role(
        self,
        who: str,
        where: str,
        started: PartialDate | None,
        ended: PartialDate | None,
        title: str | None,
        status: str | None,
    ) -> None:
        def what(change: ChangeSet) -> None:
            person = found_or_created(change, PERSON, who)
            place = found_or_created(change, ORGANISATION, where)
            roles = Roles(change, [person])
            roles.state(NewRole(person, place, title, started=started, ended=ended, status=status))
            roles.write()

        self.write(what)

    @rule(who=PERSONS, origin=PLACES, goal=PLACES, date=DAYS, title=TITLES, why=choices.WORDS)
    def add_move(
        self,
        who: str,
        origin: str,
        goal: str,
        date: PartialDate | None,
        title: str | None,
        why: str,
    ) -> None:
        def what(change: ChangeSet) -> None:
            person = found_or_created(change, PERSON, who)
            left, joined = (found_or_created(change, ORGANISATION, side) for side in (origin, goal))
            new = NewMove(person, left, joined, date, to_title=title, reasons=(why,))
            record_move(change, new, ())

        self.write(what)

    @rule(first=PLACES, kind=choices.KINDS_OF_LINK, second=PLACES, started=DAYS)
    def add_link(self, first: str, kind: str, second: str, started: PartialDate | None) -> None:
        def what(change: ChangeSet) -> None:
            ids = [found_or_created(change, ORGANISATION, name) for name in (first, second)]
            add_link(change, NewLink(ids[0], kind, ids[1], started))

        self.write(what)

    @rule(handle=choices.HANDLES, url=choices.URLS, published=DAYS)
    def add_source(
        self, handle: str | None, url: str | None, published: PartialDate | None
    ) -> None:
        new = NewSource(handle, url, title="A title", published=published)
        self.write(lambda change: add_source(change, new))

    @rule(
        noun=st.sampled_from(list(NOUNS)),
        pick=PICKS,
        name=PERSONS | PLACES,
        mark=choices.MARKS,
        tag=choices.WORDS,
        which=st.integers(0, 2),
    )
    def add_name(self, noun: str, pick: int, name: str, mark: str, tag: str, which: int) -> None:
        of = NOUNS[noun]
        owner = self.row(of.table, pick)
        if owner:
            adders = (
                lambda change: add_alias(change, of, owner, name),
                lambda change: add_identifier(change, of, owner, mark),
                lambda change: add_tag(change, of, owner, tag),
            )
            self.write(adders[which])

    @rule(
        table=st.sampled_from(FACTS),
        pick=PICKS,
        source=choices.SOURCES,
        claim=choices.CLAIMS,
        status=SURE,
        stance=st.sampled_from(["supports", "supports", "disputes"]),
        via=st.none() | choices.SOURCES,
    )
    def cite(
        self,
        table: str,
        pick: int,
        source: str,
        claim: tuple[str | None, str | None],
        status: str | None,
        stance: str,
        via: str | None,
    ) -> None:
        said = Claim(source, stance, status, *claim, via=via)
        self.write(
            lambda change: cite_fact(change, TABLES[table], self.row(TABLES[table], pick), said)
        )

    @rule(pick=PICKS, reasons=st.none() | st.lists(choices.WORDS, min_size=1, max_size=2))
    def tag_move(self, pick: int, reasons: list[str] | None) -> None:
        def what(change: ChangeSet) -> None:
            set_reasons(change, recorded_id(change, self.row(transitions, pick)), reasons)

        self.write(what)

    @rule(edited=choices.edits(), pick=PICKS)
    def edit(self, edited: tuple[str, dict[str, Any]], pick: int) -> None:
        table, values = TABLES[edited[0]], edited[1]
        for name in ("from_organisation_id", "to_organisation_id"):
            if name in values:
                values[name] = self.row(organisations, values[name]) or None
        self.write(lambda change: edit(change, table, self.row(table, pick), values))

    @rule(
        table=st.sampled_from([each.name for each in FACT_TABLES]),
        pick=PICKS,
        with_facts=st.booleans(),
    )
    def remove(self, table: str, pick: int, with_facts: bool) -> None:
        id = self.row(TABLES[table], pick)
        self.write(lambda change: remove(change, TABLES[table], id, with_facts))

    @rule(texts=choices.FILES)
    def take_in(self, texts: dict[str, str]) -> None:
        self.write(lambda change: import_files(change, files(self.folder, texts)))

    @rule()
    def undo_the_latest(self) -> None:
        self.write(lambda change: undo(change, latest_of(self.connection, AUTHOR.actor)))

    @rule(pick=PICKS)
    def undo_some(self, pick: int) -> None:
        """Any change set: a write or an undoing, also one that is undone already."""
        self.write(lambda change: undo(change, self.row(change_sets, pick * 3)))
