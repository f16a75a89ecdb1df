"""`talentdb edit offer`: money that was put on the table."""

from talentdb.cli import evidence_options as more
from talentdb.cli import fields, options
from talentdb.cli.amounts import amounts_asked
from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.edit.changing import by_id, change_record, values_given
from talentdb.cli.references import record_id


def edit_offer(
    offer: more.OfferId,
    kind: more.OfferKind = None,
    at_least: more.AtLeast = None,
    at_most: more.AtMost = None,
    amount: more.Exactly = None,
    on: more.OfferedOn = None,
    outcome: more.Outcome = None,
    status: options.Status = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend an offer.

    Example: talentdb edit offer offer:1 --outcome declined
    """
    from talentdb.schema.words import OFFER_KINDS, OUTCOMES, STATUSES

    given = {
        "kind": word_asked("kind of offer", kind and kind.replace(" ", "-"), OFFER_KINDS),
        **amounts_asked(at_least, at_most, amount),
        "date": date_asked(on),
        "outcome": word_asked("outcome", outcome, OUTCOMES),
        "status": word_asked("status", status, STATUSES),
        "note": remark,
    }
    clearable = ("kind", "at_least", "at_most", "currency", "date", "status", "note")
    change_record("offers", by_id(record_id("offer", offer)), values_given(given, clear, clearable))
