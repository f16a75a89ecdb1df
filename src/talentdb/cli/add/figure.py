"""`talentdb add figure`: a statistic that somebody published."""

from talentdb.cli import evidence_options as more
from talentdb.cli import options
from talentdb.cli.add.plan import plan
from talentdb.cli.amounts import figure_asked
from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.cited import cite
from talentdb.cli.ledger import writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import say


def add_figure(
    metric: more.Metric,
    value: more.Published,
    organisation: more.AboutOne,
    counterpart: more.Counterpart = None,
    qualifier: more.Qualifier = None,
    n: more.Behind = None,
    since: more.SinceDate = None,
    until: more.UntilDate = None,
    remark: options.Note = None,
    create: options.Create = False,
) -> None:
    """Record a published statistic, to hold it against the record.

    Ratio and moves run from the counterpart to the organisation.

    Example: talentdb add figure ratio 10.6 --organisation Acme --counterpart Globex -s memo
    """
    from talentdb.queries.names import ORGANISATION
    from talentdb.schema.words import FIGURE_METRICS, QUALIFIERS
    from talentdb.writes.figures import NewFigure
    from talentdb.writes.figures import add_figure as record
    from talentdb.writes.wanted import found_or_created

    of = word_asked("metric", metric, FIGURE_METRICS) or metric
    kind = word_asked("qualifier", qualifier and qualifier.replace("-", "_"), QUALIFIERS)
    published, said_how = figure_asked(value, kind)
    window = date_asked(since), date_asked(until)
    named = {organisation: ORGANISATION, counterpart: ORGANISATION}
    plan(f"{of} {value}, {organisation}", named, create)
    with writing() as change:
        about = found_or_created(change, ORGANISATION, organisation)
        other = found_or_created(change, ORGANISATION, counterpart) if counterpart else None
        new = NewFigure(of, about, published, other, said_how, n, *window, remark)
        id, what = record(change, new)
        cited = cite(change, "figure_id", id)
        sides = f"{counterpart} → {organisation}" if counterpart else organisation
        say(f"figure:{id}  {of} {value}, {sides}: {said(what, cited)}")
        undo_with(change)
