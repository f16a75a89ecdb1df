"""`talentdb query works`: who made what, and are they still there?"""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import listed, organisations_asked, rule_asked
from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import reading
from talentdb.cli.query.noted import refuse_window
from talentdb.cli.query.sentence import say_sentences, sentences_asked, sources_behind
from talentdb.cli.show import show_result
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from talentdb.metrics.works import Making
    from talentdb.output.sentences import Sentence

FEW = 5


def query_works(
    work: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORK]...", help="None means all of them.", autocompletion=completion.works
        ),
    ] = None,
    organisation: options.Organisation = None,
) -> None:
    """List works with how many of their recorded makers have left.

    Example: talentdb query works "Example-1"
    """
    with reading() as connection:
        from talentdb.metrics.works import Made, result, statement
        from talentdb.queries.filters import Filter
        from talentdb.queries.works import work as work_called

        ids = tuple(work_called(connection, name) for name in listed(work))
        bodies = organisations_asked(connection, organisation)
        filter = Filter(rule_asked(connection, bodies), organisation=bodies)
        refuse_window(filter.rule)
        made = connection.execute(statement(filter, ids)).all()
        if invocation()["explain"]:
            behind = makers(connection, made, filter.rule.statuses)
            show_result(replace(behind, rule=filter.rule.line()))
            return
        makings = result(made)
        notes = [making.sentence() for making in makings if ids or len(makings) <= FEW]
        some = sum(1 for making in makings if making.made.makers_known == "some")
        if some and not notes:
            notes = [f"of {some} of {len(makings)} works the record lists only some makers"]
        if sentences_asked():
            say_sentences(said_of(connection, makings), filter.rule.line())
            return
        rows = [making.made for making in makings]
        show_result(Result(columns(Made._fields), rows, tuple(notes), filter.rule.line()))


def makers(connection: "Connection", made: "Sequence[Any]", statuses: "Sequence[str]") -> Result:
    """Whoever is credited (`--explain`): there, left or unknown, and on whose word a maker."""
    from talentdb.database.portions import batches
    from talentdb.queries.behind import FIELDS_OF_MAKERS, credits_behind

    credited: dict[tuple[int, int], list[Any]] = {}
    for batch in batches(sorted({row.id for row in made})):
        for credit in connection.execute(credits_behind(batch, statuses)):
            credited.setdefault((credit.work_id, credit.person_id), []).append(credit)
    rows = []
    for row in made:
        if row.person is None:
            continue
        told = credited[row.id, row.person_id]
        facts = [credit.fact for credit in told]
        sources = sorted({source for credit in told for source in credit.sources or ()})
        now = (row.now_at, row.now_title)
        rows.append((row.work, row.state, facts, row.person, *now, sources))
    return Result(columns(FIELDS_OF_MAKERS), rows)


def said_of(
    connection: "Connection", makings: "Sequence[Making]"
) -> "Iterator[tuple[Sentence, list[str]]]":
    """A sentence a work."""
    from talentdb.output.sentences import of_work
    from talentdb.queries.footnotes import sources_of_works

    for making in makings:
        made = making.made
        counts = made.credited, made.left, making.unknown
        all_known = made.makers_known == "all"
        said = of_work(made.work, made.organisation, counts, all_known, making.destinations)
        yield said, sources_behind(connection, sources_of_works, [making.work_id])
