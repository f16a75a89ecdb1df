"""`talentdb query attrition`: which part of the people left within a year?"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.lasting import Question
from talentdb.cli.query.noted import refuse_window
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from talentdb.metrics.headcount import Present


def query_attrition(organisation: words.Organisations = None) -> None:
    """Set those who left within 12 months against the mean headcount of that time.

    Example: talentdb query attrition OpenAI --as-of 2025-06-30
    """
    with reading() as connection:
        from dataclasses import replace

        from talentdb.metrics.attrition import Attrition, days, departed, result
        from talentdb.metrics.headcount import present
        from talentdb.queries.stays import spells_on_days

        asked = Question(connection, organisation)
        refuse_window(asked.filter.rule, "the 12 months end with --as-of")
        as_of = asked.reckoning.as_of
        gone = list(departed(asked.stays(at_end=True), asked.reckoning))
        rows = connection.execute(spells_on_days(asked.filter, days(as_of)))
        there = list(present(rows, replace(asked.reckoning, dates="outer")))
        names = asked.names(stay.organisation_id for stay in (*gone, *(one.stay for one in there)))
        show_answer(
            connection,
            lambda: Result(columns(Attrition._fields), result(gone, there, names, as_of)),
            behind=lambda: asked.behind(
                (names[stay.organisation_id], "left" if stay.is_over else "unknown", stay)
                for stay in gone
            ),
            rule=f"{asked.rule} · 12 months",
            notes=lambda: asked.notes(gone, names, lambda: maybe_there(there)),
        )


def maybe_there(there: "Iterable[Present]") -> Iterator[str]:
    """Who is in no headcount for want of an end, so that the share may be too high."""
    maybe = {one.stay.person_id for one in there if one.presence == "possible"}
    if maybe:
        yield f"{len(maybe)} may be there on some of the days: not in the mean headcount"
