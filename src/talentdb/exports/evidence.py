"""Which rows do sources.csv and citations.csv hold?"""

from collections.abc import Iterator

from talentdb.exports.facts import (
    KEYS,
    Cells,
    Home,
    cells_of,
    parts,
    portions,
)
from talentdb.exports.work import Export
from talentdb.imports.fact_keys import key_of
from talentdb.output.values import text
from talentdb.queries.exports import citations_of, every_source
from talentdb.schema import citations, sources

_KEY = ("fact", "source", "field", "value", "locator", "said_by")


def publications(export: Export) -> Iterator[Cells]:
    """Every source by its handle."""
    rows = export.connection.execute(every_source()).mappings().all()
    export.look_for_alike(sources, rows)
    shown = export.shown(sources, rows)
    for row in sorted(shown, key=lambda row: str(row["handle"])):
        yield {**row, "source": row["handle"]}


def claims(export: Export) -> Iterator[Cells]:
    """What sources say, in the order of the keys of the facts."""
    for word in sorted(KEYS):
        for portion in portions(export, word, in_keys=True):
            cells = [row for home, ids in portion for row in _claims(export, word, home, ids)]
            yield from sorted(cells, key=lambda row: [text(row[column]) for column in _KEY])


def _claims(export: Export, word: str, home: Home, ids: list[int]) -> list[Cells]:
    cells = export.shown(home.table, cells_of(export, word, home, ids))
    facts = {row["id"]: key_of([word, *parts(word, row)]) for row in cells}
    statement = citations_of(home.cited, home.table, home.column, ids)
    rows = export.connection.execute(statement).mappings().all()
    export.look_for_alike(citations, rows)
    return [
        {
            **row,
            "fact": facts[row["fact_id"]],
            "source": export.handle(row["source_id"], row["source"]),
            "via": export.handle(row["via_source_id"], row["via"]),
        }
        for row in export.shown(citations, rows)
        if row["fact_id"] in facts
    ]
