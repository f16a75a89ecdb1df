"""How is a source put under a fact, and what it says otherwise kept beside it?"""

from dataclasses import dataclass

from sqlalchemy import Table, select

from talentdb.dates import read, read_end
from talentdb.errors import RecordNotFound, UnknownChoice
from talentdb.names import cleaned
from talentdb.queries.changes import NOUNS
from talentdb.schema import (
    CITED,
    citations,
    organisation_links,
    organisation_names,
    person_names,
    roles,
    transitions,
)
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.citing import NewCitation, add_citation
from talentdb.writes.evidence import source_named
from talentdb.writes.moves_by_hand import recorded_id

# Of which fields a source may say otherwise; organisations by name.
CLAIMED = {
    roles: ("title", "kind", "started", "ended", "seen"),
    transitions: ("from", "to", "date", "from_title", "to_title", "manner"),
    organisation_links: ("started", "ended", "amount", "currency"),
    person_names: ("name", "started", "ended"),
    organisation_names: ("name", "started", "ended"),
}
DATES = ("started", "seen", "date")


@dataclass(frozen=True)
class Claim:
    """What a source (a handle, an id or a web address) says of a fact."""

    source: str
    stance: str = "supports"
    status: str | None = None
    field: str | None = None
    value: str | None = None
    quote: str | None = None
    locator: str | None = None
    said_by: str | None = None
    via: str | None = None


def cite_fact(change: ChangeSet, table: Table, id: int, claim: Claim) -> tuple[int, int | None]:
    """The fact's id and the citation's; None if it is there already.

    A derived move becomes a recorded one, with an id of its own.
    """
    if change.connection.scalar(select(table.c.id).where(table.c.id == id)) is None:
        raise RecordNotFound(NOUNS[table.name], id)
    value = claimed_value(table, claim)
    if table is transitions:
        id = recorded_id(change, id)
    new = NewCitation(
        fact=(reference_to(table), id),
        source_id=source_named(change, claim.source),
        stance=claim.stance,
        status=claim.status,
        field=claim.field,
        value=value,
        quote=claim.quote,
        locator=claim.locator,
        said_by=claim.said_by,
        via_source_id=source_named(change, claim.via) if claim.via else None,
    )
    citation_id = add_citation(change, new)
    return id, citation_id


def claimed_value(table: Table, claim: Claim) -> str | None:
    """The value as the record would hold it: a date as EDTF."""
    if claim.field is None or claim.value is None:
        return None
    if claim.field not in CLAIMED[table]:
        raise UnknownChoice("field", claim.field, CLAIMED[table])
    if claim.field in DATES:
        return read(claim.value).text
    return read_end(claim.value).text if claim.field == "ended" else cleaned(claim.value)


def reference_to(table: Table) -> str:
    """The column of a citation that refers to facts of this table."""
    for column in CITED.values():
        if next(iter(citations.c[column].foreign_keys)).column.table is table:
            return column
    raise LookupError(table.name)
