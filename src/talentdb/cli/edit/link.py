"""`talentdb edit link`: a link between two organisations."""

from talentdb.cli import fields, options
from talentdb.cli.amounts import paid_asked
from talentdb.cli.asked import date_asked, end_asked, word_asked
from talentdb.cli.edit.changing import by_id, change_record, values_given
from talentdb.cli.references import record_id


def edit_link(
    link: fields.LinkId,
    kind: fields.NewLinkKind = None,
    started: options.Started = None,
    ended: options.Ended = None,
    amount: options.Amount = None,
    currency: options.Currency = None,
    status: options.Status = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a link between two organisations.

    Example: talentdb edit link link:1 --started 2019
    """
    from talentdb.schema.words import LINK_KINDS, STATUSES

    given = {
        "kind": word_asked("kind of link", kind, LINK_KINDS),
        "started": date_asked(started),
        "ended": end_asked(ended),
        **paid_asked(amount, currency, is_new=False),
        "status": word_asked("status", status, STATUSES),
        "note": remark,
    }
    clearable = ("started", "ended", "amount", "currency", "status", "note")
    change_record(
        "organisation_links", by_id(record_id("link", link)), values_given(given, clear, clearable)
    )
