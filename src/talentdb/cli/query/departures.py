"""`talentdb query departures`: who left, and where are they now?"""

from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query import words
from talentdb.cli.query.answer import show_answer
from talentdb.cli.query.noted import unspelled
from talentdb.errors import RuleBroken

if TYPE_CHECKING:
    from sqlalchemy import Connection

Work = Annotated[
    str | None,
    typer.Option(
        "--work",
        metavar="WORK",
        help="Only those credited with it, from where it was made.",
        autocompletion=completion.works,
    ),
]


def made(
    connection: "Connection", work: str, organisation: list[str] | None
) -> dict[str, list[str] | None]:
    """Who is credited with a work, and where it was made unless an organisation is named."""
    from talentdb.queries.works import makers_of, work_row
    from talentdb.queries.works import work as work_called

    id = work_called(connection, work)
    makers = connection.execute(makers_of(id)).scalars().all()
    if not makers:
        raise RuleBroken(f"nobody is credited with {work}: `talentdb add credit` records it.")
    place = connection.execute(work_row(id)).mappings().one()["organisation_id"]
    return {
        "person": [f"person:{maker}" for maker in makers],
        "organisation": organisation or [f"organisation:{place}"],
    }


def query_departures(
    organisation: words.Organisations = None,
    person: options.Person = None,
    to: options.To = None,
    tag: options.Tag = None,
    work: Work = None,
    possible: options.Possible = False,
) -> None:
    """List who left an organisation, and where they are now.

    Example: talentdb query departures OpenAI --since 2023
    """
    with reading() as connection:
        from talentdb.metrics.departures import behind, departures

        names = {"person": person, "organisation": organisation, "to": to}
        if work is not None:
            names.update(made(connection, work, organisation))
        filter = move_filter_asked(connection, names, tag=tag, possible=possible)
        show_answer(
            connection,
            lambda: departures(filter),
            behind=lambda: behind(filter),
            rule=filter.rule.line(),
            notes=lambda: unspelled(connection, filter),
            hidden=("continuity", "seen"),
            when_empty=what_emptied(connection, filter, departures),
        )
