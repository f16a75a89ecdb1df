"""Of which fields of a fact may a source say otherwise, and where are they kept?"""

from typing import Any

from sqlalchemy import Column, Table

from talentdb.schema import (
    CITED,
    citations,
    credits,
    figures,
    offers,
    organisation_links,
    organisation_names,
    person_names,
    roles,
    transitions,
    works,
)

# Organisations by name.
CLAIMED: dict[Table, tuple[str, ...]] = {
    roles: ("title", "kind", "started", "ended", "seen"),
    transitions: ("from", "to", "date", "from_title", "to_title", "manner"),
    organisation_links: ("started", "ended", "amount", "currency"),
    person_names: ("name", "started", "ended"),
    organisation_names: ("name", "started", "ended"),
    offers: ("at_least", "at_most", "currency", "kind", "outcome", "date"),
    works: ("name", "date", "makers_known"),
    credits: ("as",),
    figures: ("qualifier", "n", "since", "until"),
}
SIDES = ("from", "to")
_COLUMNS = {"from": "from_organisation_id", "to": "to_organisation_id", "as": "credited_as"}


def column_of(table: Table, field: str) -> Column[Any]:
    """The column that holds a field; of a side of a move its organisation."""
    return table.c[_COLUMNS.get(field, field)]


def reference_to(table: Table) -> str:
    """The column of a citation that refers to facts of this table."""
    for column in CITED.values():
        if next(iter(citations.c[column].foreign_keys)).column.table is table:
            return column
    raise LookupError(table.name)
