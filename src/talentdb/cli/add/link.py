"""`talentdb add link`: what joins two organisations."""

from talentdb.cli import options
from talentdb.cli.amounts import paid_asked
from talentdb.cli.asked import date_asked, end_asked, word_asked
from talentdb.cli.cited import cite
from talentdb.cli.confirm import confirm
from talentdb.cli.ledger import planning, writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import say


def add_link(
    organisation: options.OneOrganisation,
    kind: options.LinkKind,
    other: options.OtherOrganisation,
    started: options.Started = None,
    ended: options.Ended = None,
    amount: options.Amount = None,
    currency: options.Currency = None,
    status: options.Status = None,
    remark: options.Note = None,
    create: options.Create = False,
) -> None:
    """Link two organisations; read it as a sentence.

    Example: talentdb add link "Acme Research" part-of Acme --started 2019
    """
    from talentdb.queries.names import ORGANISATION
    from talentdb.schema.words import LINK_KINDS, STATUSES
    from talentdb.writes.links import NewLink
    from talentdb.writes.links import add_link as record
    from talentdb.writes.wanted import found_or_created

    of_kind = word_asked("kind of link", kind.replace("_", "-"), LINK_KINDS) or kind
    sure = word_asked("status", status, STATUSES)
    dates = date_asked(started), end_asked(ended)
    paid = paid_asked(amount, currency)
    plan(organisation, of_kind, other, create)
    with writing() as change:
        first = found_or_created(change, ORGANISATION, organisation)
        second = found_or_created(change, ORGANISATION, other)
        new = NewLink(first, of_kind, second, *dates, **paid, status=sure, note=remark)
        id, outcome = record(change, new)
        cited = cite(change, "organisation_link_id", id, sure)
        what = said(outcome, cited, change.updated["citations"])
        say(f"link:{id}  {organisation} {of_kind} {other}: {what}")
        undo_with(change)


def plan(organisation: str, kind: str, other: str, create: bool) -> None:
    """Asks, before anything begins, if something new would be created."""
    from talentdb.queries.names import ORGANISATION
    from talentdb.writes.wanted import wanted

    with planning() as connection:
        names = [wanted(connection, ORGANISATION, name) for name in (organisation, other)]
    confirm([f"{organisation} {kind} {other}"], names, create)
