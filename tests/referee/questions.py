"""Which questions are put to the commands and to the referee, and under which rules?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from tests.referee.ledger import MAIN, Rule
from tests.referee.networks import TOP

CONTINUITIES = ("direct", "gap", "presumed", "overlap", "unordered")
SIDE = ("advisor", "board", "affiliate", "visiting", "contractor", "intern", "volunteer", "student")
DEFINITIONS = ("anniversary", "cohort", "recent")


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


WINDOW = {"since": _day("2014-03-01"), "until": _day("2018-12-31")}
AS_OF = {"as_of": _day("2016-05-17")}
# What is typed, and what it means.
MOVES: Mapping[str, Mapping[str, Any]] = {
    "": {},
    "--rollup parents": {"rollup": "parents"},
    "--rollup none": {"rollup": "none"},
    "--unique-people --since 2014-03": {"unique_people": True, "since": _day("2014-03-01")},
    "--since 2014-03 --until 2018": WINDOW,
    "--continuity any": {"continuities": CONTINUITIES},
    "--min-status rumoured": {"min_status": "rumoured"},
    "--min-status confirmed": {"min_status": "confirmed"},
    "--bridge 200": {"bridge": 200},
    "--kinds any": {"kinds": (*MAIN, *SIDE)},
}
STAYS: Mapping[str, Mapping[str, Any]] = {
    "": {},
    "--rollup parents": {"rollup": "parents"},
    "--as-of 2016-05-17": AS_OF,
    "--as-of 2016-05-17 --rollup parents --bridge 200": AS_OF
    | {"rollup": "parents", "bridge": 200},
    "--dates inner": {"dates": "inner"},
    "--dates outer --unknown-end open": {"dates": "outer", "unknown_end": "open"},
    "--unknown-end left": {"unknown_end": "left"},
    "--kinds any": {"kinds": (*MAIN, *SIDE)},
}


# What the ledger keeps of everybody, under the rule that is asked by default.
KEPT = {
    "spells": "person_id AS person, organisation_id AS place, first_role_id AS first_role, "
    "last_role_id AS last_role, started, state, ended, started_earliest, started_latest, "
    "ended_earliest, ended_latest, evidence, presence, presumed_end, aside, "
    "joined_by_id AS joined_by, left_by_id AS left_by FROM spells",
    "transitions": "person_id AS person, from_organisation_id AS origin, "
    "to_organisation_id AS goal, from_role_id AS origin_role, to_role_id AS goal_role, "
    "from_title AS origin_title, "
    "to_title AS goal_title, date, continuity, gap_days, status, twin_of_id AS twin "
    "FROM transitions WHERE origin = 'derived'",
}


class Asked(NamedTuple):
    """One question: the words of the command, and how the referee is asked the same."""

    words: tuple[str, ...]
    rule: Rule
    answer: str
    more: Mapping[str, Any]


def questions(bodies: Mapping[str, int]) -> Iterator[Asked]:
    """Every question; `bodies` are some organisations to ask about by name, two at the least."""
    for table, columns in KEPT.items():
        yield Asked(("sql", f"SELECT {columns}"), Rule(), table, {})
    for typed, meaning in MOVES.items():
        yield from _of_moves(typed.split(), Rule(**meaning))
    for typed, meaning in STAYS.items():
        yield from _of_stays(typed.split(), Rule(**meaning))
    for name, id in bodies.items():
        for typed, exact in (("", False), ("--exact", True)):
            rule = Rule(named=(id,), exact=exact)
            yield from _of_moves([name, *typed.split()], rule)
            yield from _of_stays([name, *typed.split()], rule)
    (one, first), (other, second), *_ = bodies.items()
    both = Rule(named=(first, second), rollup="parents")
    yield from _of_moves([one, other, "--rollup", "parents"], both)
    ways = {"from_organisation": first, "to_organisation": second}
    yield _query("paths", ("--from", one, "--to", other), Rule(named=(first, second)), **ways)


def _of_moves(typed: list[str], rule: Rule) -> Iterator[Asked]:
    if not rule.named:
        yield _query("moves", typed, rule)
        yield _query("rank", typed, rule)
        yield _query("flows", ["--open-sides", *typed], rule, open_sides=1)
        yield _query("renames", typed, rule)
    yield _query("flows", typed, rule, open_sides=0)
    yield Asked(("query", "flows", "--matrix", "--top", str(TOP), *typed), rule, "matrix", {})
    yield _query("net", typed, rule)
    yield _query("ratio", ["--per-capita", *typed], rule)
    yield _query("liftouts", typed, rule)
    for by in ("year", "quarter", "month"):
        yield _query("trend", ["--by", by, *typed], rule, by=by)
    if rule.since is None:
        yield _query("boomerangs", typed, rule)
        yield _query("arrivals", typed, rule)
        yield _query("departures", typed, rule)


def _of_stays(typed: list[str], rule: Rule) -> Iterator[Asked]:
    yield _query("headcount", typed, rule)
    if rule.as_of is not None:
        yield _query("arrivals", typed, rule)
        yield _query("departures", typed, rule)
    yield _query("tenure", typed, rule)
    yield _query("attrition", typed, replace(rule, at_end=True))
    for definition in DEFINITIONS:
        words = ["--definition", definition, *typed]
        yield _query("retention", words, rule, definition=definition, years=2)
    survival = ("query", "retention", "--definition", "survival", "--years", "1", *typed)
    yield Asked(survival, rule, "survival", {"years": 1})


def _query(metric: str, typed: Sequence[str], rule: Rule, **more: Any) -> Asked:
    return Asked(("query", metric, *typed), rule, metric, more)
