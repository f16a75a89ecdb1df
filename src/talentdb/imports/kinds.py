"""Which files does import understand without a recipe, by which columns, in which order?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talentdb.imports import made_columns
from talentdb.imports.cells import (
    Reader,
    address,
    date,
    end,
    handle,
    identifier,
    name,
    several,
    source,
    sources,
    text,
    word,
)
from talentdb.imports.fact_keys import fact
from talentdb.schema.words import (
    LINK_KINDS,
    MANNERS,
    ORGANISATION_KINDS,
    ROLE_KINDS,
    STANCES,
    STATUSES,
)


@dataclass(frozen=True)
class Kind:
    """One kind of file: its columns and how each is read.

    A header belongs to it that has all columns of one of the `signatures`. The columns in
    `never_blank` need a value in every row.
    """

    word: str
    columns: Mapping[str, Reader]
    signatures: tuple[frozenset[str], ...]
    never_blank: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """The columns that the header needs, as people read it."""
        return " or ".join(
            ", ".join(column for column in self.columns if column in signature)
            for signature in self.signatures
        )


def _kind(
    word: str, never_blank: str, columns: Mapping[str, Reader], *signatures: str
) -> tuple[str, Kind]:
    needed = tuple(never_blank.split())
    groups = tuple(frozenset(signature.split()) for signature in signatures)
    return word, Kind(word, columns, groups or (frozenset(needed),), needed)


_names = several(name)
_identifiers = several(identifier)
_period: dict[str, Reader] = {"started": date, "ended": end}
_judged: dict[str, Reader] = {"status": word(STATUSES), "note": text}
_described: dict[str, Reader] = {"identifiers": _identifiers, "tags": _names, "note": text}

# In the order in which facts depend on one another.
KINDS: Mapping[str, Kind] = dict(
    [
        _kind(
            "organisations",
            "organisation",
            {
                "organisation": name,
                "kind": word(ORGANISATION_KINDS),
                "country": text,
                "website": text,
                **_described,
            },
        ),
        _kind("people", "person", {"person": name, **_described}),
        _kind("names", "of name", {"of": name, "name": name, **_period}),
        _kind(
            "links",
            "organisation link other",
            {
                "organisation": name,
                "link": word(LINK_KINDS),
                "other": name,
                **_period,
                **made_columns.PAID,
                **_judged,
                "source": sources,
            },
        ),
        _kind(
            "roles",
            "person organisation",
            {
                "person": name,
                "organisation": name,
                "title": text,
                "kind": word(ROLE_KINDS),
                **_period,
                "seen": date,
                **_judged,
                "source": sources,
            },
        ),
        _kind(
            "moves",
            "person",
            {
                "person": name,
                "from": name,
                "to": name,
                "date": date,
                "from_title": text,
                "to_title": text,
                "manner": word(MANNERS),
                "reasons": _names,
                **_judged,
                "source": sources,
            },
            "person from",
            "person to",
        ),
        _kind("offers", "by", made_columns.OFFERS, "by outcome", "by at_least", "by at_most"),
        _kind("works", "work by", made_columns.WORKS),
        _kind("credits", "person work", made_columns.CREDITS),
        _kind("figures", "organisation metric published", made_columns.FIGURES),
        _kind(
            "sources",
            "",
            {
                "source": handle,
                "url": address,
                "archive": text,
                "title": text,
                "publisher": text,
                "author": text,
                "language": text,
                "published": date,
                "accessed": date,
            },
            "source",
            "url",
        ),
        _kind(
            "citations",
            "fact source",
            {
                "fact": fact,
                "source": source,
                "stance": word(STANCES),
                "status": word(STATUSES),
                "field": text,
                "value": text,
                "quote": text,
                "locator": text,
                "said_by": text,
                "via": source,
            },
        ),
    ]
)

# A roster has columns of a roles file, so no header tells it: `--as roster` does.
_, ROSTER = _kind(
    "roster",
    "person organisation",
    {
        "person": name,
        "organisation": name,
        "title": text,
        "kind": word(ROLE_KINDS),
        "source": sources,
    },
)
ALL_KINDS: Mapping[str, Kind] = {**KINDS, ROSTER.word: ROSTER}


def column_of(header: str) -> str:
    """The column that a word of a header means, whatever its case and spaces."""
    spelled = "_".join(header.casefold().replace("-", " ").replace("_", " ").split())
    return "organisation" if spelled == "organization" else spelled


def kind_of(columns: Iterable[str]) -> Kind | None:
    """The kind that a header tells: it knows most of the columns, and of two the more special."""
    given = frozenset(columns)
    fitting = [
        (len(given - kind.columns.keys()), -len(signature), place, kind)
        for place, kind in enumerate(KINDS.values())
        for signature in kind.signatures
        if signature <= given
    ]
    return min(fitting)[3] if fitting else None
