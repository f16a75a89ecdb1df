"""How is an answer said in sentences that can be quoted? (`-f sentence`)"""

from collections.abc import Iterable

from talentdb.cli.terminal import note, say
from talentdb.errors import RuleBroken
from talentdb.output.sentences import Sentence


def say_sentences(said: Iterable[tuple[Sentence, list[str]]], rule: str) -> None:
    """Prints each sentence with its footnote; of what too little is recorded, a note says so.

    Raises RuleBroken if there is nothing that can be stated.
    """
    stated, refused = 0, []
    for sentence, sources in said:
        if sentence.refused:
            refused.append(sentence.refused)
            continue
        stated += 1
        say(sentence.with_footnote(rule, sources))
    if not stated:
        why = "; ".join(refused) or "nothing is recorded"
        raise RuleBroken(f"too little is recorded to state a sentence: {why}.")
    for text in refused:
        note(text)
