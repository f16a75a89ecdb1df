"""What is said under an answer: what was left out, and why, so that a figure can be quoted?

One place for all metrics: `left_out` for those that count moves, `unspelled` for what makes no
spell. A command hands them to the answer as a function, which is called only if notes are read.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from talentdb.cli.invocation import invocation
from talentdb.cli.query.dissent import dissent_on_moves
from talentdb.cli.show import chosen_format
from talentdb.errors import OptionMisused

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.queries.filters import MoveFilter
    from talentdb.queries.rule import Rule

CONTINUITY_MEANS = {
    "overlap": "at both places for a while",
    "unordered": "dates too coarse to say which came first",
    "presumed": "no end of the earlier stay is stated",
    "gap": "more than 92 days between the two",
    "direct": "at most 92 days between the two",
}


def notes_if_read(make: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """The notes, unless `-q` silences them and the format does not hold them."""
    holds = chosen_format() == "markdown" or invocation()["with_notes"]
    return tuple(make()) if holds or not invocation()["quiet"] else ()


def left_out(
    connection: "Connection",
    filter: "MoveFilter",
    *,
    two_sided: bool = False,
    listed: bool = False,
) -> Iterator[str]:
    """What an answer about moves left out; `two_sided` where both sides must be known.

    Also of how many of them sources say otherwise, unless they are `listed` with that.
    """
    from talentdb.queries.left_out import moves_left_out
    from talentdb.schema.words import CONTINUITIES

    counts = connection.execute(moves_left_out(filter)).one()._mapping
    if counts["possible"]:
        seen = "listed too" if filter.possible else "`query moves --possible` lists them"
        yield f"{counts['certain']} certain, {counts['possible']} possible: {seen}"
    reasons = {
        "without a date: left out of every window": filter.rule.has_window and counts["undated"],
        "with only one side known: left out": two_sided and counts["one_sided"],
        "rumoured: left out": counts["rumoured"],
        "denied: left out": counts["denied"],
    }
    for word in CONTINUITIES:
        if word not in filter.rule.continuities:
            reasons[f"{word} ({CONTINUITY_MEANS[word]}): left out"] = counts[word]
        elif word == "presumed":
            reasons[f"presumed ({CONTINUITY_MEANS[word]}): counted"] = counts[word]
    yield from (f"{count} {reason}" for reason, count in reasons.items() if count)
    yield from unspelled(connection, filter)
    yield from said_of_named(connection, filter)
    if not listed and not invocation()["explain"]:
        yield from dissent_on_moves(connection, filter)


def said_of_named(connection: "Connection", filter: "MoveFilter") -> Iterator[str]:
    """What the ledger itself remarks on the organisations that a question names.

    Such as that its record of one is a list made by one side.
    """
    from talentdb.queries.names import notes_of

    for row in connection.execute(notes_of(filter.rule.named)):
        yield f"{row.name}: {row.note}"


def without_data(
    connection: "Connection", filter: "MoveFilter", known: Collection[int], missing: str
) -> Iterator[str]:
    """The organisations asked about of which the record says nothing, which is not 0."""
    from talentdb.queries.names import name_of

    for organisation_id in filter.organisation:
        if organisation_id not in known:
            name = connection.scalar(name_of(organisation_id))
            yield f"{name}: no {missing} on record by this rule"


def refuse_window(rule: "Rule", instead: str = "name the day with --as-of") -> None:
    """For a question about one day: a window would be passed over in silence."""
    if rule.has_window:
        raise OptionMisused(f"--since and --until mean nothing here: {instead}.")


def unspelled(connection: "Connection", filter: "MoveFilter") -> Iterator[str]:
    """Which roles make no spell, and so no move, and which spells take no part in moves."""
    from talentdb.queries.left_out import roles_left_out, spells_set_aside

    about = filter.touched, filter.person
    roles = connection.execute(roles_left_out(filter.rule, *about)).one()
    if roles.side:
        yield f"{_counted(roles.side, 'side role')}: left out (--kinds counts them)"
    if roles.unstarted:
        yield f"{_counted(roles.unstarted, 'role')} without a start: in no spell"
    aside = connection.execute(spells_set_aside(*about)).one()
    if aside.coarse:
        yield f"{_counted(aside.coarse, 'spell')} aside by start dates too coarse to order"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
