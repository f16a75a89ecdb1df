"""How does an import go, from files to facts? The stages in order, read from top to bottom."""

import gc
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from talentdb.database.bulk import indexed_afterwards
from talentdb.errors import Problem
from talentdb.imports.checks import check_cells
from talentdb.imports.csv import Read, documents_of, read_documents
from talentdb.imports.evidence import add_evidence
from talentdb.imports.facts import state_facts
from talentdb.imports.names import add_names
from talentdb.imports.plain import add_plain_roles
from talentdb.imports.problems import Problems
from talentdb.imports.recipe import Recipe
from talentdb.imports.recipe_files import save_recipe
from talentdb.imports.rejects import write_rejects_of
from talentdb.imports.resolve import Register
from talentdb.imports.rosters import add_rosters
from talentdb.imports.skipping import without_refused
from talentdb.imports.table import check_tables
from talentdb.imports.telling import told_of
from talentdb.imports.ties import break_ties
from talentdb.imports.understanding import Plan
from talentdb.imports.work import Work, texts_naming
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import citations, organisations, people, roles, sources, spells, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.derive import derive_people

# Tables of which an import may bring very many rows; if empty before, indexed when they are full.
FILLED = (people, organisations, roles, sources, citations)
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

    `rejected` counts rows left out, for the `problems` told. `notes` say how files were
    understood where that is worth telling. `change_set` is None if nothing changed at all.
    """

    rows: int
    created: dict[str, int]
    updated: int
    unchanged: int
    rejected: int
    problems: tuple[Problem, ...]
    change_set: int | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manner:
    """How an import goes: what files mean, and what happens with rows that have problems.

    At most `max_problems` are shown where they refuse the files. `rejects` is where rows that
    `skip_problems` leaves out are written. `standard_input` holds what `-` stands for,
    `save_recipe` is where the understanding of the first file is kept.
    """

    recipe: Recipe = field(default_factory=Recipe)
    skip_problems: bool = False
    max_problems: int = 50
    rejects: Path | None = None
    standard_input: Path | None = None
    save_recipe: Path | None = None


def import_files(
    change: ChangeSet, paths: Sequence[Path], kind: str | None = None, manner: Manner | None = None
) -> Summary:
    """Takes the facts of all files into the ledger, in the name of one change set.

    The files depend on one another in the order of `KINDS`, whatever the order given; `kind`
    says of what kind they are where the header shall not tell. Raises CsvRefused with all
    problems of all files; the caller then rolls back, since some facts may be written by then.
    With `skip_problems` rows with problems are left out instead.
    """
    manner = manner or Manner()
    # A million rows are no rubbish: looking for some among them takes a tenth of the time.
    gc.freeze()
    before = Counter(change.created)
    recipe = manner.recipe.with_(kind=kind)
    documents = documents_of(paths, manner.standard_input)
    problems = Problems([document.name for document in documents])
    read = read_documents(documents, recipe, problems)
    check_cells(read.rows, problems)
    check_tables(read.tables, read.rows, problems)

    def stages(change: ChangeSet) -> Work:
        work = _work(change, read, problems, manner.skip_problems)
        add_rosters(work)
        add_names(work)
        plain = add_plain_roles(work)
        if recipe.homonyms:
            break_ties(work, recipe.homonyms)
        state_facts(work)
        add_evidence(work, plain)
        return work

    with indexed_afterwards(change.connection, FILLED):
        if manner.skip_problems:
            problems.refuse_headers(manner.max_problems)
            work = without_refused(change, problems, stages)
            write_rejects_of(manner.rejects, documents, read.plans, problems)
        else:
            work = stages(change)
            problems.refuse(manner.max_problems)
    if manner.save_recipe and read.plans:
        save_recipe(manner.save_recipe, read.plans[0])
    with indexed_afterwards(change.connection, (spells, transitions)):
        derive_people(change.connection, change.people)
    change.people.clear()
    return _summary(change, work, change.created - before, problems, read.plans)


def _work(change: ChangeSet, read: Read, problems: Problems, skip: bool) -> Work:
    """What the stages begin with; rows that are skipped are as good as not there."""
    sound = {word: problems.sound(of_kind) for word, of_kind in read.rows.items()}
    for row in chain.from_iterable(sound.values()):
        row.outcome = "unchanged"
    people, organisations = (
        Register(change.connection, noun, texts_naming(noun, sound, read.tables))
        for noun in (PERSON, ORGANISATION)
    )
    rows = sound if skip else {word: [*of_kind] for word, of_kind in read.rows.items()}
    return Work(change, problems, rows, read.tables, people, organisations)


def _summary(
    change: ChangeSet,
    work: Work,
    created: Counter[str],
    problems: Problems,
    plans: Sequence[Plan],
) -> Summary:
    rows = (row for of_kind in work.rows.values() for row in problems.sound(of_kind))
    outcomes = work.outcomes + Counter(row.outcome for row in rows if row.main is None)
    counted = dict.fromkeys(_WORDS.values(), 0)
    for table, count in created.items():
        if table in _WORDS:
            counted[_WORDS[table]] += count
    return Summary(
        rows=outcomes.total() + problems.lines,
        created=counted,
        updated=outcomes["updated"],
        unchanged=outcomes["unchanged"],
        rejected=problems.lines,
        problems=problems.in_order(),
        change_set=change.id if change.has_changes else None,
        notes=tuple(note for plan in plans for note in told_of(plan)),
    )
