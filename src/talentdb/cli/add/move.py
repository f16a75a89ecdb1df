"""`talentdb add move`: who left which organisation for which."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from talentdb.cli import options
from talentdb.cli.asked import date_asked, listed, word_asked
from talentdb.cli.cited import citations_asked
from talentdb.cli.confirm import confirm
from talentdb.cli.ledger import planning, writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import note, say
from talentdb.dates import PartialDate, shown
from talentdb.errors import OptionMisused

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet
    from talentdb.writes.recording import RecordedMove


@dataclass(frozen=True)
class Asked:
    """What the command line says of a move."""

    people: tuple[str, ...]
    origin: str | None
    destination: str | None
    date: PartialDate | None
    title: str | None
    from_title: str | None
    manner: str | None
    reasons: tuple[str, ...]
    status: str | None
    note: str | None

    @property
    def route(self) -> str:
        """From where to where, in one line."""
        return f"{self.origin or '?'} → {self.destination or '?'}"


def add_move(
    people: options.People = None,
    from_: options.Origin_ = None,
    to: options.Destination = None,
    on: options.On = None,
    title: options.Title = None,
    from_title: options.FromTitle = None,
    manner: options.OneManner = None,
    reason: options.Reason = None,
    status: options.Status = None,
    remark: options.Note = None,
    create: options.Create = False,
) -> None:
    """Record that people moved; alone at a terminal it asks field by field.

    A move that is known already is refined.

    Example: talentdb add move "Ada Example" --from Acme --to Globex --on "by 2025-06-30"
    """
    from talentdb.cli.guided import ask_move, can_ask
    from talentdb.schema.words import MANNERS, STATUSES

    if not people and from_ is None and to is None and can_ask():
        asked = ask_move()
    else:
        how = word_asked("manner", manner, MANNERS)
        sure = word_asked("status", status, STATUSES)
        names = tuple(dict.fromkeys(listed(people)))
        reasons = tuple(reason or ())
        asked = Asked(
            names, from_, to, date_asked(on), title, from_title, how, reasons, sure, remark
        )
    if not asked.people or (asked.origin is None and asked.destination is None):
        raise OptionMisused("a move needs who moved, and --from or --to, or both.")
    plan(asked, create)
    with writing() as change:
        for line in record(change, asked):
            say(line)
        undo_with(change)


def plan(asked: Asked, create: bool) -> None:
    """Asks once, with all that is to be done, before anything begins."""
    from talentdb.queries.names import ORGANISATION, PERSON
    from talentdb.writes.wanted import wanted

    sides = [side for side in (asked.origin, asked.destination) if side is not None]
    with planning() as connection:
        names = [wanted(connection, PERSON, name) for name in asked.people]
        names += [wanted(connection, ORGANISATION, side) for side in sides]
    when = shown(asked.date.text if asked.date else None)
    confirm([f"{name}: {asked.route}, {when}" for name in asked.people], names, create)


def record(change: "ChangeSet", asked: Asked) -> Iterator[str]:
    """Records each person's move, and yields what was done to it."""
    from talentdb.queries.names import ORGANISATION, PERSON
    from talentdb.writes.recording import date_from_sources, record_move
    from talentdb.writes.transitions import NewMove
    from talentdb.writes.wanted import found_or_created

    citations = citations_asked(change, asked.status)
    date = asked.date
    if date is None and citations:
        date = date_from_sources(change, [each.source_id for each in citations], asked.status)
    for name in asked.people:
        new = NewMove(
            found_or_created(change, PERSON, name),
            found_or_created(change, ORGANISATION, asked.origin) if asked.origin else None,
            found_or_created(change, ORGANISATION, asked.destination)
            if asked.destination
            else None,
            date,
            asked.from_title,
            asked.title,
            manner=asked.manner,
            reasons=asked.reasons,
            status=asked.status,
            note=asked.note,
        )
        done = record_move(change, new, citations)
        if asked.date is None and date is not None and done.date == date and change.has_changes:
            note(f"Dated {shown(date.text)}: the source reports it as done.")
        yield told(name, asked, done)


def told(name: str, asked: Asked, done: "RecordedMove") -> str:
    """What was recorded of one person, and which role it ended."""
    when = shown(done.date.text if done.date else None)
    what = said(done.outcome, done.cited, done.refined)
    line = f"move:{done.move_id}  {name}: {asked.route}, {when}: {what}"
    if done.ended is None:
        return line
    role = f"{done.ended.title or 'role'} at {asked.origin} (role:{done.ended.role_id})"
    return f"{line}\n  ended {role}: {when}, was {shown(done.ended.before)}"
