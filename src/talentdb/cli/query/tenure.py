"""`talentdb query tenure`: how long do people stay?"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.lasting import Lasting, of_lengths
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from talentdb.metrics.tenure import Tenure

COUNTED = {"ended": "completed", "presumed": "completed"}


def query_tenure(organisation: words.Organisations = None) -> None:
    """Give the median stay: of those who left, and with those who are still there.

    Example: talentdb query tenure OpenAI Anthropic
    """
    with reading() as connection:
        from talentdb.metrics.tenure import Tenure, result

        asked = Lasting(connection, organisation)
        stays = asked.stays()
        names = asked.names(stay.organisation_id for stay in stays)
        rows = list(result(stays, names, asked.reckoning))
        show_answer(
            connection,
            lambda: Result(columns(Tenure._fields), rows),
            behind=lambda: asked.behind(
                (names[stay.organisation_id], COUNTED.get(stay.ending, stay.ending), stay)
                for stay in stays
            ),
            rule=asked.rule,
            notes=lambda: asked.notes(
                stays, names, lambda: (*not_reached(rows), *of_lengths(stays))
            ),
        )


def not_reached(rows: "Iterable[Tenure]") -> Iterator[str]:
    """Where the survival median is blank, and why."""
    those = [row.organisation for row in rows if row.survival_median_days is None]
    if those:
        which = those[0] if len(those) == 1 else f"{len(those)} organisations"
        yield f"survival median not reached at {which}: more than half stay longer than seen"
