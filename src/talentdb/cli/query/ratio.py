"""`talentdb query ratio`: how many come for each one that goes?"""

from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import left_out, said_of_named, without_data
from talentdb.errors import OptionMisused, RuleBroken
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from talentdb.metrics.ratio import Counts, Ratio
    from talentdb.output.sentences import Sentence
    from talentdb.queries.filters import MoveFilter

PERSON_YEARS = " · person-years by middle days, unknown ends to their last evidence"


def query_ratio(
    organisation: words.Organisations = None,
    counterpart: words.Counterpart = None,
    tag: options.Tag = None,
    top: options.Top = None,
    per_capita: Annotated[
        bool,
        typer.Option("--per-capita", help="Also so many times as likely, by person-years."),
    ] = False,
) -> None:
    """Set those who came from each counterpart against those who went there, with an interval.

    Example: talentdb query ratio Anthropic --counterpart "Google DeepMind"
    """
    with reading() as connection:
        from talentdb.metrics.ratio import Counts, Ratio, behind, result, statement

        names = {"organisation": organisation, "counterpart": counterpart}
        filter = move_filter_asked(connection, names, tag=tag)
        refuse_itself(connection, filter)
        counts = [Counts(*row) for row in connection.execute(statement(filter))]
        known = {row.organisation_id for row in counts}
        show_answer(
            connection,
            lambda: (
                likely(connection, filter, counts, top)
                if per_capita
                else Result(columns(Ratio._fields), result(counts, top))
            ),
            behind=lambda: behind(filter),
            rule=filter.rule.line() + (PERSON_YEARS if per_capita else ""),
            notes=lambda: (
                *without_data(connection, filter, known, "move with both sides known"),
                *left_out(connection, filter, two_sided=True),
            ),
            when_empty=what_emptied(connection, filter, statement),
            sentences=lambda: said_of(result(counts, top)),
            remarks=lambda: said_of_named(connection, filter),
        )


def said_of(rows: "Iterable[Ratio]") -> "Iterator[tuple[Sentence, str]]":
    """A sentence a counterpart."""
    from talentdb.output.sentences import of_ratio

    for row in rows:
        name = "elsewhere" if row.counterpart == "(all)" else row.counterpart
        counts = row.organisation, name, row.inbound, row.outbound
        yield of_ratio(*counts, (row.lower, row.upper)), row.organisation


def likely(
    connection: "Connection", filter: "MoveFilter", counts: "list[Counts]", top: int | None
) -> Result:
    """The ratios with the propensities beside them."""
    from talentdb.metrics.propensity import Propensity, person_years, result
    from talentdb.metrics.ratio import Ratio
    from talentdb.metrics.stay import Reckoning
    from talentdb.metrics.stays import stays
    from talentdb.queries.stays import spells_of_those_at

    rule = filter.rule
    reckoning = Reckoning(rule.as_of, bridge=rule.basis.bridge)
    sides = {row.organisation_id for row in counts} | {
        row.counterpart_id for row in counts if row.counterpart_id
    }
    spells = connection.execute(spells_of_those_at(filter, sorted(sides)))
    years = person_years(stays(spells, reckoning), rule.since, rule.until, reckoning)
    return Result(columns((*Ratio._fields, *Propensity._fields)), result(counts, years, top))


def refuse_itself(connection: "Connection", filter: "MoveFilter") -> None:
    """Nobody moves between an organisation and itself, or a part that counts as it."""
    from talentdb.queries.names import name_of
    from talentdb.queries.touching import bodies_within

    for here in filter.organisation:
        inside = connection.execute(bodies_within([here])).scalars().all()
        for there in filter.counterpart:
            whole, part = (connection.scalar(name_of(id)) for id in (here, there))
            if there == here:
                raise OptionMisused(f"{whole} is its own --counterpart: name another one.")
            if there in inside and not filter.rule.exact:
                raise RuleBroken(
                    f"{part} is or was a part of {whole}, so nobody moves between them: "
                    "name another --counterpart, or add --exact."
                )
