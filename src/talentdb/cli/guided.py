"""How is a move asked for, field by field, of somebody at a terminal?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import actor, ledger, planning
from talentdb.cli.terminal import complain, is_interactive
from talentdb.dates import shown
from talentdb.errors import TalentdbError

if TYPE_CHECKING:
    from talentdb.cli.add.move import Asked


Answer = TypeVar("Answer")


class Last(NamedTuple):
    """The last move that this person entered: what the next one probably shares with it."""

    destination: str | None
    date: str | None
    source: str | None


def can_ask() -> bool:
    """Whether somebody sits at the terminal, to read questions and to answer them."""
    return is_interactive() and sys.stdout.isatty()


def ask_move() -> "Asked":
    """A move, asked field by field; an empty answer takes what stands in brackets, `-` nothing."""
    from talentdb.cli.add.move import Asked
    from talentdb.schema.words import MANNERS

    last = last_entry()
    complain("A move, field by field. TAB completes; Enter takes what is in [brackets]; - is none.")
    with completing("people"):
        person = answer("Who moved", required=True)
    with completing("organisations"):
        origin = answer("From")
        destination = answer("To", last.destination, required=origin is None)
    date = checked("When", date_asked, last.date and shown(last.date))
    title = answer("New title")
    manner = checked("Manner", lambda text: word_asked("manner", text, MANNERS))
    reason = answer("Reasons, with commas between")
    source = answer("Source, a handle or a URL", last.source)
    if source:
        invocation().take({"source": [source]})
    reasons = tuple(part.strip() for part in (reason or "").split(",") if part.strip())
    people = (person or "",)
    return Asked(people, origin, destination, date, title, None, manner, reasons, None, None)


def last_entry() -> Last:
    """What this actor entered last; nothing where there is nothing."""
    from talentdb.queries.entries import last_move_of

    with planning() as connection:
        row = connection.execute(last_move_of(actor())).first()
    return Last(None, None, None) if row is None else Last(row.to, row.date, row.source)


def answer(question: str, default: str | None = None, required: bool = False) -> str | None:
    """The answer; the default for an empty one, None for `-`. Asks again where one is required."""
    offered = f" [{default}]" if default else ""
    while True:
        text = input(f"{question}{offered}: ").strip()
        if text == "-" and not required:
            return None
        if text or default or not required:
            return text or default
        complain("An answer is needed here; Ctrl-C leaves without writing anything.")


def checked(
    question: str, read: Callable[[str | None], Answer], default: str | None = None
) -> Answer:
    """The answer as it is understood; what cannot be understood is said, and asked again."""
    while True:
        try:
            return read(answer(question, default))
        except TalentdbError as problem:
            complain(str(problem))


@contextmanager
def completing(what: str) -> Iterator[None]:
    """While it lasts, TAB completes names of people or organisations."""
    try:
        import readline
    except ImportError:  # not on every platform; then TAB does nothing
        yield
        return
    from talentdb.database import completion

    beginning = {"people": completion.people, "organisations": completion.organisations}[what]

    def complete(text: str, state: int) -> str | None:
        found = beginning(ledger(), text)
        return found[state] if state < len(found) else None

    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims("\n")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])
