"""`talentdb query boomerangs`: who came back?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from talentdb.cli.asked import move_filter_asked
from talentdb.cli.emptied import emptied_by
from talentdb.cli.ledger import reading
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.behind import sources_by_id
from talentdb.cli.query.words import Organisations
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.metrics.returns import Return
    from talentdb.queries.filters import MoveFilter

FIELDS = ("person", "organisation", "left", "returned", "away_days", "via")
TRACES = ("of", "counted", "facts", "person", "from", "to", "date", "sources")


def query_boomerangs(organisation: Organisations = None) -> None:
    """List who came back to an organisation, and where they were in between.

    Example: talentdb query boomerangs Meta
    """
    with reading() as connection:
        filter = move_filter_asked(connection, {"organisation": organisation})
        found = returns(connection, filter)
        certain = [back for back in found if back.certain]
        show_answer(
            connection,
            lambda: Result(columns(FIELDS), [back[: len(FIELDS)] for back in certain]),
            behind=lambda: traced(connection, certain),
            rule=filter.rule.line(),
            notes=lambda: notes(connection, filter, found),
            when_empty=emptied_by(
                filter, lambda relaxed: sum(back.certain for back in returns(connection, relaxed))
            ),
        )


def returns(connection: "Connection", filter: "MoveFilter") -> "list[Return]":
    """The returns that the ledger shows, in the window or not."""
    from talentdb.metrics.boomerangs import result
    from talentdb.metrics.chains import Step
    from talentdb.metrics.returns import Stay
    from talentdb.queries.returns import stays
    from talentdb.queries.steps import recorded_steps

    there = [Stay(*row) for row in connection.execute(stays(filter))]
    steps = [Step(*row) for row in connection.execute(recorded_steps(filter))]
    return result(there, steps, filter.organisation, filter.rule.basis.bridge)


def traced(connection: "Connection", found: "Sequence[Return]") -> Result:
    """What shows each return, in order: that somebody left, was elsewhere, and came back."""
    from talentdb.queries.behind import sources_of_recorded, sources_of_roles

    traces = [(back, trace) for back in found for trace in back.traces]
    roles = sources_by_id(
        connection, sources_of_roles, (id for _, trace in traces for id in trace.roles)
    )
    moves = sources_by_id(
        connection, sources_of_recorded, (id for _, trace in traces for id in trace.moves)
    )
    rows = []
    for back, trace in traces:
        facts = [f"move:{id}" for id in trace.moves] + [f"role:{id}" for id in trace.roles]
        sources = {one for id in trace.moves for one in moves.get(id, ())}
        sources |= {one for id in trace.roles for one in roles.get(id, ())}
        of = f"{back.organisation} → {', '.join(back.via)} → {back.organisation}"
        told = (trace.origin, trace.destination, trace.date)
        rows.append((of, "certain", facts, back.person, *told, sorted(sources)))
    return Result(columns(TRACES), rows)


def notes(
    connection: "Connection", filter: "MoveFilter", found: "Sequence[Return]"
) -> Iterator[str]:
    """What part of the arrivals returns are, and which returns the window left out."""
    from talentdb.metrics.arrival_counts import statement

    arrivals = connection.execute(statement(filter)).all()
    if filter.organisation:
        for row in arrivals:
            back = sum(one.certain and one.organisation_id == row.id for one in found)
            yield rate(row.name, back, row.arrivals)
    elif arrivals:
        counted = sum(row.arrivals for row in arrivals)
        yield rate("all", sum(one.certain for one in found), counted)
    possible = sum(one.possible for one in found)
    if possible:
        yield f"{possible} more may lie in the window"
    undated = sum(not one.certain and not one.possible and one.returned is None for one in found)
    if undated:
        yield f"{undated} without a date: left out of every window"


def rate(name: str, returns: int, arrivals: int) -> str:
    """How many of those who joined had been there before."""
    share = f" ({100 * returns / arrivals:.1f} %)" if arrivals else ""
    return f"{name}: {returns} of {arrivals} arrivals recorded are returns{share}"
