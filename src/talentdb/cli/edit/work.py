"""`talentdb edit work` and `edit credit`: what people made, and who made it."""

from typing import TYPE_CHECKING

from talentdb.cli import evidence_options as more
from talentdb.cli import fields, options
from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.edit.changing import Find, by_id, change_record, values_given
from talentdb.cli.references import record_id

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet


def by_work(text: str) -> Find:
    """Finds a work by its name or id."""

    def find(change: "ChangeSet") -> int:
        from talentdb.queries.works import work

        return work(change.connection, text)

    return find


def edit_work(
    work: more.Work,
    name: fields.NewName = None,
    on: more.CameOut = None,
    makers_known: more.MakersKnown = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a work.

    Example: talentdb edit work "Example-1" --makers-known all
    """
    from talentdb.schema.words import MAKERS_KNOWN

    given = {
        "name": name,
        "date": date_asked(on),
        "makers_known": word_asked("makers known", makers_known, MAKERS_KNOWN),
        "note": remark,
    }
    change_record("works", by_work(work), values_given(given, clear, ("date", "note")))


def edit_credit(
    credit: more.CreditId,
    credited_as: more.CreditedAs = None,
    status: options.Status = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a credit.

    Example: talentdb edit credit credit:1 --as "technical lead"
    """
    from talentdb.schema.words import STATUSES

    sure = word_asked("status", status, STATUSES)
    values = values_given(
        {"as": credited_as, "status": sure, "note": remark}, clear, ("as", "status", "note")
    )
    columns = {"credited_as" if name == "as" else name: value for name, value in values.items()}
    change_record("credits", by_id(record_id("credit", credit)), columns)
