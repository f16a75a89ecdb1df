"""Which rows do people.csv and organisations.csv hold?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from talentdb.database.portions import batches
from talentdb.exports.references import marks_of, written
from talentdb.exports.work import Export
from talentdb.queries.exports import rows_of, tags_of
from talentdb.queries.names import PERSON, Noun

Cells = dict[str, Any]


def roster(export: Export, noun: Noun) -> Iterator[Cells]:
    """The people, or the organisations, by name."""
    connection, references = export.connection, export.references
    for batch in batches(references.in_order[noun.word]):
        found = connection.execute(rows_of(noun.table, "id", batch)).mappings()
        rows = {row["id"]: row for row in export.shown(noun.table, found)}
        marks, labels = marks_of(connection, noun, batch), _tags(connection, noun, batch)
        if export.redaction is not None and noun is PERSON:
            marks.clear()
            labels.clear()
        for id in batch:
            lists = {"identifiers": written(marks[id]), "tags": labels[id]}
            yield {**rows[id], **lists, noun.word: rows[id]["name"]}


def _tags(connection: Connection, noun: Noun, ids: list[int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for row in connection.execute(tags_of(noun, ids)):
        found[row[0]].append(row[1])
    return found
