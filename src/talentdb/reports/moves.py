"""Which moves does a report list, pair by pair, each with its sources?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from talentdb.output.fields import columns
from talentdb.queries.paired_moves import paired_moves
from talentdb.reports.document import Row, Section, Table
from talentdb.reports.work import Work

_FIELDS = ("person", "from", "to", "date", "to_title", "continuity", "status")
NOT_STATED = "not stated"


@dataclass(frozen=True)
class Moves:
    """The moves of a report: their section, how many there are, and where each pair begins.

    `rows` are those that the table holds, `anchors` those of their pairs; both are empty where
    rows are handed on as they come.
    """

    section: Section
    total: int
    rows: Sequence[Any]
    anchors: set[str]


def pair_anchor(from_id: int | None, to_id: int | None) -> str:
    """Where in the table of moves those from one organisation to another begin."""
    return f"flow-{from_id or 0}-{to_id or 0}"


def moves_section(work: Work, words: Sequence[str]) -> Moves:
    """Every move of the question with its status and sources; `words` name it in a command."""
    total, portions = work.rows(paired_moves(work.filter))
    kept: list[Any] = []
    if work.limit is not None:
        kept = [row for portion in portions for row in portion]
        portions = iter([kept])
    table = Table(
        "moves",
        "Moves, those of the largest flow first",
        columns(_FIELDS),
        _rows(work, portions),
        total,
        work.command("moves", *words),
        is_cited=True,
    )
    anchors = {pair_anchor(row.from_id, row.to_id) for row in kept}
    return Moves(Section("moves", "Moves", table=table), total, kept, anchors)


def _rows(work: Work, portions: Iterator[Sequence[Any]]) -> Iterator[Row]:
    before = ""
    for portion in portions:
        cited = work.notes.of_moves([row.id for row in portion])
        for row in portion:
            cells = [row._mapping[name] for name in _FIELDS]
            cells[1:3] = [cell or NOT_STATED for cell in cells[1:3]]
            anchor = pair_anchor(row.from_id, row.to_id)
            yield Row(cells, anchor if anchor != before else "", {}, cited.get(row.id, ()))
            before = anchor
