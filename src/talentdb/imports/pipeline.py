"""How does an import go, from files to facts? The stages in order, read from top to bottom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talentdb.errors import Problem
from talentdb.imports.checks import check_cells
from talentdb.imports.csv import Document, rows_by_kind
from talentdb.imports.evidence import add_evidence
from talentdb.imports.facts import state_facts
from talentdb.imports.names import add_names
from talentdb.imports.problems import Problems, Row
from talentdb.imports.recipe import Recipe
from talentdb.imports.resolve import Register
from talentdb.imports.rosters import add_rosters
from talentdb.imports.work import Work, texts_naming
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.derive import derive_people

# What is counted, under the words that people use for the tables.
_WORDS = {
    "people": "people",
    "organisations": "organisations",
    "roles": "roles",
    "transitions": "transitions",
    "sources": "sources",
    "citations": "citations",
    "person_names": "names",
    "organisation_names": "names",
    "organisation_links": "links",
    "identifiers": "identifiers",
    "tags": "tags",
}


@dataclass(frozen=True)
class Summary:
    """What an import did: records created, by word, and rows that updated or changed nothing.

    `change_set` is None if nothing changed at all.
    """

    rows: int
    created: dict[str, int]
    updated: int
    unchanged: int
    rejected: int
    problems: tuple[Problem, ...]
    change_set: int | None


def import_files(change: ChangeSet, paths: Sequence[Path], kind: str | None = None) -> Summary:
    """Takes the facts of all files into the ledger, in the name of one change set.

    The files depend on one another in the order of `KINDS`, whatever the order given; `kind`
    says of what kind they are where the header shall not tell. Raises CsvRefused with all
    problems of all files; the caller then rolls back, since some facts may be written by then.
    """
    before = Counter(change.created)
    problems = Problems([str(path) for path in paths])
    rows = rows_by_kind(paths, kind, problems)
    check_cells(rows, problems)
    work = _work(change, rows, problems)
    add_rosters(work)
    add_names(work)
    state_facts(work)
    add_evidence(work)
    problems.refuse()
    derive_people(change.connection, change.people)
    return _summary(change, rows, change.created - before)


def _work(change: ChangeSet, rows: dict[str, list[Row]], problems: Problems) -> Work:
    sound = {word: problems.sound(of_kind) for word, of_kind in rows.items()}
    people = Register(change.connection, PERSON, texts_naming(PERSON, sound))
    organisations = Register(change.connection, ORGANISATION, texts_naming(ORGANISATION, sound))
    return Work(change, problems, rows, people, organisations)


def _summary(change: ChangeSet, rows: dict[str, list[Row]], created: Counter[str]) -> Summary:
    outcomes = Counter(row.outcome for of_kind in rows.values() for row in of_kind)
    counted = dict.fromkeys(_WORDS.values(), 0)
    for table, count in created.items():
        if table in _WORDS:
            counted[_WORDS[table]] += count
    return Summary(
        rows=outcomes.total(),
        created=counted,
        updated=outcomes["updated"],
        unchanged=outcomes["unchanged"],
        rejected=0,
        problems=(),
        change_set=change.id if change.has_changes else None,
    )
