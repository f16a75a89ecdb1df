"""What did one change set do, row by row, before and after?"""

from collections.abc import Iterator, Mapping
from functools import cache
from heapq import merge
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from talentdb.errors import RecordNotFound

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

FIELDS = ("what", "record", "field", "before", "after")
SILENT = (
    "id",
    "change_set_id",
    "name_key",
    "search_key",
    "url_key",
    "origin",
    "twin_of_id",
    "digest",
)
# References that are told by id, and what some of them are called on the command line.
FACTS = {
    "role": "role",
    "from_role": "role",
    "to_role": "role",
    "transition": "move",
    "organisation_link": "link",
    "person_name": "person-name",
    "organisation_name": "organisation-name",
    "roster": "roster",
    "offer": "offer",
    "work": "work",
    "credit": "credit",
    "figure": "figure",
}
WORDS = {
    "transition": "move",
    "organisation_link": "link",
    "at_organisation": "at",
    "credited_as": "as",
}
Line = tuple[str, str, str | None, str | None, str | None]


def lines_of(connection: "Connection", change_set_id: int) -> Iterator[Line]:
    """A line for each row created or removed, and for each field of a row that changed."""
    from sqlalchemy import select

    from talentdb.queries.changes import FACT_TABLES
    from talentdb.schema import change_sets

    known = select(change_sets.c.id).where(change_sets.c.id == change_set_id)
    if connection.scalar(known) is None:
        raise RecordNotFound("change", change_set_id)
    reader = _Reader(connection)
    for table in FACT_TABLES:
        yield from _written_over(reader, table, change_set_id)
        yield from _created(reader, table, change_set_id)


def files_read(connection: "Connection", change_set_id: int) -> Iterator[Line]:
    """A line for each file that an import read."""
    from talentdb.queries.log import files_of

    for name, size, sha256 in connection.execute(files_of(change_set_id)):
        yield "read", name, None, None, f"{size} bytes, SHA-256 {sha256}"


class _Reader:
    """Rows and names, as they are read again and again."""

    def __init__(self, connection: "Connection") -> None:
        self.connection = connection
        self.name = cache(self._name)

    def _name(self, column: str, id: int) -> str:
        from sqlalchemy import select

        from talentdb.schema import organisations, people, sources

        if noun := FACTS.get(column.removesuffix("_id")):
            return f"{noun}:{id}"
        home = people if column == "person_id" else organisations
        label = home.c.name
        if column in ("source_id", "via_source_id"):
            home, label = sources, sources.c.handle
        return str(self.connection.scalar(select(label).where(home.c.id == id)) or f"({id})")

    def readable(self, row: Mapping[str, Any]) -> dict[str, str]:
        """The row's fields as people read them; empty ones are left out."""
        fields = {}
        for name, value in row.items():
            if value is None or name in SILENT or name.endswith(("_earliest", "_latest")):
                continue
            word = name.removesuffix("_id")
            if word == name:
                fields[WORDS.get(name, name)] = str(value)
            else:
                fields[WORDS.get(word, word)] = self.name(name, value)
        return fields


def _summary(fields: dict[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in fields.items())


def _written_over(reader: _Reader, table: "Table", change_set_id: int) -> Iterator[Line]:
    from talentdb.queries.changes import NOUNS
    from talentdb.queries.log import changed_rows

    for row_id, before in reader.connection.execute(changed_rows(change_set_id, table)).all():
        record = f"{NOUNS[table.name]}:{row_id}"
        after = _after(reader, table, change_set_id, row_id)
        old, new = reader.readable(before or {}), reader.readable(after or {})
        if before is None:
            yield "created", record, None, None, _summary(new)
        elif after is None:
            yield "removed", record, None, _summary(old), None
        else:
            for name in dict.fromkeys((*old, *new)):
                if old.get(name) != new.get(name):
                    yield "updated", record, name, old.get(name), new.get(name)


def _created(reader: _Reader, table: "Table", change_set_id: int) -> Iterator[Line]:
    from sqlalchemy import select

    from talentdb.queries.changes import NOUNS
    from talentdb.queries.log import images_of_created

    later: dict[int, dict[str, Any]] = {}
    for row_id, before in reader.connection.execute(images_of_created(change_set_id, table)):
        later.setdefault(row_id, before)
    there = select(table).where(table.c.change_set_id == change_set_id).order_by(table.c.id)
    # One after the other: an import may have created a million, and who asks may read twenty.
    now = ((row["id"], dict(row)) for row in reader.connection.execute(there).mappings())
    last = None
    for row_id, row in merge(sorted(later.items()), now, key=itemgetter(0)):
        if row_id != last:
            record = f"{NOUNS[table.name]}:{row_id}"
            yield "created", record, None, None, _summary(reader.readable(row))
        last = row_id


def _after(
    reader: _Reader, table: "Table", change_set_id: int, row_id: int
) -> Mapping[str, Any] | None:
    """The row as the change set left it; None if it was gone then."""
    from sqlalchemy import select

    from talentdb.queries.log import next_image

    later = reader.connection.execute(next_image(change_set_id, table, row_id)).first()
    if later is not None:
        return later[0] if later[0] is None else dict(later[0])
    now = select(table).where(table.c.id == row_id)
    found = reader.connection.execute(now).mappings().first()
    return None if found is None else dict(found)
