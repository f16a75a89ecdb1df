"""`talentdb edit figure`: a statistic that somebody published."""

from talentdb.cli import evidence_options as more
from talentdb.cli import fields, options
from talentdb.cli.amounts import figure_asked
from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.edit.changing import by_id, change_record, values_given
from talentdb.cli.references import record_id


def edit_figure(
    figure: more.FigureId,
    published: more.NewPublished = None,
    qualifier: more.Qualifier = None,
    n: more.Behind = None,
    since: more.SinceDate = None,
    until: more.UntilDate = None,
    remark: options.Note = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a published statistic.

    Example: talentdb edit figure figure:1 --n 53
    """
    from talentdb.schema.words import QUALIFIERS

    kind = word_asked("qualifier", qualifier and qualifier.replace("-", "_"), QUALIFIERS)
    value, said_how = figure_asked(published, kind) if published else (None, kind)
    given = {
        "published": value,
        "qualifier": said_how,
        "n": n,
        "since": date_asked(since),
        "until": date_asked(until),
        "note": remark,
    }
    values = values_given(given, clear, ("n", "since", "until", "note"))
    change_record("figures", by_id(record_id("figure", figure)), values)
