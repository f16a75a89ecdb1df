"""`talentdb cite`: what a source says of a fact."""

from talentdb.cli import fields, options
from talentdb.cli.asked import word_asked
from talentdb.cli.ledger import writing
from talentdb.cli.references import fact as fact_named
from talentdb.cli.saying import undo_with
from talentdb.cli.terminal import say
from talentdb.errors import OptionMisused


def cite(
    fact: fields.Fact,
    source: fields.OneSource,
    quote: fields.Quote = None,
    said_by: fields.SaidBy = None,
    via: fields.Via = None,
    locator: fields.Locator = None,
    disputes: fields.Disputes = False,
    status: options.Status = None,
    field: fields.ClaimedField = None,
    value: fields.ClaimedValue = None,
) -> None:
    """Put a source under a fact; what it says otherwise is kept beside the record.

    Example: talentdb cite move:1 memo --said-by "Cy Test" --field date --value 2025-06-12
    """
    from talentdb.schema.words import STATUSES

    if (field is None) != (value is None):
        raise OptionMisused("--field and --value go together: which field, and what it says.")
    table, id = fact_named(fact)
    sure = word_asked("status", status, STATUSES)
    with writing() as change:
        from talentdb.writes.claims import Claim, cite_fact

        stance = "disputes" if disputes else "supports"
        claim = Claim(source, stance, sure, field, value, quote, locator, said_by, via)
        fact_id, citation_id = cite_fact(change, table, id, claim)
        known = "refined" if change.updated["citations"] else "unchanged"
        what = f"citation:{citation_id}" if citation_id else f"known already: {known}"
        say(f"{fact.partition(':')[0]}:{fact_id}  {source}: {what}")
        undo_with(change)
