"""What does a row say besides its own fact: identifiers, tags, other names, of its source?

It becomes rows of people.csv, organisations.csv, names.csv, links.csv or sources.csv, on the same
line.
"""

from collections.abc import Iterator, Mapping, Sequence

from talentdb.imports.header import Header
from talentdb.imports.meanings import folded, identifier
from talentdb.imports.problems import Row
from talentdb.imports.recipe import Taken
from talentdb.output.values import joined, separated

Texts = dict[str, str]
Companion = tuple[str, Texts]
_FILES = {"people": "person", "organisations": "organisation"}


def identifying(
    identifiers: Mapping[str, Taken], header: Header, cells: Sequence[str], row: Row
) -> dict[str, list[str]]:
    """The identifiers that a record gives, by the column of their owner."""
    found: dict[str, list[str]] = {}
    for name, taken in identifiers.items():
        owner, _, scheme = name.rpartition(".")
        owner = owner or ("person" if "person" in row.texts else "organisation")
        nothing = {folded(one) for one in taken.placeholders}
        for word in taken.columns:
            place = header.places(word)[0]
            cell = cells[place] if place < len(cells) else ""
            for value in cell.split(taken.separator) if taken.separator else [cell]:
                if value.strip() and folded(value) not in nothing:
                    found.setdefault(owner, []).append(identifier(scheme, value.strip()))
    return found


def companions(
    kind: str, row: Row, besides: Mapping[str, str], identifiers: Mapping[str, Sequence[str]]
) -> Iterator[Companion]:
    """The rows beside a row, which then names those whom they identify by the identifier."""
    said: dict[str, Texts] = {}
    for name, text in besides.items():
        owner, _, what = name.rpartition(".")
        if text:
            said.setdefault(owner, {})[what] = text
    for owner, marks in identifiers.items():
        known = said.setdefault(owner, {})
        known["identifiers"] = joined(
            list(dict.fromkeys([*separated(known.get("identifiers", "")), *marks]))
        )
    source = said.pop("source", {})
    if source:
        for url in separated(row.texts.get("source", "")):
            yield "sources", {"url" if "://" in url else "source": url, **source}
    for owner, texts in said.items():
        yield from _of_owner(kind, row, owner, texts)


def _of_owner(kind: str, row: Row, owner: str, texts: Texts) -> Iterator[Companion]:
    file = "people" if owner == "person" else "organisations"
    name = row.texts.get(owner, "")
    marks = separated(texts.get("identifiers", ""))
    if _FILES.get(kind) == owner:
        # The row itself is that of the owner.
        row.texts.update({what: text for what, text in texts.items() if what in _OWN[file]})
    elif marks or texts.keys() & _OWN[file]:
        own = {what: text for what, text in texts.items() if what in _OWN[file]}
        if name:
            yield file, {_FILES[file]: name, **own}
        if marks:
            row.texts[owner] = marks[0]
    named = row.texts.get(owner, "")
    if alias := texts.get("alias"):
        for other in separated(alias):
            yield "names", {"of": named, "name": other}
    if whole := texts.get("part_of"):
        yield "links", {"organisation": named, "link": "part-of", "other": whole}


_OWN = {
    "people": {"identifiers", "tags", "note"},
    "organisations": {"identifiers", "tags", "note", "kind", "country", "website"},
}
