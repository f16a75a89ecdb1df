"""How is an answer said in sentences that can be quoted? (`-f sentence`)"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from talentdb.cli.files import in_place
from talentdb.cli.invocation import invocation
from talentdb.cli.query.noted import notes_if_read
from talentdb.cli.show import SENTENCE, chosen_format
from talentdb.cli.terminal import note, say
from talentdb.errors import OptionMisused, RuleBroken
from talentdb.output.sentences import Sentence

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.queries.footnotes import Statement


def sentences_asked() -> bool:
    """Whether the answer is to be said, not listed. Raises OptionMisused for what needs a list."""
    if chosen_format() != SENTENCE:
        return False
    for option in ("explain", "count"):
        if invocation()[option]:
            raise OptionMisused(f"--{option} is about a list: leave it out, or -f sentence.")
    return True


def say_sentences(
    said: Iterable[tuple[Sentence, list[str]]],
    rule: str,
    notes: Callable[[], Iterable[str]] = tuple,
) -> None:
    """Prints each sentence with its footnote; of what too little is recorded, a note says so.

    Raises RuleBroken if there is nothing that can be stated.
    """
    stated, refused = [], []
    for sentence, sources in said:
        if sentence.refused:
            refused.append(sentence.refused)
        else:
            stated.append(sentence.with_footnote(rule, sources))
    if not stated:
        why = "; ".join(refused) or "nothing counts for certain by this rule"
        raise RuleBroken(f"too little is recorded to state a sentence: {why}.")
    _write(stated)
    for text in (*refused, *notes_if_read(notes)):
        note(text)


def sources_behind(
    connection: "Connection", statement: "Statement", ids: Sequence[int]
) -> list[str]:
    """The handles of the sources behind some facts, each once; `statement` as in footnotes.py."""
    from talentdb.database.portions import batches
    from talentdb.queries.footnotes import some_sources

    found: set[int] = set()
    for batch in batches(list(ids)):
        found.update(row.source_id for row in connection.execute(statement(batch)))
    handles = [
        row.handle
        for batch in batches(sorted(found))
        for row in connection.execute(some_sources(batch))
    ]
    return sorted(handles)


def _write(lines: Sequence[str]) -> None:
    path = invocation()["output"]
    if path is None or path == "-":
        for line in lines:
            say(line)
        return
    with in_place(Path(path)) as stream:
        stream.writelines(f"{line}\n" for line in lines)
    note(f"{len(lines)} sentence{'' if len(lines) == 1 else 's'} written to {path}")
