"""Where did people go from where to? Ribbons, a table of flows, and a heat map."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from talentdb.metrics.flows import statement
from talentdb.output.fields import columns
from talentdb.output.result import Column
from talentdb.output.values import counted
from talentdb.reports.charts.heat_map import heat_map
from talentdb.reports.charts.ribbons import OTHER, Stream, folded, ribbons
from talentdb.reports.document import Chart, Row, Section, Table
from talentdb.reports.moves import NOT_STATED, Moves, pair_anchor
from talentdb.reports.work import Work

WIDE, NARROW = 760.0, 350.0
_KEPT = 2000
_IN_A_COLUMN, _IN_HEAT_MAP, _FEWEST = 12, 10, 3


class Pair(NamedTuple):
    """A flow: the ids and names of its sides, its counts, its first and last date."""

    from_id: int | None
    origin: str
    to_id: int | None
    goal: str
    moves: int
    possible: int
    first: str | None
    last: str | None

    @property
    def stream(self) -> Stream:
        return Stream(self.origin, self.goal, self.moves)


@dataclass(frozen=True)
class Pairs:
    """The largest flows of a question, and what all of them sum to."""

    kept: Sequence[Pair]
    count: int
    moves: int
    possible: int

    def names(self, *first: str) -> Iterator[str]:
        """The organisations, `first` ones first, then by their moves, the largest first."""
        totals: dict[str, int] = {}
        for pair in self.kept:
            for name in (pair.origin, pair.goal):
                totals[name] = totals.get(name, 0) + pair.moves
        yield from first
        yield from sorted(
            (name for name in totals if name not in (*first, OTHER, NOT_STATED)),
            key=lambda name: (-totals[name], name),
        )

    @property
    def streams(self) -> list[Stream]:
        """The flows of the ribbons: what is not kept goes from `other` to `other`."""
        found = [pair.stream for pair in self.kept]
        rest = self.moves - sum(stream.moves for stream in found)
        return [*found, Stream(OTHER, OTHER, rest)] if rest else found


def pairs_of(work: Work, open_sides: bool = False) -> Pairs:
    """The flows of the question; only the largest are kept, however many there are."""
    kept: list[Pair] = []
    count = moves = possible = 0
    flows = statement(work.filter, open_sides)
    with work.connection.execute(flows, execution_options={"yield_per": 500}) as rows:
        for origin, destination, *counted, origin_id, destination_id in rows:
            count, moves, possible = count + 1, moves + counted[0], possible + counted[1]
            if len(kept) < _KEPT:
                sides = origin_id, origin or NOT_STATED, destination_id, destination or NOT_STATED
                kept.append(Pair(*sides, *counted))
    return Pairs(kept, count, moves, possible)


def flows_section(
    work: Work, pairs: Pairs, colours: Mapping[str, str], listed: Moves, words: Sequence[str]
) -> Section:
    """The flows as ribbons and as a table, whose numbers lead to their moves."""
    names = ("from", "to", "moves", "possible", "first", "last")
    wanted = pairs.kept if work.limit is None else pairs.kept[: work.limit]
    command = work.command("flows", *words)
    rows = [_row(pair, listed.anchors) for pair in wanted]
    table = Table(
        "flows",
        "Moves from one organisation to another",
        columns(names),
        rows,
        pairs.count,
        command,
    )
    streams = pairs.streams
    title = "Moves from one organisation to another"
    chart = Chart(
        ribbons(streams, colours, WIDE, title=title),
        ribbons(streams, colours, NARROW, title=title),
    )
    said = list(_said(pairs))
    drawn = chart if pairs.moves else None
    return Section("flows", "Flows", said, drawn, table, folded(streams, _IN_A_COLUMN))


def _said(pairs: Pairs) -> Iterator[str]:
    if pairs.possible:
        yield (
            f"{counted(pairs.moves, 'move')} for certain in the window. Only possibly there, and "
            f"not drawn: {pairs.possible}."
        )


def _row(pair: Pair, anchors: set[str]) -> Row:
    anchor = pair_anchor(pair.from_id, pair.to_id)
    cells = (pair.origin, pair.goal, pair.moves, pair.possible, pair.first, pair.last)
    return Row(cells, links={2: anchor} if anchor in anchors else {})


def heat_section(work: Work, touching: Pairs, names: Sequence[str]) -> Section | None:
    """The flows among these organisations and those with which they exchange most, as a heat map.

    They are counted anew: `touching` has only those that touch one of the organisations named.
    None if there is little to see.
    """
    shown = list(touching.names(*names))[:_IN_HEAT_MAP]
    ids = {pair.from_id for pair in touching.kept if pair.origin in shown}
    ids |= {pair.to_id for pair in touching.kept if pair.goal in shown}
    known = tuple(sorted(id for id in ids if id is not None))
    if len(known) < _FEWEST:
        return None
    pairs = pairs_of(
        replace(work, filter=replace(work.filter, organisation=(), from_=known, to=known))
    )
    found: dict[tuple[str, str], int] = {}
    for pair in pairs.kept:
        found[pair.origin, pair.goal] = found.get((pair.origin, pair.goal), 0) + pair.moves
    counts = [
        [None if row == column else found.get((row, column), 0) for column in shown]
        for row in shown
    ]
    title = "Moves between each two organisations, origins in rows, destinations in columns"
    chart = Chart(
        heat_map(shown, shown, counts, WIDE, title),
        heat_map(shown, shown, counts, NARROW, title),
    )
    return Section("heat-map", "Who exchanges people with whom", (), chart, _matrix(shown, counts))


def _matrix(names: Sequence[str], counts: Sequence[Sequence[int | None]]) -> Table:
    heads = (Column("from"), *(Column(name, "number") for name in names))
    rows = [Row((name, *row)) for name, row in zip(names, counts, strict=True)]
    return Table("heat-map", "Origins in rows, destinations in columns", heads, rows, len(rows), "")
