"""How does what sources say of facts get from a file into the ledger?"""

from collections.abc import Iterator

from talentdb.imports.agreement import Agreement
from talentdb.imports.cited import Cited, cited
from talentdb.imports.order import finest_first
from talentdb.imports.plain_evidence import cite_plain_roles
from talentdb.imports.problems import Row
from talentdb.imports.sources import Sources
from talentdb.imports.work import Work
from talentdb.writes.citations import Citations
from talentdb.writes.citing import NewCitation

_WORDS = ("status", "field", "value", "quote", "locator", "said_by")
_DECIDING = ("field", "value", "locator", "said_by")


def add_evidence(work: Work) -> None:
    """Writes the sources, then what they say: in citations.csv, and in a `source` column."""
    sources = Sources(work)
    agreement = Agreement(("stance", "status", "quote", "via"), work.problems)
    of_citations = list(_of_citations(work, sources))
    of_facts = list(_of_facts(work, sources))
    held = Citations(work.change, [new.fact for _, _, new in (*of_citations, *of_facts)])
    for row, fact, new in of_citations:
        stance = row.values["stance"]
        row.became(_touching(work, fact, held.state(new, stance)))
        decided = tuple(row.values[name] for name in _DECIDING)
        agreement.check(row, (new.fact, new.source_id, decided))
    for row, fact, new in of_facts:
        if _touching(work, fact, held.state(new, None)) != "unchanged":
            row.became("updated")
    held.write()
    cite_plain_roles(work, work.plain, sources)


def _of_citations(work: Work, sources: Sources) -> Iterator[tuple[Row, Cited, NewCitation]]:
    for row, fact in cited(work, finest_first(work.sound("citations"))):
        source = sources.meant(row, "source", row.values["source"])
        via = row.values["via"] and sources.meant(row, "via", row.values["via"])
        if source is None or (row.values["via"] and via is None):
            continue
        if via == source:
            work.problems.about(row, "via", "a source is known via another one")
            continue
        given = {name: row.values[name] for name in _WORDS}
        stance = row.values["stance"] or "supports"
        yield (
            row,
            fact,
            NewCitation((fact.reference, fact.id), source, stance, via_source_id=via, **given),
        )


def _of_facts(work: Work, sources: Sources) -> Iterator[tuple[Row, Cited, NewCitation]]:
    # Of several rows that name the source of one fact, the first in the files brings it.
    for stated in sorted(work.stated, key=lambda stated: work.problems.position(stated.row)):
        if not stated.row.values["source"] or not work.problems.sound([stated.row]):
            continue
        fact = Cited(stated.reference, stated.held.key, stated.person_id)
        for text in stated.row.values["source"]:
            source = sources.meant(stated.row, "source", text)
            if source is not None:
                yield stated.row, fact, NewCitation((fact.reference, fact.id), source)


def _touching(work: Work, fact: Cited, outcome: str) -> str:
    """The outcome itself: a citation may change the status of a role, and what follows from it."""
    if outcome != "unchanged" and fact.person_id is not None:
        work.change.people.add(fact.person_id)
    return outcome
