"""How was counted? Every rule that a report used, in sentences."""

from collections.abc import Iterator

from sqlalchemy import Connection

from talentdb.queries.filters import MoveFilter
from talentdb.queries.left_out import moves_left_out
from talentdb.queries.rule import Rule
from talentdb.schema.words import CONTINUITIES

_ROLLUPS = {
    "none": "Organisations stand for themselves: neither parts nor mergers are counted together.",
    "renames": "A renamed organisation is one organisation under its newest name, and a merged one "
    "counts as what it was merged into from that day on.",
    "parents": "Parts of an organisation are counted as the whole that they belonged to on the day "
    "of the move.",
}
_CONTINUITIES = {
    "direct": "direct (at most 92 days lie between leaving and joining)",
    "gap": "after a gap (more than 92 days)",
    "presumed": "presumed (when the earlier role ended is not recorded)",
    "overlap": "overlapping (the earlier role went on for more than a month)",
    "unordered": "unordered (dates too coarse to tell which role came first)",
}


def method(connection: Connection, filter: MoveFilter) -> list[str]:
    """Every rule by which a question was answered, and what was left out by it."""
    return [*_rules(filter.rule), *_left_out(connection, filter)]


def _left_out(connection: Connection, filter: MoveFilter) -> Iterator[str]:
    """How many moves do not count, and why."""
    counts = connection.execute(moves_left_out(filter)).one()._mapping
    reasons = {
        "without a date": filter.rule.has_window and counts["undated"],
        "whose date only may lie in the window": counts["possible"],
        "rumoured": counts["rumoured"],
        "denied": counts["denied"],
    }
    for word in CONTINUITIES:
        if word not in filter.rule.continuities:
            reasons[word] = counts[word]
    told = [f"{count} {reason}" for reason, count in reasons.items() if count]
    if told:
        yield f"Moves left out: {', '.join(told)}."


def _rules(rule: Rule) -> Iterator[str]:
    yield (
        "A move is a person who leaves one organisation for another: stated by a source, or "
        "following from the person's roles. A move known both ways counts once."
    )
    yield _window(rule)
    yield f"Where somebody is now, and who is still there, is as of {rule.as_of}."
    yield _ROLLUPS[rule.rollup]
    if rule.named:
        yield (
            "The organisations named stand for themselves alone, without their parts."
            if rule.exact
            else "An organisation that is named includes its parts as of the day of the move; "
            "moves between its parts are no moves."
        )
    yield f"Facts count that are {' or '.join(rule.statuses)}; what is denied never does."
    told = "; ".join(_CONTINUITIES[one] for one in rule.continuities)
    yield f"Moves are counted that are {told}."
    yield _basis(rule)
    yield from as_known(rule)
    if rule.unique_people:
        yield "A person counts once for each pair of organisations, however often they moved."
    yield (
        "Dates are as exact as the sources are. “by” a day means on it or before; a question mark, "
        "unknown. What is not recorded is not known: the record is no census."
    )


def as_known(rule: Rule) -> Iterator[str]:
    """That only what was published by a day counts, if so."""
    basis = rule.basis
    if basis.known_by is not None:
        left = f" Left out: {basis.left_out}." if basis.left_out else ""
        yield f"Only what was published by {basis.known_by} counts, as it was known then.{left}"


def _window(rule: Rule) -> str:
    if not rule.has_window:
        return "All moves count, dated or not."
    span = f"from {rule.since}" if rule.since else "from the beginning"
    until = f"to {rule.until}" if rule.until else "on"
    return (
        f"Moves count {span} {until}, if the whole of their date lies there. Those whose date only "
        "may lie there are called possible and never added in; those without a date are left out."
    )


def _basis(rule: Rule) -> str:
    basis = rule.basis
    return (
        f"Moves follow from roles of the kinds {', '.join(basis.kinds)}, at least "
        f"{basis.min_status}; roles at one organisation no more than {basis.bridge} days apart "
        "are one stay."
    )
