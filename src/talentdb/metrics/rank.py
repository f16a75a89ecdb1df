"""Which organisations do people move up to? (metrics.md §14)

SpringRank: De Bacco, Larremore and Moore, "A physical model for efficient ranking in networks",
Science Advances 2018. Each organisation gets a height. Every move is a spring of length one that
wants its destination one higher than its origin; the heights are those that strain all the springs
together least.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Select, select

from talentdb.metrics.flows import moves_or_people, two_sided
from talentdb.queries.behind import moves_behind
from talentdb.queries.filters import MoveFilter
from talentdb.queries.moves import FROM, TO, narrowed
from talentdb.queries.transitions import counted

if TYPE_CHECKING:
    from numpy import ndarray

# Up to here a direct solution is quick however the organisations are connected; beyond it one may
# take hours, and the iteration finds the same heights in well under a second.
DIRECT = 1000
# Heights nearer to one another than this are equal but for rounding.
PLACES = 9


class Tie(NamedTuple):
    """Moves from one organisation to another."""

    origin_id: int
    origin: str
    destination_id: int
    destination: str
    moves: int


class Ranked(NamedTuple):
    """An organisation's place: 1 is the highest, equal scores share the smaller number."""

    rank: int
    organisation: str
    score: float
    inbound: int
    outbound: int
    organisation_id: int


def statement(filter: MoveFilter) -> Select[Any]:
    """The certain moves between each pair of organisations, both sides known."""
    move = counted(filter.rule)
    moves = moves_or_people(move, move.c.certain, filter.rule.unique_people).label("moves")
    pairs: Select[Any] = (
        select(move.c.from_group, move.c.to_group, moves)
        .where(move.c.certain, move.c.from_group.is_not(None), move.c.to_group.is_not(None))
        .group_by(move.c.from_group, move.c.to_group)
    )
    pair = narrowed(pairs, move, filter).subquery("pair")
    return (
        select(FROM.c.id, FROM.c.name, TO.c.id, TO.c.name, pair.c.moves)
        .select_from(pair)
        .join(FROM, FROM.c.id == pair.c.from_group)
        .join(TO, TO.c.id == pair.c.to_group)
        .order_by(FROM.c.id, TO.c.id)
    )


def behind(filter: MoveFilter) -> Select[Any]:
    """The moves in and out of the organisations asked about; scores rest on those of all."""
    move = counted(filter.rule, filter.touched)
    rows = moves_behind(move).where(move.c.certain, *two_sided(move))
    return narrowed(rows, move, filter)


def result(ties: Sequence[Tie], alpha: float = 0.0) -> tuple[list[Ranked], int]:
    """Every organisation with a move, the highest first; and into how many parts they fall.

    Parts that no move connects are solved each by itself, with a mean of 0: scores of different
    parts say nothing about each other. `alpha` (0 or more) pulls all of them towards 0.
    """
    names = {tie.origin_id: tie.origin for tie in ties}
    names |= {tie.destination_id: tie.destination for tie in ties}
    ids = sorted(names)
    heights, parts = solved(ids, ties, alpha)
    inbound, outbound = dict.fromkeys(ids, 0), dict.fromkeys(ids, 0)
    for tie in ties:
        inbound[tie.destination_id] += tie.moves
        outbound[tie.origin_id] += tie.moves
    ordered = sorted(ids, key=lambda id: (-heights[id], names[id], id))
    ranked: list[Ranked] = []
    for place, id in enumerate(ordered, start=1):
        shared = ranked and ranked[-1].score == heights[id]
        rank = ranked[-1].rank if shared else place
        ranked.append(Ranked(rank, names[id], heights[id], inbound[id], outbound[id], id))
    return ranked, parts


def solved(ids: Sequence[int], ties: Iterable[Tie], alpha: float) -> tuple[dict[int, float], int]:
    """The height of each organisation, and the number of connected parts.

    Solves (D_out + D_in − A − Aᵀ + αI) s = k_out − k_in for A[destination][origin] = moves.
    """
    if not ids:
        return {}, 0
    import numpy
    from scipy.sparse import coo_array, diags_array
    from scipy.sparse.csgraph import connected_components

    place = {id: number for number, id in enumerate(ids)}
    cells = [(place[tie.destination_id], place[tie.origin_id], tie.moves) for tie in ties]
    rows, columns, counts = (numpy.array(part) for part in zip(*cells, strict=True))
    shape = (len(ids), len(ids))
    moves = coo_array((counts.astype(float), (rows, columns)), shape=shape).tocsr()
    above, below = moves.sum(axis=1), moves.sum(axis=0)
    system = (diags_array(above + below + alpha) - moves - moves.T).tocsr()
    parts, part_of = connected_components(moves, directed=False)
    order = numpy.argsort(part_of, kind="stable")
    heights = numpy.zeros(len(ids))
    for members in numpy.split(order, numpy.cumsum(numpy.bincount(part_of))[:-1]):
        one = system[members][:, members]
        heights[members] = _heights(one, (above - below)[members], alpha)
    found = (heights.round(PLACES) + 0.0).tolist()  # no −0.0
    return dict(zip(ids, found, strict=True)), int(parts)


def _heights(system: Any, net: "ndarray[Any, Any]", alpha: float) -> Any:
    """The heights of one connected part, with a mean of 0."""
    import numpy
    from scipy.sparse import diags_array
    from scipy.sparse.linalg import cg, spsolve

    if len(net) > DIRECT:
        heights, missed = cg(
            system, net, rtol=1e-12, M=diags_array(1 / system.diagonal()), maxiter=10 * len(net)
        )
        if not missed:
            return heights - heights.mean()
    if alpha:
        return numpy.atleast_1d(spsolve(system.tocsc(), net))
    # Only differences matter, so the first stands at 0 until the mean is known.
    heights = numpy.zeros(len(net))
    heights[1:] = spsolve(system[1:, 1:].tocsc(), net[1:])
    return heights - heights.mean()
