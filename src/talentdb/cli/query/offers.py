"""`talentdb query offers`: who put which money on the table?"""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from talentdb.cli import completion, options
from talentdb.cli.asked import (
    organisations_asked,
    people_asked,
    rule_asked,
    what_emptied,
    words_asked,
)
from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import reading
from talentdb.cli.query.dissent import dissent_on_offers, with_dissent
from talentdb.cli.query.noted import notes_if_read
from talentdb.cli.show import show_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from talentdb.queries.offers import OfferFilter
    from talentdb.queries.rule import Rule

By = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ORGANISATION]...",
        help="Who offers; none means all.",
        autocompletion=completion.organisations,
    ),
]
At = Annotated[
    list[str] | None,
    typer.Option(
        "--at",
        metavar="NAME",
        help="To people there.",
        autocompletion=completion.organisations,
    ),
]
Kind = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help="Kinds of offer.")]
Outcome = Annotated[
    list[str] | None,
    typer.Option("--outcome", metavar="WORD", help="accepted, declined, countered, ..."),
]
Totals = Annotated[
    bool, typer.Option("--totals", help="Added up by organisation, outcome and currency.")
]


def query_offers(
    organisation: By = None,
    person: options.Person = None,
    at: At = None,
    kind: Kind = None,
    outcome: Outcome = None,
    tag: options.Tag = None,
    possible: options.Possible = False,
    totals: Totals = False,
) -> None:
    """List offers, rumoured ones too; currencies are never added up.

    Example: talentdb query offers Globex --totals
    """
    with reading() as connection:
        from talentdb.queries.offers import OfferFilter, offer_list
        from talentdb.queries.offers import totals as added_up
        from talentdb.schema.words import OFFER_KINDS, OUTCOMES

        givers, places = (organisations_asked(connection, names) for names in (organisation, at))
        question = added_up if totals else offer_list
        filter = OfferFilter(
            rule=rule_of_offers(connection, (*givers, *places)),
            organisation=givers,
            at=places,
            person=people_asked(connection, person),
            kind=words_asked("kind of offer", kind, OFFER_KINDS),
            outcome=words_asked("outcome", outcome, OUTCOMES),
            tag=tuple(tag or ()),
            possible=possible,
        )
        show_statement(
            connection,
            question(filter),
            ("id", "citations"),
            rule=filter.rule.line(),
            notes=notes_if_read(lambda: added_up_of(connection, filter)) if totals else (),
            when_empty=what_emptied(connection, filter, question),
            watch=None if totals else with_dissent(connection, "offer"),
        )


def added_up_of(connection: "Connection", filter: "OfferFilter") -> "Iterator[str]":
    """What must be said of the offers that the totals add up."""
    from talentdb.queries.offers import offer_list

    rows = connection.execute(offer_list(filter))
    return dissent_on_offers(connection, (row.id for row in rows))


def rule_of_offers(connection: "Connection", named: tuple[int, ...]) -> "Rule":
    """The rule that the options spell; without --status only what is denied is left out."""
    from talentdb.schema.words import STATUSES

    rule = rule_asked(connection, named)
    return rule if invocation()["status"] else replace(rule, statuses=STATUSES[1:])
