"""How does an import go, from files to facts? The stages in order, read from top to bottom."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from talentdb.database.afterwards import indexed_afterwards
from talentdb.imports.as_of import refuse_as_of
from talentdb.imports.checks import check_cells
from talentdb.imports.csv import Read, read_documents
from talentdb.imports.documents import documents_of
from talentdb.imports.evidence import add_evidence
from talentdb.imports.facts import state_facts
from talentdb.imports.keyed import keep_keys, without_known
from talentdb.imports.made import state_made
from talentdb.imports.names import add_names
from talentdb.imports.plain import add_plain_roles
from talentdb.imports.plain_careers import derive_new_people
from talentdb.imports.presence import add_presences
from talentdb.imports.problems import Problems
from talentdb.imports.read_files import keep_files
from talentdb.imports.recipe import Recipe
from talentdb.imports.recipe_files import save_recipe
from talentdb.imports.rejects import write_rejects_of
from talentdb.imports.resolve import Register
from talentdb.imports.rosters import add_rosters
from talentdb.imports.skipping import without_refused
from talentdb.imports.summary import Summary, summary_of
from talentdb.imports.table import check_tables
from talentdb.imports.ties import break_ties
from talentdb.imports.work import Work, texts_naming
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import citations, organisations, people, roles, sources, spells, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.derive import derive_people

# Tables of which an import may bring very many rows; if empty before, indexed when they are full.
FILLED = (people, organisations, roles, sources, citations)


@dataclass(frozen=True)
class Manner:
    """How an import goes: what files mean, and what happens with rows that have problems.

    At most `max_problems` are shown where they refuse the files. `rejects` is where rows that
    `skip_problems` leaves out are written. `spooled` tells where what came by
    a pipe is kept, `save_recipe` is where the understanding of the first file is kept. `update`
    overwrites what the record says otherwise, instead of refusing the row.
    """

    recipe: Recipe = field(default_factory=Recipe)
    skip_problems: bool = False
    max_problems: int = 50
    rejects: Path | None = None
    spooled: Mapping[Path, Path] = field(default_factory=dict)
    save_recipe: Path | None = None
    update: bool = False


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
    refuse_as_of(recipe)
    change.overwrites = manner.update
    documents = documents_of(paths, manner.spooled)
    problems = Problems([document.name for document in documents])
    read = read_documents(documents, recipe, problems, change.progress)
    problems.rows = read.count
    check_cells(read.rows, problems)
    check_tables(read.tables, read.rows, problems)

    work, told = _taken(change, read, problems, recipe, manner)
    write_rejects_of(manner.rejects, documents, read.plans, problems)
    if manner.save_recipe and read.plans:
        save_recipe(manner.save_recipe, read.plans[0])
    keep_files(change, documents)
    with indexed_afterwards(change.connection, (spells, transitions), read.count):
        derive_new_people(change, work)
        derive_people(change.connection, change.people, change.progress)
    change.people.clear()
    return summary_of(work, change.created - before, read.plans, told)


def _taken(
    change: ChangeSet, read: Read, problems: Problems, recipe: Recipe, manner: Manner
) -> tuple[Work, list[str]]:
    """Writes what can be written; raises CsvRefused where that shall be all or nothing."""

    def stages(change: ChangeSet) -> tuple[Work, list[str]]:
        return _stated(_work(change, read, problems, manner.skip_problems), recipe)

    with indexed_afterwards(change.connection, FILLED, read.count):
        if manner.skip_problems:
            problems.refuse_headers(manner.max_problems)
            return without_refused(change, problems, stages)
        found = stages(change)
        problems.refuse(manner.max_problems)
        return found


def _stated(work: Work, recipe: Recipe) -> tuple[Work, list[str]]:
    """Writes all that the rows say, in the order in which it depends on one another."""
    otherwise = add_rosters(work)
    add_names(work)
    add_plain_roles(work)
    if recipe.homonyms:
        break_ties(work, recipe.homonyms)
    changed = without_known(work, recipe)
    state_facts(changed)
    keep_keys(changed, recipe)
    state_made(changed)
    told = add_presences(changed, recipe.as_of)
    add_evidence(changed)
    return work, [*otherwise, *told]


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
