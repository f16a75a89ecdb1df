"""Which one sentence can be quoted of an answer, and of which is there too little to say one?"""

from typing import NamedTuple

FEW = 10
_RATIO = "for each one who went the other way"


class Sentence(NamedTuple):
    """A sentence on `n` moves or people; `refused` says why there is none."""

    text: str
    n: int
    refused: str = ""

    def with_footnote(self, rule: str, sources: list[str]) -> str:
        """The sentence, and in brackets what it rests on: n, window and rule, sources."""
        named = ", ".join(sources) or "none"
        return f"{self.text} [n = {self.n}; {rule}; sources: {named}]"


def of_flow(origin: str | None, destination: str | None, moves: int) -> Sentence:
    """How many moved from where to where, by the record."""
    people = "One move" if moves == 1 else f"{moves} moves"
    verb = "is" if moves == 1 else "are"
    sides = f"from {origin or 'elsewhere'} to {destination or 'elsewhere'}"
    return Sentence(f"{people} {sides} {verb} on record.", moves)


def of_ratio(
    organisation: str,
    counterpart: str,
    inbound: int,
    outbound: int,
    limits: tuple[float | None, float | None],
) -> Sentence:
    """How many came for each one who went; refused below ten moves, and where nobody went."""
    n, lower, upper = inbound + outbound, *limits
    sides = f"from {counterpart} to {organisation}"
    if n < FEW or not outbound or lower is None or upper is None:
        why = "fewer than ten moves" if n < FEW else "nobody went the other way"
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
    return Sentence(f'{published}, according to "{attribution}"; {held}.', n)


def figure_in_words(metric: str, value: str, organisation: str, counterpart: str | None) -> str:
    """A published figure as the beginning of a sentence."""
    sides = f"from {counterpart or 'elsewhere'} to {organisation}"
    return {
        "ratio": f"{value} people moved {sides} {_RATIO}",
        "moves": f"{value[:1].upper()}{value[1:]} people moved {sides}",
        "headcount": f"{value[:1].upper()}{value[1:]} people are at {organisation}",
        "retention": f"{value} of those who join {organisation} stay",
    }[metric]
