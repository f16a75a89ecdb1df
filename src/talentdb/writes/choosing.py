"""How is one of several claims made the value of the record?"""

from typing import Any, NamedTuple

from sqlalchemy import Table, select

from talentdb.dates import parse, parse_end
from talentdb.errors import RuleBroken, UnknownChoice
from talentdb.queries.changes import NOUNS
from talentdb.queries.claimed import CLAIMED, SIDES, column_of
from talentdb.queries.claims import claims_of
from talentdb.queries.resolve import organisation
from talentdb.schema import organisations, transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.claims import AMOUNTS, DATES, Claim, claimed_value, in_form
from talentdb.writes.edit import edit, the_row
from talentdb.writes.moves_by_hand import recorded_id


class Chosen(NamedTuple):
    """The fact's id, what it holds now and on whose word, what it held, and if that differs."""

    id: int
    value: str
    source: str
    before: str | None
    changed: bool


def choose(change: ChangeSet, table: Table, id: int, field: str, claim: str | None) -> Chosen:
    """Sets a field to what a source claims: one of this value, or of the source of this handle.

    Without either to the surest claim, then the latest published, if that is no rumour. Raises
    RuleBroken if there is none; `edit` sets what no source says.
    """
    if field not in CLAIMED[table]:
        raise UnknownChoice("field", field, CLAIMED[table])
    if table is transitions:
        id = recorded_id(change, id)
    row = the_row(change, table, id)
    known = change.connection.execute(claims_of(table, id, field)).all()
    record = f"{NOUNS[table.name]}:{id}"
    if not known:
        raise RuleBroken(f"no source says otherwise of {field} of {record}: `edit` sets it.")
    fitting = known if claim is None else [each for each in known if each.source == claim]
    if claim is not None and not fitting:
        value = claimed_value(table, Claim("", field=field, value=claim))
        fitting = [each for each in known if each.value == value]
    if not fitting:
        listed = ", ".join(f"{each.value} ({each.source})" for each in known)
        raise RuleBroken(f"no source says {claim!r} of {field} of {record}; they say {listed}.")
    value, source, status = fitting[0]
    if claim is None and status in ("rumoured", "denied"):
        raise RuleBroken(
            f"only a rumour says otherwise of {field} of {record}: name {source} to choose it."
        )
    column = column_of(table, field)
    _, changed = edit(change, table, id, {column.name: _valued(change, table, field, value)})
    before = row[column.name]
    if field in SIDES and before is not None:
        name = select(organisations.c.name).where(organisations.c.id == before)
        before = change.connection.scalar(name)
    return Chosen(id, value, source, None if before is None else str(before), changed)


def _valued(change: ChangeSet, table: Table, field: str, text: str) -> Any:
    """A claim as the column holds it."""
    if field in SIDES:
        return organisation(change.connection, text)
    if field in DATES:
        return parse(text)
    if field == "ended":
        return parse_end(text)
    return int(text) if field in AMOUNTS else in_form(table, field, text)
