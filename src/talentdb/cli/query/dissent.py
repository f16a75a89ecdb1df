"""Which sources say otherwise of the facts shown? Said under every answer that uses them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.metrics.stay import Stay
    from talentdb.queries.filters import MoveFilter

# As many lines of dissent as anybody reads under a table.
MOST = 20
DATES = ("started", "ended", "seen", "date", "since", "until")
ABOUT = ("person", "by", "organisation")
AMOUNTS = ("at_least", "at_most", "amount")
Watch = Callable[[Result], Result]


def with_dissent(connection: "Connection", noun: str) -> Watch:
    """Puts under a result what other sources say of its rows, whose `id` is that of a `noun`.

    Rows that name `facts` instead have theirs. A derived move has the dissent on its roles.
    """
    lines = lines_of_dissent(connection, noun)
    return (lambda result: _watched(result, noun, lines)) if lines else (lambda result: result)


def dissent_on_moves(connection: "Connection", filter: "MoveFilter") -> Iterator[str]:
    """Of how many of the moves that a question counts some source says otherwise."""
    from talentdb.database.portions import batches
    from talentdb.queries.left_out import moves_among

    facts = lines_of_dissent(connection, "move")
    ids = [int(fact[5:]) for fact in facts if fact.startswith("move:")]
    yield from _told(
        sum(connection.scalar(moves_among(filter, some)) or 0 for some in batches(ids)), "move"
    )


def dissent_on_stays(connection: "Connection", stays: "Sequence[Stay]") -> Iterator[str]:
    """Of how many stays some source says otherwise, in one of their roles."""
    facts = lines_of_dissent(connection, "role")
    yield from _told(
        sum(any(f"role:{id}" in facts for id in stay.role_ids) for stay in stays if facts), "stay"
    )


def dissent_on_offers(connection: "Connection", ids: Iterable[int]) -> Iterator[str]:
    """Of how many of the offers that are added up some source says otherwise."""
    facts = lines_of_dissent(connection, "offer")
    yield from _told(sum(f"offer:{id}" in facts for id in ids), "offer", "query offers says what")


def _told(count: int, noun: str, where: str = "--explain says what") -> Iterator[str]:
    if count:
        these = f"1 {noun}" if count == 1 else f"{count} {noun}s"
        yield f"dissent on {these}: {where}"


def lines_of_dissent(connection: "Connection", noun: str) -> dict[str, list[str]]:
    """For each fact of the kind that somebody disputes, who says what instead."""
    from talentdb.database.portions import batches
    from talentdb.queries.changes import NOUNS
    from talentdb.queries.dissent import dissent, is_disputed, resting_on
    from talentdb.schema import metadata

    if connection.scalar(is_disputed()) is None:
        return {}
    nouns = ("move", "role") if noun == "move" else (noun,)
    tables = [metadata.tables[name] for name, word in NOUNS.items() if word in nouns]
    lines: dict[str, list[str]] = {}
    for row in connection.execute(dissent(tables)):
        lines.setdefault(row.fact, []).append(f"{row.fact}{_said(row)}")
    if noun == "move":
        disputed = [int(fact[5:]) for fact in lines if fact.startswith("role:")]
        for batch in batches(disputed):
            for row in connection.execute(resting_on(batch)):
                for role_id in (row.from_role_id, row.to_role_id):
                    lines.setdefault(f"move:{row.id}", []).extend(lines.get(f"role:{role_id}", ()))
    return lines


def _said(row: Any) -> str:
    if row.field is None:
        return f": {row.source} disputes it"
    value, held = (_shown(row.field, text) for text in (row.value, row.held))
    how = f" ({row.status})" if row.status else ""
    if row.held is None:
        held = "unknown"
    return f" {row.field} is {held} here; {row.source} says {value}{how}"


def _shown(field: str, text: str | None) -> str | None:
    from talentdb.dates import shown

    if text is None:
        return None
    if field in AMOUNTS:
        return f"{int(text):,}"
    return shown(text) if field in DATES else text


def _watched(result: Result, noun: str, lines: dict[str, list[str]]) -> Result:
    names = [column.name for column in result.columns]
    seen: dict[str, None] = {}

    def watching() -> Iterator[Sequence[object]]:
        for row in result.rows:
            cells = dict(zip(names, row, strict=True))
            about = next((cells[name] for name in ABOUT if cells.get(name)), None)
            whose = f"{about}, " if about else ""
            for fact in _facts(cells, noun):
                seen.update((f"dissent: {whose}{line}", None) for line in lines.get(fact, ()))
            yield row

    def said() -> Iterator[str]:
        listed = list(seen)
        yield from listed[:MOST]
        if len(listed) > MOST:
            yield f"dissent: {len(listed) - MOST} more; query conflicts lists all"

    return replace(result, rows=watching(), later=said)


def _facts(cells: dict[str, Any], noun: str) -> Sequence[str]:
    return [f"{noun}:{cells['id']}"] if "id" in cells else cells["facts"] or ()
