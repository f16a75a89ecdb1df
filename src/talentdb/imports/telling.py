"""What is worth telling of how a file was understood? Only what is not as always."""

from collections.abc import Iterator

from talentdb.imports.reading import DELIMITERS
from talentdb.imports.understanding import Plan

_COUNTED = (
    ("open", "end is open by its word (now, present, …)", "ends are open by their word"),
    ("unknown", "end is unknown by its word (n/a, ?, -)", "ends are unknown by their word"),
    ("blank", "blank end is open (--blank-end open)", "blank ends are open (--blank-end open)"),
)


def told_of(plan: Plan) -> Iterator[str]:
    """The sentences about one file: its form, what was guessed, what was counted."""
    form = list(_form(plan))
    if form:
        yield f"{plan.file}: {', '.join(form)}"
    if guesses := plan.assignment.guesses:
        told = ", ".join(f"{word!r} is {meaning}" for word, meaning in guesses)
        yield f"{plan.file}: guessed that {told}"
    if missing := [word for word in plan.recipe.ignore if not plan.header.places(word)]:
        yield f"{plan.file}: to be ignored, but no column here: {', '.join(missing)}"
    for name, one, several in _COUNTED:
        if count := plan.counts[name]:
            yield f"{plan.file}: {count} {one if count == 1 else several}"


def _form(plan: Plan) -> Iterator[str]:
    if not plan.encoding.startswith("utf-8"):
        yield plan.encoding.upper()
    delimiter = plan.recipe.delimiter or ","
    if delimiter != ",":
        names = {character: name for name, character in DELIMITERS.items()}
        yield f"delimiter {names.get(delimiter, delimiter)}"
    if not plan.header.line:
        yield "no header"
    elif plan.header.line > 1:
        yield f"header on line {plan.header.line}"
    if form := list(_form_of_values(plan)):
        yield from form


def _form_of_values(plan: Plan) -> Iterator[str]:
    if plan.assignment.guesses or plan.recipe.says_of_columns:
        yield f"read as {plan.kind}"
    if plan.recipe.date_format:
        yield f"dates {plan.recipe.date_format}"
