"""How do the cells of a fact name people, organisations and works?"""

from typing import Any

from talentdb.exports.work import Export
from talentdb.queries.figures import value_of
from talentdb.queries.names import ORGANISATION, PERSON, Noun

# Which cell names whom, by which column; organisations, and people.
_ORGANISATIONS = {
    "link": {"organisation": "organisation_id", "other": "other_id"},
    "move": {"from": "from_organisation_id", "to": "to_organisation_id"},
    "role": {"organisation": "organisation_id"},
    "offer": {"by": "organisation_id", "at": "at_organisation_id"},
    "work": {"by": "organisation_id"},
    "figure": {"organisation": "organisation_id", "counterpart": "counterpart_id"},
}
_PEOPLE = ("move", "role", "offer", "credit")
# Cells that are called otherwise than their column.
_OTHERWISE = {
    "link": {"link": "kind"},
    "work": {"work": "name"},
    "credit": {"as": "credited_as"},
}


def meant(export: Export, word: str, noun: Noun, id: int | None) -> str:
    """What means a person or an organisation in the cells of such a fact; nothing for nobody."""
    if id is None:
        return ""
    references = export.references
    return references.anywhere(noun, id) if word == "name" else references.text(noun, id)


def named(export: Export, word: str, row: Any) -> dict[str, Any]:
    """The cells of a fact that are not just its columns."""
    if word == "name":
        noun = PERSON if "person_id" in row else ORGANISATION
        return {"of": meant(export, word, noun, row[noun.reference])}
    cells = {cell: row[column] for cell, column in _OTHERWISE.get(word, {}).items()}
    for cell, column in _ORGANISATIONS.get(word, {}).items():
        cells[cell] = meant(export, word, ORGANISATION, row[column])
    if word in _PEOPLE:
        cells["person"] = meant(export, word, PERSON, row["person_id"])
    if word == "credit":
        made = export.work(row["work_id"])
        cells |= {"by": meant(export, word, ORGANISATION, made.organisation_id), "work": made.name}
    if word == "figure":
        cells["published"] = value_of(row["published"])
    return cells
