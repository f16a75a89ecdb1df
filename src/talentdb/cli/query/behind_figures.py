"""Which moves are held against published figures? (`query figures --explain`)"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from talentdb.cli.query.held import asked_of
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.queries.rule import Rule

# Where the other figures open, as far as anything does.
ELSEWHERE = {"headcount": "query people --organisation", "retention": "query retention --explain"}


def behind_figures(connection: "Connection", rule: "Rule", figures: "Iterable[Any]") -> Result:
    """The moves of each figure that counts moves; a note says where the others open."""
    from talentdb.queries.behind import FIELDS

    rows, notes = [], []
    for figure in figures:
        about = f"figure:{figure['id']}"
        if figure["metric"] in ELSEWHERE:
            words = f'{ELSEWHERE[figure["metric"]]} "{figure["organisation"]}"'
            notes.append(f"{about} counts people, no moves: `{words}` lists them")
            continue
        for move in moves_of(connection, rule, figure):
            of = f"{about}: {move['of']}"
            rows.append((of, *(move[field] for field in FIELDS[1:])))
    return Result(columns(FIELDS), rows, tuple(notes))


def moves_of(connection: "Connection", rule: "Rule", figure: Any) -> Iterator[Any]:
    """The certain moves of one figure, those of a ratio in both directions."""
    from talentdb.metrics.flows import behind
    from talentdb.queries.filters import MoveFilter

    rule, about, other = asked_of(connection, rule, figure)
    here, there = (about,), () if other is None else (other,)
    filters = [MoveFilter(rule, from_=there, to=here)]
    if figure["metric"] == "ratio":
        filters.append(MoveFilter(rule, from_=here, to=there))
    for filter in filters:
        moves = connection.execute(behind(filter, open_sides=True)).mappings()
        yield from (move for move in moves if move["counted"] == "certain")
