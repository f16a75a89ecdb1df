"""`talentdb query headcount`: how many people are there on a day?"""

from typing import TYPE_CHECKING

from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.lasting import Question
from talentdb.cli.query.noted import refuse_window
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from talentdb.metrics.headcount import Headcount
    from talentdb.output.sentences import Sentence


def query_headcount(organisation: words.Organisations = None) -> None:
    """Count who is there on the day asked about.

    Example: talentdb query headcount OpenAI Anthropic --as-of 2025-06-30
    """
    with reading() as connection:
        from talentdb.metrics.headcount import Headcount, present, result
        from talentdb.queries.stays import spells_on_days

        asked = Question(connection, organisation, dates="outer")
        refuse_window(asked.filter.rule, "name the day with --as-of")
        day = asked.reckoning.as_of
        rows = connection.execute(spells_on_days(asked.filter, [day]))
        there = list(present(rows, asked.reckoning))
        names = asked.names(one.stay.organisation_id for one in there)
        show_answer(
            connection,
            lambda: Result(columns(Headcount._fields), result(there, names)),
            behind=lambda: asked.behind(
                (f"{names[one.stay.organisation_id]} {one.date}", one.presence, one.stay)
                for one in there
            ),
            rule=asked.rule,
            notes=lambda: asked.notes([one.stay for one in there], names),
            sentences=lambda: said_of(result(there, names)),
        )


def said_of(rows: "Iterable[Headcount]") -> "Iterator[tuple[Sentence, str]]":
    """A sentence an organisation."""
    from talentdb.output.sentences import of_headcount

    for row in rows:
        yield of_headcount(*row), f"{row.organisation} {row.date}"
