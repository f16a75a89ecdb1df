"""`talentdb add offer`: money that was put on the table."""

from talentdb.cli import evidence_options as more
from talentdb.cli import options
from talentdb.cli.add.plan import plan
from talentdb.cli.amounts import amounts_asked
from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.cited import cite
from talentdb.cli.ledger import writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import say
from talentdb.money import shown


def add_offer(
    by: more.By,
    person: more.ToPerson = None,
    at: more.At = None,
    kind: more.OfferKind = None,
    at_least: more.AtLeast = None,
    at_most: more.AtMost = None,
    amount: more.Exactly = None,
    on: more.OfferedOn = None,
    outcome: more.Outcome = None,
    status: options.Status = None,
    remark: options.Note = None,
    create: options.Create = False,
) -> None:
    """Record money offered to a person, or to somebody unnamed at an organisation.

    Example: talentdb add offer Globex "Ada Example" --kind signing --at-least "2M USD"
    """
    from talentdb.queries.names import ORGANISATION, PERSON
    from talentdb.schema.words import OFFER_KINDS, OUTCOMES, STATUSES
    from talentdb.writes.offers import NewOffer
    from talentdb.writes.offers import add_offer as record
    from talentdb.writes.wanted import found_or_created

    of_kind = word_asked("kind of offer", kind and kind.replace(" ", "-"), OFFER_KINDS)
    became = word_asked("outcome", outcome, OUTCOMES)
    sure = word_asked("status", status, STATUSES)
    amounts, date = amounts_asked(at_least, at_most, amount), date_asked(on)
    whom = person or f"somebody at {at or '?'}"
    plan(f"{by} offers {whom}", {by: ORGANISATION, at: ORGANISATION, person: PERSON}, create)
    with writing() as change:
        giver = found_or_created(change, ORGANISATION, by)
        taker = found_or_created(change, PERSON, person) if person else None
        place = found_or_created(change, ORGANISATION, at) if at else None
        more_of_it = {**amounts, "outcome": became, "status": sure, "note": remark}
        id, what = record(change, NewOffer(giver, taker, place, of_kind, date, **more_of_it))
        cited = cite(change, "offer_id", id, sure)
        money = shown(amounts["at_least"], amounts["at_most"], amounts["currency"])
        say(f"offer:{id}  {by} to {whom}, {money or '?'}: {said(what, cited)}")
        undo_with(change)
