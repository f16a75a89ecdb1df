"""`talentdb query retention`: of those who joined, how many are still there after N years?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli.asked import word_asked
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.lasting import Question, of_lengths
from talentdb.output.fields import columns
from talentdb.output.result import Column, Result

if TYPE_CHECKING:
    from talentdb.metrics.stay import Stay

MOST_NAMED = 5
SHARES = ("retention", "lower", "upper", "if_left", "if_stayed")


def query_retention(
    organisation: words.Organisations = None,
    years: Annotated[
        int, typer.Option("--years", min=1, max=100, metavar="N", help="After so many years.")
    ] = 2,
    definition: Annotated[
        str | None,
        typer.Option(
            "--definition",
            metavar="WORD",
            help="anniversary (the default), cohort, recent, survival or all.",
        ),
    ] = None,
) -> None:
    """Say which share of those who joined is still there after some years.

    Example: talentdb query retention Anthropic OpenAI --years 2 --definition all
    """
    with reading() as connection:
        from talentdb.metrics.retention import DEFINITIONS, first_stays, result
        from talentdb.metrics.verdicts import judge

        word = word_asked("definition", definition, (*DEFINITIONS, "all")) or DEFINITIONS[0]
        definitions = DEFINITIONS if word == "all" else (word,)
        asked = Question(connection, organisation)
        firsts, returns = first_stays(asked.stays())
        names = asked.names(stay.organisation_id for stay in firsts)
        show_answer(
            connection,
            lambda: Result(
                retention_columns(), result(firsts, names, definitions, years, asked.reckoning)
            ),
            behind=lambda: asked.behind(
                (f"{names[one.stay.organisation_id]}: {word}", one.verdict, one.stay)
                for word in definitions
                for one in judge(firsts, word, years, asked.reckoning)
            ),
            rule=f"{asked.rule} · {years} years, {', '.join(definitions)}",
            notes=lambda: asked.notes(firsts, names, lambda: remarks(firsts, returns, definitions)),
        )


def retention_columns() -> tuple[Column, ...]:
    """The fields; the limits are shares here."""
    from talentdb.metrics.retention import Retention

    return tuple(
        Column(column.name, "share") if column.name in SHARES else column
        for column in columns(Retention._fields)
    )


def remarks(
    firsts: "Sequence[Stay]", returns: "Sequence[Stay]", definitions: Sequence[str]
) -> Iterator[str]:
    """Who came back, and how a definition leans."""
    people = list(dict.fromkeys(stay.person for stay in returns))
    if people:
        more = f" and {len(people) - MOST_NAMED} more" if len(people) > MOST_NAMED else ""
        yield f"came back, counted by the first stay: {', '.join(people[:MOST_NAMED])}{more}"
    if "recent" in definitions:
        yield "recent is biased upward: most have not had the whole time to leave in"
    yield from of_lengths(firsts)
