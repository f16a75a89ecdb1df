"""Which two records would be one, if a file stated both? (design.md §8, Keys)

The rules of writing keep such records apart from the start, but an edit, an undo or a new link
can bring two together that were told apart before.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, select

from talentdb.errors import RecordContradicted
from talentdb.queries.changes import NOUNS
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
    sources,
    transitions,
    works,
)
from talentdb.writes.dated import date_in, dates_agree, ends_agree
from talentdb.writes.evidence import publication
from talentdb.writes.linked import Linked
from talentdb.writes.roles import folded

Row: TypeAlias = Mapping[str, Any]
_CITATION = (*CITED.values(), "source_id", "field", "value", "locator", "said_by")
_KEYS: dict[Table, tuple[str, ...]] = {
    organisation_links: ("organisation_id", "kind", "other_id", "started"),
    person_names: ("person_id", "name_key", "started"),
    organisation_names: ("organisation_id", "name_key", "started"),
    citations: _CITATION,
    offers: ("organisation_id", "person_id", "at_organisation_id", "kind", "date"),
    works: ("organisation_id", "name_key"),
    credits: ("person_id", "work_id", "credited_as"),
    figures: ("organisation_id", "metric", "counterpart_id", "published", "since", "until"),
}
# Only records that share this column can be one; sources are few.
_OWNERS = {
    roles: "person_id",
    transitions: "person_id",
    organisation_links: "organisation_id",
    person_names: "person_id",
    organisation_names: "organisation_id",
    citations: "source_id",
    sources: "url_key",
    offers: "organisation_id",
    works: "organisation_id",
    credits: "person_id",
    figures: "organisation_id",
}


def alike(table: Table, rows: Iterable[Row], linked: Linked) -> Iterator[tuple[Row, Row]]:
    """Every two of these rows that a file could not state as two."""
    groups: defaultdict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        key = _key(table, row, linked)
        if key is not None:
            groups[key].append(row)
    agree = _AGREE.get(table)
    for group in groups.values():
        for first, second in combinations(group, 2):
            if agree is None or agree(first, second):
                yield first, second


def refuse_alike(connection: Connection, table: Table, row: Row) -> None:
    """Raises RecordContradicted if another record is the one that this one has become."""
    if table not in _OWNERS:
        return
    owner = table.c[_OWNERS[table]]
    statement = select(table).where(owner.is_not_distinct_from(row[owner.name]))
    if table is transitions:
        statement = statement.where(transitions.c.origin == "recorded")
    found = connection.execute(statement.order_by(table.c.id)).mappings()
    rows: list[Row] = [dict(each) for each in found]
    for pair in alike(table, rows, Linked(connection)):
        ids = [each["id"] for each in pair]
        if row["id"] in ids:
            other = ids[1 - ids.index(row["id"])]
            noun = NOUNS[table.name]
            raise RecordContradicted(
                f"it would be the same as {noun}:{other}", "change or remove one of the two"
            )


def _key(table: Table, row: Row, linked: Linked) -> Hashable:
    if table is roles:
        return (row["person_id"], row["organisation_id"], folded(row["title"]), row["kind"])
    if table is transitions:
        sides = (row["from_organisation_id"], row["to_organisation_id"])
        return (row["person_id"], *(side and linked.newest(side) for side in sides))
    if table is sources:
        if row["url_key"] is not None or not row["title"]:
            return None
        known: Hashable = publication(row["title"], row["publisher"], date_in(row, "published"))
        return known
    return tuple(row[name] for name in _KEYS[table])


def _roles_agree(first: Row, second: Row) -> bool:
    if first["started"] == second["started"]:
        return True
    ends = date_in(first, "ended"), date_in(second, "ended")
    starts = date_in(first, "started"), date_in(second, "started")
    return dates_agree(*starts) and ends_agree(*ends) and ends_agree(*reversed(ends))


def _moves_agree(first: Row, second: Row) -> bool:
    return dates_agree(date_in(first, "date"), date_in(second, "date"))


_AGREE: dict[Table, Callable[[Row, Row], bool]] = {roles: _roles_agree, transitions: _moves_agree}
