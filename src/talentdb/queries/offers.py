"""Who put which money on the table, for whom, and what became of it? (`query offers`)"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select

from talentdb.queries.evidence import about, citations_of, first_source_of
from talentdb.queries.filters import Filter, tagged
from talentdb.queries.rule import Rule
from talentdb.queries.status import effective_status
from talentdb.queries.transitions import groups_under, window
from talentdb.schema import offers, organisations, people

BY = organisations.alias("by_organisation")
AT = organisations.alias("at_organisation")


@dataclass(frozen=True)
class OfferFilter(Filter):
    """The options of a question about offers; `organisation` is who offers."""

    at: tuple[int, ...] = ()
    outcome: tuple[str, ...] = ()
    possible: bool = False


def offer_list(filter: OfferFilter) -> Select[Any]:
    """The offers that the filter lets through, latest first, then the largest."""
    statement = select(
        offers.c.id,
        BY.c.name.label("by"),
        people.c.name.label("person"),
        AT.c.name.label("at"),
        offers.c.at_least,
        offers.c.at_most,
        offers.c.currency,
        offers.c.kind,
        offers.c.outcome,
        effective_status(offers, "offer_id").label("status"),
        offers.c.date,
        citations_of(about("offer", offers.c.id)).label("citations"),
        first_source_of(about("offer", offers.c.id)).label("source"),
    ).order_by(
        offers.c.date_latest.desc().nulls_last(),
        offers.c.date_earliest.desc().nulls_last(),
        func.coalesce(offers.c.at_most, offers.c.at_least).desc().nulls_last(),
        BY.c.name,
        people.c.name.nulls_last(),
        offers.c.id,
    )
    return _narrowed(statement, filter)


def offers_to(rule: Rule, person_id: int) -> Select[Any]:
    """What one person was offered."""
    return offer_list(OfferFilter(rule, person=(person_id,)))


def totals(filter: OfferFilter) -> Select[Any]:
    """Offers by who offers, outcome and currency: currencies are never added up.

    `at_least` and `at_most` add up what the offers say; `unstated` is how many say no amount.
    """
    stated = func.coalesce(offers.c.at_least, offers.c.at_most)
    statement: Select[Any] = (
        select(
            BY.c.name.label("by"),
            offers.c.outcome,
            offers.c.currency,
            func.count(offers.c.id).label("offers"),
            func.sum(offers.c.at_least).label("at_least"),
            func.sum(offers.c.at_most).label("at_most"),
            (func.count(offers.c.id) - func.count(stated)).label("unstated"),
        )
        .group_by(BY.c.id, BY.c.name, offers.c.outcome, offers.c.currency)
        .order_by(
            BY.c.name,
            offers.c.outcome,
            offers.c.currency.nulls_last(),
            BY.c.id,
        )
    )
    return _narrowed(statement, filter)


def offer_row(offer_id: int) -> Select[Any]:
    """An offer with the names in it, and its effective status."""
    kept = [column for column in offers.c if column.name != "status"]
    return _joined(
        select(
            *kept,
            BY.c.name.label("by"),
            people.c.name.label("person"),
            AT.c.name.label("at"),
            effective_status(offers, "offer_id").label("status"),
        )
    ).where(offers.c.id == offer_id)


def _joined(statement: Select[Any]) -> Select[Any]:
    return (
        statement.join(BY, BY.c.id == offers.c.organisation_id)
        .outerjoin(people, people.c.id == offers.c.person_id)
        .outerjoin(AT, AT.c.id == offers.c.at_organisation_id)
    )


def _narrowed(statement: Select[Any], filter: OfferFilter) -> Select[Any]:
    groups = groups_under(filter.rule)
    dated = (offers.c.date, offers.c.date_earliest, offers.c.date_latest)
    certain, possible = window(filter.rule, *dated)
    statement = _joined(statement).where(
        or_(certain, possible) if filter.possible else certain,
        effective_status(offers, "offer_id").in_(filter.rule.statuses),
    )
    for ids, column in (
        (filter.organisation, offers.c.organisation_id),
        (filter.at, offers.c.at_organisation_id),
    ):
        if ids:
            statement = statement.where(groups.group(groups.newest_of(column), dated).in_(ids))
    if filter.person:
        statement = statement.where(offers.c.person_id.in_(filter.person))
    if filter.kind:
        statement = statement.where(offers.c.kind.in_(filter.kind))
    if filter.outcome:
        statement = statement.where(offers.c.outcome.in_(filter.outcome))
    return tagged(statement, filter.tag, offers.c.person_id, offers.c.organisation_id)
