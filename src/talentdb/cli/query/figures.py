"""`talentdb query figures`: do published statistics agree with the record?"""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from talentdb.cli import completion
from talentdb.cli.asked import organisations_asked, rule_asked, words_asked
from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import reading
from talentdb.cli.query.behind_figures import behind_figures
from talentdb.cli.query.dissent import with_dissent
from talentdb.cli.query.held import asked_of, held_against, remarks_on
from talentdb.cli.query.noted import notes_if_read
from talentdb.cli.query.sentence import say_sentences, sentences_asked
from talentdb.cli.show import show_result
from talentdb.output.result import Column, Result
from talentdb.output.sentences import Sentence, figure_in_words, of_figure

if TYPE_CHECKING:
    from talentdb.metrics.figures import Held
    from talentdb.queries.rule import Rule

COLUMNS = (
    Column("id", "number"),
    Column("metric"),
    Column("organisation"),
    Column("counterpart"),
    Column("published", "amount"),  # as it was published, with no more digits
    Column("qualifier"),
    Column("n", "number"),
    Column("recorded", "number"),
    Column("lower", "number"),
    Column("upper", "number"),
    Column("verdict"),
    Column("source"),
)


def query_figures(
    organisation: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ORGANISATION]...",
            help="About one of these; none means all.",
            autocompletion=completion.organisations,
        ),
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option("--metric", metavar="WORD", help="ratio, moves, headcount or retention."),
    ] = None,
) -> None:
    """Hold published figures against the record, each in its own window.

    Example: talentdb query figures Acme
    """
    with reading() as connection:
        from talentdb.schema.words import FIGURE_METRICS

        words = words_asked("metric", metric, FIGURE_METRICS)
        named = organisations_asked(connection, organisation)
        rule = rule_asked(connection, named)
        found = held_against(connection, rule, named, words)
        if invocation()["explain"]:
            behind = behind_figures(connection, rule, (figure for figure, _ in found))
            show_result(replace(behind, rule=rule.line()), watch=with_dissent(connection, "move"))
            return
        rows = [row_of(figure, held) for figure, held in found]
        if sentences_asked():
            rules = (asked_of(connection, rule, figure)[0] for figure, _ in found)
            say_sentences(map(said_of, *zip(*found, strict=True), rules), rule.line())
            return
        notes = notes_if_read(lambda: remarks_on(connection, found))
        result = Result(COLUMNS, rows, notes, rule.line())
        show_result(result, watch=with_dissent(connection, "figure"))


def said_of(figure: Any, held: "Held", own: "Rule") -> tuple[Sentence, list[str]]:
    """A figure as a sentence, with whose it is; `own` is its rule where it has a window."""
    from talentdb.queries.figures import value_in_words, window_in_words

    sides, window = (figure["organisation"], figure["counterpart"]), window_in_words(figure)
    published = figure_in_words(figure["metric"], value_in_words(figure), *sides, window)
    whose = f'"{figure["attribution"]}"' if figure["attribution"] else "an unnamed source"
    sources = [figure["source"]] if figure["source"] else []
    said = of_figure(published, whose, held.recorded_text, held.verdict, held.n)
    return said._replace(rule=own.line() if window else ""), sources


def row_of(figure: Any, held: "Held") -> tuple[Any, ...]:
    """A figure as the fields of the answer."""
    from talentdb.queries.figures import value_of

    names = ("id", "metric", "organisation", "counterpart")
    return (
        *(figure[name] for name in names),
        value_of(figure["published"]),
        figure["qualifier"],
        figure["n"],
        held.recorded,
        held.lower,
        held.upper,
        held.verdict,
        figure["source"],
    )
