"""Which rows do people.csv and organisations.csv hold?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from talentdb.exports.references import References, marks_of, written
from talentdb.output.values import joined
from talentdb.queries.exports import rows_of, tags_of
from talentdb.queries.names import Noun
from talentdb.writes.change_sets import batches

Cells = dict[str, Any]


def roster(connection: Connection, references: References, noun: Noun) -> Iterator[Cells]:
    """The people, or the organisations, by name."""
    for batch in batches(references.in_order[noun.word]):
        found = connection.execute(rows_of(noun.table, "id", batch)).mappings()
        rows: dict[int, Any] = {row["id"]: row for row in found}
        marks = marks_of(connection, noun, batch)
        labels: defaultdict[int, list[str]] = defaultdict(list)
        for row in connection.execute(tags_of(noun, batch)):
            labels[row[0]].append(row[1])
        for id in batch:
            lists = {"identifiers": joined(written(marks[id])), "tags": joined(labels[id])}
            yield {**rows[id], **lists, noun.word: rows[id]["name"]}
