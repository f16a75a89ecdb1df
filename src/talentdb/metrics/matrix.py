"""How do flows look as a table of origin by destination? (metrics.md §6)"""

from collections import Counter
from collections.abc import Iterable

from talentdb.metrics.flows import OTHER, Flow

# An organisation, by id and name: two may share a name.
Body = tuple[int | None, str]
UNKNOWN = "?"
FOLDED: Body = (None, OTHER)
# What the table itself says of its rows and columns.
TAKEN = (OTHER, UNKNOWN, "from", "total")


def matrix(
    flows: Iterable[Flow], top: int | None = None
) -> tuple[list[str], list[list[int | str]]]:
    """The destinations, and a row an origin with its name, its counts and their sum.

    Origins and destinations by falling sums; the last row holds the sums of the destinations. With
    `top` all but the largest of each are folded into `other`. Each organisation has a row and a
    column of its own: where several share a name, it is followed by the id.
    """
    listed = [flow for flow in flows if flow.moves]
    left, joined, cells = Counter[Body](), Counter[Body](), Counter[tuple[Body, Body]]()
    for flow in listed:
        left[_origin(flow)] += flow.moves
        joined[_destination(flow)] += flow.moves
    origins, destinations = _largest(left, top), _largest(joined, top)
    for flow in listed:
        origin, destination = _origin(flow), _destination(flow)
        row = origin if origin in origins else FOLDED
        column = destination if destination in destinations else FOLDED
        cells[row, column] += flow.moves
    names = _names({*origins, *destinations})
    rows: list[list[int | str]] = []
    for origin in origins:
        counts = [cells[origin, destination] for destination in destinations]
        rows.append([names[origin], *counts, sum(counts)])
    sums = [sum(cells[origin, goal] for origin in origins) for goal in destinations]
    return [names[goal] for goal in destinations], [*rows, ["total", *sums, sum(sums)]]


def _origin(flow: Flow) -> Body:
    return flow.origin_id, flow.origin or UNKNOWN


def _destination(flow: Flow) -> Body:
    return flow.destination_id, flow.destination or UNKNOWN


def _largest(sums: Counter[Body], top: int | None) -> list[Body]:
    ordered = sorted(sums, key=lambda body: (-sums[body], body[1], body[0] or 0))
    if top is None or len(ordered) <= top:
        return ordered
    return [*(body for body in ordered[:top] if body != FOLDED), FOLDED]


def _names(bodies: set[Body]) -> dict[Body, str]:
    shared = Counter(name for _, name in bodies)
    return {
        (id, name): f"{name} (organisation:{id})"
        if id is not None and (shared[name] > 1 or name in TAKEN)
        else name
        for id, name in bodies
    }
