"""What did an import do, in numbers and notes?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from talentdb.errors import Problem
from talentdb.imports.suggestions import suggestions
from talentdb.imports.telling import told_of
from talentdb.imports.understanding import Plan
from talentdb.imports.work import Work

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
    understood where that is worth telling, `suggestions` which new names may be of one.
    `change_set` is None if nothing changed at all.
    """

    rows: int
    created: dict[str, int]
    updated: int
    unchanged: int
    rejected: int
    problems: tuple[Problem, ...]
    change_set: int | None
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def summary_of(
    work: Work, created: Counter[str], plans: Sequence[Plan], told: Sequence[str]
) -> Summary:
    """The summary of an import in which this was created; `told` are notes of its stages."""
    change, problems = work.change, work.problems
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
        notes=(*(note for plan in plans for note in told_of(plan)), *told),
        suggestions=tuple(suggestions(change)),
    )
