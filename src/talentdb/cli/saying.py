"""How does a command say what it did?"""

from typing import TYPE_CHECKING

from talentdb.cli.invocation import invocation
from talentdb.cli.terminal import note

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet

OUTCOMES = {
    "created": "recorded",
    "updated": "known already, refined",
    "unchanged": "known already, unchanged",
}


SINGULARS = {"people": "person", "transitions": "move"}


def counted(count: int, plural: str) -> str:
    """A number of things in words: `1 person`, `2 moves`."""
    singular = SINGULARS.get(plural, plural.removesuffix("s"))
    if count == 1:
        return f"1 {singular}"
    return f"{count} {'people' if singular == 'person' else singular + 's'}"


def said(outcome: str, cited: int = 0, refined: int = 0) -> str:
    """What became of a statement, and of the citations under it, in words."""
    told = [OUTCOMES[outcome]]
    for count, what in ((cited, "added"), (refined, "refined")):
        if count:
            told.append(f"{counted(count, 'citations')} {what}")
    return ", ".join(told)


def undo_with(change: "ChangeSet") -> None:
    """Says how to take it back, if anything was written."""
    if change.has_changes and not invocation()["dry_run"]:
        note(f"Change {change.id}; undo with: talentdb undo")
