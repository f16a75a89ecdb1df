"""`talentdb show`: one thing, whole."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from talentdb.cli import completion, options
from talentdb.cli.basis import as_known
from talentdb.cli.files import in_place
from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import reading
from talentdb.cli.references import record_id
from talentdb.cli.show import chosen_format, show_statement
from talentdb.cli.terminal import has_colour, note, width
from talentdb.errors import OptionMisused, RecordNotFound, RuleBroken

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.output.card import Card

BY_ID = ("role", "move", "link", "offer", "credit", "figure")
KINDS = ("person", "organisation", "source", "work", *BY_ID)
NOUNS = {
    **{word: word for word in KINDS},
    "people": "person",
    "organization": "organisation",
    "org": "organisation",
    "transition": "move",
}


def show(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[NOUN] NAME|ID",
            help="A person, organisation, role, move, source, link, offer, work, credit, figure.",
            autocompletion=completion.shown,
        ),
    ],
    history: options.History = False,
) -> None:
    """Show one record with all that is known of it, or who wrote what of it.

    Example: talentdb show person "Ada Example"
    """
    noun, text = split(words)
    with reading() as connection:
        noun, id = named(connection, noun, text)
        if history:
            from talentdb.queries.log import log_of

            if invocation()["known_by"]:
                raise OptionMisused("--history tells of writes, --known-by of sources: choose one.")
            show_statement(connection, log_of(noun, id))
            return
        known = as_known(connection)
        try:
            write(card_of(connection, noun, id))
        except RecordNotFound as unknown:
            if known:
                day = invocation()["known_by"]
                raise RuleBroken(
                    f"{noun}:{id} was not known by {day}: name a later day."
                ) from unknown
            raise
        if known:
            note(known)


def split(words: list[str]) -> tuple[str | None, str]:
    """The noun, if one is given (also as in `move:12`), and the name or id."""
    if len(words) > 2:
        raise OptionMisused("show one thing at a time; quote a name that has spaces.")
    if len(words) == 2:
        noun = NOUNS.get(words[0].lower())
        if noun is None:
            raise OptionMisused(
                f"{words[0]!r} is none of {', '.join(KINDS)}; quote a name that has spaces."
            )
        return noun, words[1]
    word, colon, rest = words[0].partition(":")
    if colon and word.lower() in NOUNS and rest.isdigit():
        return NOUNS[word.lower()], words[0]
    return None, words[0]


def named(connection: "Connection", noun: str | None, text: str) -> tuple[str, int]:
    """Which record the words mean: its noun and its id."""
    from talentdb.queries.names import ORGANISATION, PERSON
    from talentdb.queries.resolve import anybody, one, source
    from talentdb.queries.works import work

    if noun is None:
        found, id = anybody(connection, text)
        return found.word, id
    if noun in BY_ID:
        return noun, record_id(noun, text)
    text = f"{noun}:{text}" if text.isdecimal() else text
    if noun == "source":
        return noun, source(connection, text)
    if noun == "work":
        return noun, work(connection, text)
    return noun, one(connection, PERSON if noun == "person" else ORGANISATION, text)


def card_of(connection: "Connection", noun: str, id: int) -> "Card":
    """The card of one record."""
    from talentdb.cli import cards, cards_of_evidence, cards_of_facts

    makers: dict[str, Callable[[Any, int], Card]] = {
        "person": cards.person_card,
        "organisation": cards.organisation_card,
        "role": cards_of_facts.role_card,
        "move": cards_of_facts.move_card,
        "source": cards_of_facts.source_card,
        "link": cards_of_evidence.link_card,
        "offer": cards_of_evidence.offer_card,
        "work": cards_of_evidence.work_card,
        "credit": cards_of_evidence.credit_card,
        "figure": cards_of_evidence.figure_card,
    }
    return makers[noun](connection, id)


def write(card: "Card") -> None:
    """Prints a card to stdout or into the file that -o names."""
    from talentdb.output.card import write_card

    path = invocation()["output"]
    if path is None or path == "-":
        write_card(card, chosen_format(), sys.stdout, width(), has_colour())
        return
    with in_place(Path(path)) as stream:
        write_card(card, chosen_format(), stream)
    note(f"written to {path}")
