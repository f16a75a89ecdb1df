"""What does the record have of a published figure, in the window of the figure? (metrics.md §16)"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from talentdb.cli.query.lasting import stays_asked

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.metrics.figures import Held
    from talentdb.queries.rule import Rule

# A published retention seldom says after how many years.
YEARS = 2


def held_against(
    connection: "Connection", rule: "Rule", named: Sequence[int], words: Sequence[str] = ()
) -> "list[tuple[Any, Held]]":
    """Each figure with what the record has."""
    from talentdb.queries.figures import figure_list
    from talentdb.queries.filters import Filter

    statement = figure_list(Filter(rule, organisation=tuple(named)), words)
    rows = connection.execute(statement).mappings().all()
    return [(row, held(connection, rule, row)) for row in rows]


def held(connection: "Connection", rule: "Rule", figure: Any) -> "Held":
    """What the record has of one figure."""
    from talentdb.metrics import figures

    rule, about, other = asked_of(connection, rule, figure)
    published, qualifier = figure["published"], figure["qualifier"]
    if figure["metric"] in ("headcount", "retention"):
        rule = replace(rule, as_of=figure["until_latest"] or rule.as_of)
        if figure["metric"] == "headcount":
            return held_headcount(connection, rule, about, figure)
        return held_retention(connection, rule, about, published)
    counted = figures.Counts(*connection.execute(figures.counts(rule, about, other)).one())
    if figure["metric"] == "moves":
        return figures.held_count(published, qualifier, counted.inbound)
    return figures.held_ratio(published, counted)


def asked_of(connection: "Connection", rule: "Rule", figure: Any) -> "tuple[Rule, int, int | None]":
    """The rule of a figure, with its own window, and whom it is about."""
    from talentdb.queries.resolve import by_newest_name

    about = by_newest_name(connection, figure["organisation_id"])
    other = figure["counterpart_id"] and by_newest_name(connection, figure["counterpart_id"])
    named = tuple(id for id in (about, other) if id is not None)
    rule = replace(rule, named=named)
    if figure["since"] or figure["until"]:
        rule = replace(rule, since=figure["since_earliest"], until=figure["until_latest"])
    return rule, about, other


def held_headcount(connection: "Connection", rule: "Rule", about: int, figure: Any) -> "Held":
    """Everybody whose last known place it is: more than those of whom dated roles tell.

    Who joined by a recorded move alone has no spell, and so is in no `query headcount`; a record
    that knows of them does not say that nobody is there.
    """
    from talentdb.metrics import figures
    from talentdb.metrics.headcount import present
    from talentdb.metrics.stay import Reckoning
    from talentdb.queries.filters import MoveFilter
    from talentdb.queries.stays import spells_on_days

    people = connection.scalar(figures.people_at(rule, about)) or 0
    windowless = MoveFilter(replace(rule, since=None, until=None), organisation=(about,))
    reckoning = Reckoning(rule.as_of, "outer", bridge=rule.basis.bridge)
    there = present(connection.execute(spells_on_days(windowless, [rule.as_of])), reckoning)
    found = [one.presence for one in there]
    note = figures.by_dated_roles(people, found.count("certain"), found.count("possible"))
    return figures.held_count(figure["published"], figure["qualifier"], people, note)


def held_retention(connection: "Connection", rule: "Rule", about: int, published: float) -> "Held":
    """The share of those who joined in the window that is there on the anniversary."""
    from talentdb.metrics import figures
    from talentdb.metrics.retention import DEFINITIONS, first_stays, result
    from talentdb.metrics.stay import Reckoning
    from talentdb.queries.filters import MoveFilter

    reckoning = Reckoning(rule.as_of, bridge=rule.basis.bridge)
    firsts, _ = first_stays(
        stays_asked(connection, MoveFilter(rule, organisation=(about,)), reckoning)
    )
    return figures.held_share(
        published, list(result(firsts, {about: ""}, DEFINITIONS, YEARS, reckoning))
    )


def remarks_on(connection: "Connection", found: "Sequence[tuple[Any, Held]]") -> Iterator[str]:
    """What must be said of figures, and what the ledger remarks on whom they are about."""
    from talentdb.queries.figures import window_in_words
    from talentdb.queries.names import notes_of

    for figure, _ in found:
        if window := window_in_words(figure):
            yield f"figure:{figure['id']}: held in its own window, {window}"
    yield from (f"figure:{figure['id']}: {held.note}" for figure, held in found if held.note)
    sides = ("organisation_id", "counterpart_id")
    about = sorted({figure[side] for figure, _ in found for side in sides} - {None})
    yield from (f"{row.name}: {row.note}" for row in connection.execute(notes_of(about)))
