"""How does an import go, from files to facts? The stages in order, read from top to bottom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from talentdb.errors import Problem
from talentdb.imports.checks import check_cells
from talentdb.imports.csv import documents_of, rows_by_kind
from talentdb.imports.evidence import add_evidence
from talentdb.imports.facts import state_facts
from talentdb.imports.made import state_made
from talentdb.imports.names import add_names
from talentdb.imports.problems import Problems, Row
from talentdb.imports.recipe import Recipe
from talentdb.imports.recipe_files import save_recipe
from talentdb.imports.rejects import write_rejects_of
from talentdb.imports.resolve import Register
from talentdb.imports.rosters import add_rosters
from talentdb.imports.skipping import without_refused
from talentdb.imports.telling import told_of
from talentdb.imports.ties import break_ties
from talentdb.imports.understanding import Plan
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
    "offers": "offers",
    "works": "works",
    "credits": "credits",
    "figures": "figures",
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
    before = Counter(change.created)
    recipe = manner.recipe.with_(kind=kind)
    documents = documents_of(paths, manner.standard_input)
    problems = Problems([document.name for document in documents])
    rows, plans = rows_by_kind(documents, recipe, problems)
    check_cells(rows, problems)

    def stages(change: ChangeSet, rows: dict[str, list[Row]]) -> None:
        work = _work(change, rows, problems)
        add_rosters(work)
        add_names(work)
        if recipe.homonyms:
            break_ties(work, recipe.homonyms)
        state_facts(work)
        state_made(work)
        add_evidence(work)

    if manner.skip_problems:
        problems.refuse_headers(manner.max_problems)
        rows = without_refused(change, rows, problems, stages)
        write_rejects_of(manner.rejects, documents, plans, problems)
    stages(change, rows)
    if not manner.skip_problems:
        problems.refuse(manner.max_problems)
    if manner.save_recipe and plans:
        save_recipe(manner.save_recipe, plans[0])
    derive_people(change.connection, change.people)
    return _summary(change, rows, change.created - before, problems, plans)


def _work(change: ChangeSet, rows: dict[str, list[Row]], problems: Problems) -> Work:
    sound = {word: problems.sound(of_kind) for word, of_kind in rows.items()}
    people = Register(change.connection, PERSON, texts_naming(PERSON, sound))
    organisations = Register(change.connection, ORGANISATION, texts_naming(ORGANISATION, sound))
    return Work(change, problems, rows, people, organisations)


def _summary(
    change: ChangeSet,
    rows: dict[str, list[Row]],
    created: Counter[str],
    problems: Problems,
    plans: Sequence[Plan],
) -> Summary:
    all_rows = (row for of_kind in rows.values() for row in of_kind)
    outcomes = Counter(row.outcome for row in all_rows if row.main is None)
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
