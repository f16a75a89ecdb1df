"""Which command prints what a report had to cut, or counts a number again?"""

import shlex
from collections.abc import Sequence

from talentdb.queries.filters import MoveFilter
from talentdb.queries.rule import STANDARD, Rule
from talentdb.schema.words import COUNTED_CONTINUITIES


def command(question: str, words: Sequence[str], filter: MoveFilter) -> str:
    """`talentdb query …` as one types it, with the options that differ from the usual."""
    typed = ["talentdb", "query", *question.split(), *words, *_options(filter.rule)]
    if filter.possible:
        typed.append("--possible")
    return shlex.join(typed)


def _options(rule: Rule) -> list[str]:
    usual = Rule(rule.as_of)
    found: list[str] = ["--as-of", str(rule.as_of)]
    for name in ("since", "until"):
        if getattr(rule, name) is not None:
            found += [f"--{name}", str(getattr(rule, name))]
    if rule.rollup != usual.rollup:
        found += ["--rollup", rule.rollup]
    if rule.exact:
        found.append("--exact")
    if rule.continuities != COUNTED_CONTINUITIES:
        found += [word for one in rule.continuities for word in ("--continuity", one)]
    if rule.statuses != usual.statuses:
        found += [word for one in rule.statuses for word in ("--status", one)]
    found += _basis(rule)
    if rule.unique_people:
        found.append("--unique-people")
    return found


def _basis(rule: Rule) -> list[str]:
    basis = rule.basis
    if basis == STANDARD:
        return []
    kinds, bridge = ",".join(basis.kinds), str(basis.bridge)
    found = ["--kinds", kinds, "--min-status", basis.min_status, "--bridge", bridge]
    return [*found, "--known-by", str(basis.known_by)] if basis.known_by else found
