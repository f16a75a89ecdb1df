"""`talentdb show`: one thing, whole."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import reading
from talentdb.cli.show import chosen_format
from talentdb.cli.terminal import has_colour, note, width
from talentdb.errors import OptionMisused, UnknownChoice

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.output.card import Card

NOUNS = {
    "person": "person",
    "people": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "org": "organisation",
    "move": "move",
    "transition": "move",
}


def show(
    words: Annotated[
        list[str], typer.Argument(metavar="[NOUN] NAME|ID", help="person, organisation or move.")
    ],
) -> None:
    """Show one person, organisation or move with all that is recorded of it.

    Example: talentdb show person "Ada Example"
    """
    noun, text = split(words)
    with reading() as connection:
        card = card_of(connection, noun, text)
        write(card)


def split(words: list[str]) -> tuple[str | None, str]:
    """The noun, if one is given (also as in `move:12`), and the name or id."""
    if len(words) > 2:
        raise OptionMisused("show one thing at a time; quote a name that has spaces.")
    if len(words) == 2:
        if words[0].lower() not in NOUNS:
            raise UnknownChoice("what to show", words[0], ("person", "organisation", "move"))
        return NOUNS[words[0].lower()], words[1]
    word, colon, rest = words[0].partition(":")
    if colon and word.lower() in NOUNS and rest.isdigit():
        return NOUNS[word.lower()], words[0]
    return None, words[0]


def card_of(connection: "Connection", noun: str | None, text: str) -> "Card":
    """The card of the record that the words mean."""
    from talentdb.cli import cards
    from talentdb.queries.names import ORGANISATION, PERSON
    from talentdb.queries.resolve import anybody, one

    if noun == "move":
        return cards.move_card(connection, id_of(text))
    known = {"person": PERSON, "organisation": ORGANISATION}.get(noun or "")
    if known is None:
        known, id = anybody(connection, text)
    else:
        id = one(connection, known, f"{known.word}:{text}" if text.isdecimal() else text)
    card: Callable[[Any, int], Card] = (
        cards.person_card if known is PERSON else cards.organisation_card
    )
    return card(connection, id)


def id_of(text: str) -> int:
    """The number in `move:12` or `12`."""
    number = text.rpartition(":")[2]
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        raise OptionMisused(f"a move is shown by its id, as `query moves` lists it, not {text!r}.")
    return int(number)


def write(card: "Card") -> None:
    """Prints a card to stdout or into the file that -o names."""
    from talentdb.output.card import write_card

    path = invocation()["output"]
    if path is None or path == "-":
        write_card(card, chosen_format(), sys.stdout, width(), has_colour())
        return
    try:
        with Path(path).open("w", encoding="utf-8") as stream:
            write_card(card, chosen_format(), stream)
    except OSError as problem:
        raise OptionMisused(f"{path} cannot be written: {problem.strerror}.") from problem
    note(f"written to {path}")
