"""What stands behind rows that are made of several facts? (`--explain`)"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from talentdb.queries.rule import Rule

Made = Iterable[tuple[str, Sequence[int]]]


def moves_behind_rows(connection: "Connection", rule: "Rule", made: Made) -> Result:
    """The moves of each row, in order; a row is given by its name and the ids of its moves."""
    from talentdb.database.portions import batches
    from talentdb.queries.behind import FIELDS, moves_called

    listed = list(made)
    moves: dict[int, dict[str, Any]] = {}
    for batch in batches(sorted({id for _, ids in listed for id in ids})):
        found = connection.execute(moves_called(rule, batch)).mappings()
        moves |= {row["id"]: dict(row) for row in found}
    rows = [
        tuple({**moves[id], "of": name}[field] for field in FIELDS)
        for name, ids in listed
        for id in ids
    ]
    return Result(columns(FIELDS), rows)


def sources_by_id(
    connection: "Connection",
    sources: "Callable[[Sequence[int]], Select[Any]]",
    ids: Iterable[int],
) -> dict[int, list[str]]:
    """The handles of the sources of facts, by the ids of the facts."""
    from talentdb.database.portions import batches

    found: dict[int, list[str]] = {}
    for batch in batches(sorted(set(ids))):
        for row in connection.execute(sources(batch)):
            found.setdefault(row.id, []).append(row.source)
    return found
