"""Which one sentence can be quoted of an answer, and of which is there too little to say one?"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

FEW = 10
_NAMED = 10
_RATIO = "for each one who went the other way"


class Sentence(NamedTuple):
    """A sentence on `n` moves or people; `refused` says why there is none.

    `rule` is its own where it is not that of the whole answer.
    """

    text: str
    n: int
    refused: str = ""
    rule: str = ""

    def with_footnote(self, rule: str, sources: list[str]) -> str:
        """The sentence, and in brackets what it rests on: n, window and rule, sources."""
        named = ", ".join(sources[:_NAMED]) or "none"
        if len(sources) > _NAMED:
            named += f" and {len(sources) - _NAMED} more"
        return f"{self.text} [n = {self.n}; {self.rule or rule}; sources: {named}]"


def of_flow(origin: str | None, destination: str | None, moves: int, possible: int = 0) -> Sentence:
    """How many moved from where to where, by the record."""
    sides = f"from {origin or 'elsewhere'} to {destination or 'elsewhere'}"
    return of_moves(sides, moves, possible)


def of_moves(sides: str, moves: int, possible: int = 0) -> Sentence:
    """How many moves there are, `sides` being as in `from Acme to Globex`; refused for none.

    `possible` more only may lie in the window.
    """
    if not moves:
        why = f"{possible} only may lie in the window" if possible else "none counts by this rule"
        return Sentence("", 0, f"of moves {sides}".rstrip() + f" {why}")
    counted = " ".join(part for part in (_counted(moves, "move"), sides) if part)
    more = f"; {possible} more may lie in the window" if possible else ""
    return Sentence(f"{counted} {'is' if moves == 1 else 'are'} on record{more}.", moves)


def of_headcount(organisation: str, day: date, people: int, possible: int) -> Sentence:
    """How many are certainly there on a day; refused where that is nobody."""
    if not people:
        why = f"nobody is certainly at {organisation} on {day}, {possible} may be"
        return Sentence("", 0, why)
    verb = "is" if people == 1 else "are"
    more = f"; {possible} more may be there" if possible else ""
    counted = _counted(people, "person", "people")
    return Sentence(f"{counted} {verb} on record at {organisation} on {day}{more}.", people)


def of_net(organisation: str, inbound: int, outbound: int) -> Sentence:
    """Who gained on balance; refused below ten moves, and where only one direction is recorded."""
    n, net = inbound + outbound, inbound - outbound
    if n < FEW or not inbound or not outbound:
        why = "fewer than ten moves" if n < FEW else "only one direction is recorded"
        return Sentence("", n, f"{organisation} {inbound} in, {outbound} out, {why}: no balance")
    gain = f"a net {'gain' if net > 0 else 'loss'} of {abs(net)}" if net else "no net gain"
    into = f"{_counted(inbound, 'move')} to {organisation} and {outbound} from it are on record"
    return Sentence(f"{into}: {gain}.", n)


def of_work(
    work: str,
    organisation: str,
    counts: tuple[int, int, int],
    all_known: bool,
    goals: Mapping[str, int],
) -> Sentence:
    """How many of a work's makers have left; `counts` are credited, left, of unknown whereabouts.

    A share is stated only of ten or more whose whereabouts are known, and where the record lists
    all makers; refused where nobody's whereabouts are known.
    """
    credited, left, unknown = counts
    known = credited - unknown
    if not known:
        return Sentence("", credited, f"{work}: of no maker is it known where they are")
    if all_known:
        share = f" ({100 * left / known:.0f} %)" if known >= FEW else ""
        whom = f"of the {known} makers of {work} whose whereabouts are known{share}"
    else:
        whom = f"of those recorded as makers of {work}"
    number = {0: "None", 1: "One"}.get(left, str(left))
    text = f"{number} {whom} {'has' if left == 1 else 'have'} left {organisation}"
    if all_known and known == 1:
        has = "has" if left else "has not"
        text = f"The one maker of {work} whose whereabouts are known {has} left {organisation}"
    ordered = sorted(goals.items(), key=lambda one: (-one[1], one[0]))
    text += "".join(f", {count} now at {name}" for name, count in ordered)
    return Sentence(text + ("." if all_known else "; the record lists only some makers."), credited)


def of_ratio(
    organisation: str,
    counterpart: str,
    inbound: int,
    outbound: int,
    limits: tuple[float | None, float | None],
) -> Sentence:
    """How many came for each one who went; refused below ten moves, and of one direction alone."""
    n, lower, upper = inbound + outbound, *limits
    sides = f"from {counterpart} to {organisation}"
    if n < FEW or not inbound or not outbound or lower is None or upper is None:
        only = "nobody went the other way" if inbound else "all went the other way"
        why = "fewer than ten moves" if n < FEW else only
        return Sentence("", n, f"{sides} {inbound}:{outbound}, {why}: no ratio is stated")
    between = f"95 % interval {lower:.2f} to {upper:.2f}"
    text = f"By this record {inbound / outbound:.1f} moved {sides} {_RATIO} ({between})."
    return Sentence(text, n)


def of_figure(published: str, attribution: str, recorded: str, verdict: str, n: int) -> Sentence:
    """A figure that is somebody else's, with whose it is, and what the record says to it."""
    held = {
        "consistent": f"this record, with {recorded}, agrees",
        "contradicted": f"this record, with {recorded}, contradicts it",
    }.get(verdict, f"this record holds too little to tell ({recorded})")
    return Sentence(f"{published}, according to {attribution}; {held}.", n)


def figure_in_words(
    metric: str, value: str, organisation: str, counterpart: str | None, window: str = ""
) -> str:
    """A published figure as the beginning of a sentence."""
    when = f" ({window})" if window else ""
    sides = f"from {counterpart or 'elsewhere'} to {organisation}"
    counted = f"{value[:1].upper()}{value[1:]} people"
    one = re.fullmatch(r"(?:\D* )?1", value)
    if one:
        counted = counted.removesuffix("people") + "person"
    return {
        "ratio": f"{value} people moved {sides} {_RATIO}",
        "moves": f"{counted} moved {sides}",
        "headcount": f"{counted} {'is' if one else 'are'} at {organisation}",
        "retention": f"{value} of those who join {organisation} stay",
    }[metric] + when


def _counted(count: int, noun: str, plural: str | None = None) -> str:
    return f"One {noun}" if count == 1 else f"{count} {plural or noun + 's'}"
