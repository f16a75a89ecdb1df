"""Which names does TAB offer for an argument or option that takes one?"""

import os
from collections.abc import Callable
from typing import Any

import typer

from talentdb.cli.ledger import default_ledger

NOUNS = (
    "person",
    "organisation",
    "role",
    "move",
    "source",
    "link",
    "offer",
    "work",
    "credit",
    "figure",
)


class Found(str):
    """A name that was found by its search key, whatever case and accents were typed.

    Typer drops what does not begin letter by letter as typed; this one stays.
    """

    __slots__ = ()

    def startswith(self, *typed: object) -> bool:
        return True


def people(ctx: typer.Context, incomplete: str) -> list[str]:
    """People whose name begins so."""
    from talentdb.database import completion

    return _found(completion.people, ctx, incomplete)


def organisations(ctx: typer.Context, incomplete: str) -> list[str]:
    """Organisations whose name begins so."""
    from talentdb.database import completion

    return _found(completion.organisations, ctx, incomplete)


def anybody(ctx: typer.Context, incomplete: str) -> list[str]:
    """People, then organisations, whose name begins so."""
    return [*people(ctx, incomplete), *organisations(ctx, incomplete)]


def tags(ctx: typer.Context, incomplete: str) -> list[str]:
    """Tags that begin so."""
    from talentdb.database import completion

    return _found(completion.tags, ctx, incomplete)


def works(ctx: typer.Context, incomplete: str) -> list[str]:
    """Works whose name begins so."""
    from talentdb.database import completion

    return _found(completion.works, ctx, incomplete)


def shown(ctx: typer.Context, incomplete: str) -> list[str]:
    """What `show` takes: a noun, then a name of it; or a name right away."""
    before = list(ctx.params.get("words") or ())
    if before:
        known = {"person": people, "organisation": organisations, "work": works}
        asked = known.get(_meant(before[0]))
        return asked(ctx, incomplete) if asked and len(before) == 1 else []
    nouns = [noun for noun in NOUNS if noun.startswith(incomplete)]
    return [*nouns, *anybody(ctx, incomplete)]


def _meant(noun: str) -> str:
    from talentdb.cli.show_one import NOUNS as SPELLINGS

    return SPELLINGS.get(noun.lower(), noun)


def _found(
    names: Callable[[str, str], list[str]], ctx: typer.Context, incomplete: str
) -> list[str]:
    return [Found(name) for name in names(_ledger(ctx), incomplete)]


def _ledger(ctx: typer.Context) -> str:
    """The ledger that the command line names so far, before or after the verb; else as always."""
    place: Any = ctx
    while place is not None:
        if named := place.params.get("db"):
            return str(named)
        place = place.parent
    return os.environ.get("TALENTDB_DB") or str(default_ledger())
