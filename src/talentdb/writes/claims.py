"""How is a source put under a fact, and what it says otherwise kept beside it?"""

from dataclasses import dataclass

from sqlalchemy import Table, select

from talentdb.dates import read, read_end
from talentdb.errors import AmountNotUnderstood, RecordNotFound, UnknownChoice
from talentdb.money import UNKNOWN, currency, number
from talentdb.names import cleaned
from talentdb.queries.changes import NOUNS
from talentdb.queries.claimed import CLAIMED, reference_to
from talentdb.schema import figures, offers, roles, transitions, works
from talentdb.schema.words import (
    MAKERS_KNOWN,
    MANNERS,
    OFFER_KINDS,
    OUTCOMES,
    QUALIFIERS,
    ROLE_KINDS,
)
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.citing import NewCitation, add_citation
from talentdb.writes.evidence import source_named
from talentdb.writes.moves_by_hand import recorded_id

DATES = ("started", "seen", "date", "since", "until")
AMOUNTS = ("at_least", "at_most", "amount", "n")
WORDS = {
    (roles, "kind"): ROLE_KINDS,
    (transitions, "manner"): MANNERS,
    (offers, "kind"): OFFER_KINDS,
    (offers, "outcome"): OUTCOMES,
    (works, "makers_known"): MAKERS_KNOWN,
    (figures, "qualifier"): QUALIFIERS,
}


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
    """The value as the record would hold it: a date as EDTF, an amount as a whole number.

    Raises UnknownChoice, DateNotUnderstood and AmountNotUnderstood for what no record can hold.
    """
    if claim.field is None or claim.value is None:
        return None
    if claim.field not in CLAIMED[table]:
        raise UnknownChoice("field", claim.field, CLAIMED[table])
    return in_form(table, claim.field, claim.value)


def in_form(table: Table, field: str, text: str) -> str:
    """A value of a field as text in the form that the record has."""
    if field in DATES:
        return read(text).text
    if field == "ended":
        return read_end(text).text
    if field in AMOUNTS:
        return str(number(text))
    if field == "currency":
        return _code(text)
    known = WORDS.get((table, field))
    word = cleaned(text)
    if known and word not in known:
        raise UnknownChoice(field, word, known)
    return word


def _code(text: str) -> str:
    code = currency(text)
    if code is None:
        raise AmountNotUnderstood(
            text, f"{UNKNOWN} says that it is not known: name the currency that the source names"
        )
    return code
