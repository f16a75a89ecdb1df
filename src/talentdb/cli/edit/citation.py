"""`talentdb edit citation`: what a source says of a fact."""

from talentdb.cli import fields, options
from talentdb.cli.asked import word_asked
from talentdb.cli.edit.changing import by_id, change_record, values_given
from talentdb.cli.references import record_id


def edit_citation(
    citation: fields.CitationId,
    stance: fields.Stance = None,
    status: options.Status = None,
    quote: fields.Quote = None,
    locator: fields.Locator = None,
    said_by: fields.SaidBy = None,
    clear: fields.Clear = None,
) -> None:
    """Mend what a source is cited for.

    Example: talentdb edit citation citation:1 --quote "we hired her"
    """
    from talentdb.schema.words import STANCES, STATUSES

    given = {
        "stance": word_asked("stance", stance, STANCES),
        "status": word_asked("status", status, STATUSES),
        "quote": quote,
        "locator": locator,
        "said_by": said_by,
    }
    clearable = ("status", "quote", "locator", "said_by")
    values = values_given(given, clear, clearable)
    change_record("citations", by_id(record_id("citation", citation)), values)
