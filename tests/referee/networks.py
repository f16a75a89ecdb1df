"""What the referee works out from counts between organisations: a table, heights."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy

TOP, OTHER, TOTAL = 5, "other", "total"
Row = dict[str, Any]


def matrix(rows: list[Row]) -> Iterator[Row]:
    """Origin by destination, each but the largest folded into one, and their totals."""
    kept = {side: _largest(rows, side) for side in ("origin", "goal")}
    cells = Counter({(TOTAL, TOTAL): 0})
    for row in rows:
        origin, goal = (row[side] if row[side] in named else OTHER for side, named in kept.items())
        for line in (origin, TOTAL):
            for column in (goal, TOTAL):
                cells[line, column] += row["moves"]
    columns = sorted({column for _, column in cells})
    for line in sorted({line for line, _ in cells}):
        yield {"from": line} | {column: cells[line, column] for column in columns}


def _largest(rows: list[Row], side: str) -> list[str]:
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row[side]] += row["moves"]
    return sorted(sums, key=lambda name: (-sums[name], name))[:TOP]


def rank(rows: list[Row]) -> Iterator[Row]:
    """SpringRank by a dense solution: that of least length has a mean of 0 in every part."""
    names = {row[f"{side}_id"]: row[side] for row in rows for side in ("origin", "goal")}
    place = {id: number for number, id in enumerate(names)}
    moves = numpy.zeros((len(names), len(names)))
    for row in rows:
        moves[place[row["goal_id"]], place[row["origin_id"]]] = row["moves"]
    inbound, outbound = moves.sum(axis=1), moves.sum(axis=0)
    system = numpy.diag(inbound + outbound) - moves - moves.T
    heights = numpy.linalg.lstsq(system, inbound - outbound, rcond=None)[0] if rows else []
    for (id, name), height in zip(names.items(), heights, strict=True):
        counts = {"inbound": int(inbound[place[id]]), "outbound": int(outbound[place[id]])}
        yield {"organisation": name, "score": float(height)} | counts
