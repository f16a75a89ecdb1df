"""Which source is meant by a handle, an id or a web address in a file?"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Column, select, union

from talentdb.database.bulk import is_empty
from talentdb.database.portions import batches
from talentdb.errors import TalentdbError
from talentdb.imports.agreement import Agreement
from talentdb.imports.problems import Row
from talentdb.imports.work import Work
from talentdb.schema import citations, roles, sources, transitions
from talentdb.urls import is_url
from talentdb.writes.addresses import add_addresses
from talentdb.writes.evidence import NewSource, add_source

_ID = re.compile(r"source:([0-9]{1,18})\Z")
_TEXTS = ("archive", "title", "publisher", "author", "language", "published", "accessed")


class Sources:
    """The sources that an import names; those of sources.csv and new addresses are written."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._by_handle: dict[str, int] = {}
        self._existing: set[int] = set()
        urls, handles = list[str](), set[str]()
        for text in _named(work):
            urls.append(text) if is_url(text) else handles.add(text)
        self._load(handles | {row.values["source"] for row in work.sound("sources")} - {None})
        self._state()
        self._by_url = add_addresses(work.change, urls)

    def meant(self, row: Row, column: str, text: str) -> int | None:
        """The source that a text in this cell names; that there is none is a problem."""
        if is_url(text):
            return self._by_url[text]
        found = self._by_text(text)
        if found is None and self._work.problems.among(self._work.rows["sources"]):
            self._work.problems.reject(row)
        elif found is None:
            message = f"no source has the handle {text!r}; put it into sources.csv"
            if "/" in text:
                message += " (an address begins with https://)"
            self._work.problems.about(row, column, message)
        return found

    def ids(self, texts: Iterable[str]) -> list[int]:
        """The source that each text names; 0 for one that nobody knows."""
        known = self._by_url.get
        return [known(text) or self._by_text(text) or 0 for text in texts]

    def _by_text(self, text: str) -> int | None:
        by_id = _ID.match(text)
        if by_id and int(by_id[1]) in self._existing:
            return int(by_id[1])
        return self._by_handle.get(text)

    def _load(self, texts: set[str]) -> None:
        if is_empty(self._work.change.connection, sources):
            return
        ids = {int(match[1]) for text in texts if (match := _ID.match(text))}
        for handle, id in self._rows(sources.c.handle, texts):
            self._by_handle[handle] = id
        self._existing.update(id for _, id in self._rows(sources.c.id, ids))

    def _rows(self, column: Column[Any], values: Iterable[Any]) -> Iterator[Any]:
        for batch in batches(sorted(values)):
            statement = select(column, sources.c.id).where(column.in_(batch))
            yield from self._work.change.connection.execute(statement).all()

    def _state(self) -> None:
        """Writes the rows of sources.csv, those that bring their handle first."""
        work = self._work
        agreement = Agreement(("url", *_TEXTS), work.problems)
        updated = []
        in_order = sorted(
            work.sound("sources"),
            key=lambda row: (row.values["source"] is None, sorted(row.texts.items())),
        )
        for row in in_order:
            handle, url = row.values["source"], row.values["url"]
            new = NewSource(handle, url, **{name: row.values[name] for name in _TEXTS})
            try:
                id, outcome = add_source(work.change, new)
            except TalentdbError as error:
                work.problems.refused(row, error, "source")
                continue
            row.became(outcome)
            if outcome == "updated":
                updated.append(id)
            agreement.check(row, id)
            if handle is not None and self._by_handle.setdefault(handle, id) != id:
                work.problems.about(row, "source", "another source has this handle already")
        _touch_whom_they_speak_of(work, updated)


def _named(work: Work) -> Iterator[str]:
    for table in work.tables:
        if "source" in table.columns:
            for texts, _, _ in table.distinct("source", table.sound(work.problems)):
                yield from texts or ()
    kinds = ("links", "roles", "moves", "roster", "offers", "works", "credits", "figures")
    stated = work.problems.sound([stated.row for stated in work.stated])
    for row in chain(*map(work.sound, kinds), stated):
        yield from row.values["source"] or ()
    for row in work.sound("citations"):
        yield row.values["source"]
        if row.values["via"] is not None:
            yield row.values["via"]


def _touch_whom_they_speak_of(work: Work, source_ids: list[int]) -> None:
    """A source's date decides which status is the latest, and so which roles count."""
    for batch in batches(source_ids):
        cited = citations.c.source_id.in_(batch)
        held = select(roles.c.person_id).join(citations, citations.c.role_id == roles.c.id)
        moved = select(transitions.c.person_id).join(
            citations, citations.c.transition_id == transitions.c.id
        )
        statement = union(held.where(cited), moved.where(cited))
        work.change.people.update(work.change.connection.execute(statement).scalars())
