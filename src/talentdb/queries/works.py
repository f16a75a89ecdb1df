"""Which work is meant by a name, what was made where, and by whom? (`show work`)"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from talentdb.errors import NameIsAmbiguous, NameNotFound
from talentdb.likeness import near
from talentdb.names import cleaned, name_key, search_key
from talentdb.queries.resolve import existing
from talentdb.queries.status import effective_status
from talentdb.schema import credits, organisations, people, works


def work(connection: Connection, text: str, organisation_id: int | None = None) -> int:
    """The id of the one work meant by a name or `work:12`, among those of an organisation.

    Raises NameNotFound with near names, NameIsAmbiguous.
    """
    text = cleaned(text)
    noun, colon, number = text.partition(":")
    if colon and noun == "work" and number.isdecimal():
        return existing(connection, "work", works, int(number[:18]))
    statement = (
        select(works.c.id, works.c.name, organisations.c.name.label("by"))
        .join(organisations, organisations.c.id == works.c.organisation_id)
        .where(works.c.name_key == name_key(text))
        .order_by(works.c.id)
    )
    if organisation_id is not None:
        statement = statement.where(works.c.organisation_id == organisation_id)
    rows = connection.execute(statement).all()
    if len(rows) > 1:
        raise NameIsAmbiguous(
            "work", text, [f"work:{row.id}  {row.name} (by {row.by})" for row in rows]
        )
    if not rows:
        listed: Any = connection.execute(select(works.c.search_key, works.c.name))
        known = sorted((row.search_key, row.name) for row in listed)
        raise NameNotFound("work", text, near(search_key(text), known))
    return int(rows[0].id)


def work_row(work_id: int) -> Select[Any]:
    """A work with the name of the organisation where it was made."""
    return (
        select(works, organisations.c.name.label("organisation"))
        .join(organisations, organisations.c.id == works.c.organisation_id)
        .where(works.c.id == work_id)
    )


def makers_of(work_id: int) -> Select[Any]:
    """The ids of those credited with a work, but for credits that are denied."""
    return (
        select(credits.c.person_id)
        .where(credits.c.work_id == work_id, effective_status(credits, "credit_id") != "denied")
        .distinct()
        .order_by(credits.c.person_id)
    )


def credited_as(work_id: int, statuses: Sequence[str]) -> Select[Any]:
    """As what each person is credited with a work, where that is said."""
    return (
        select(credits.c.person_id, credits.c.credited_as)
        .where(
            credits.c.work_id == work_id,
            credits.c.credited_as.is_not(None),
            effective_status(credits, "credit_id").in_(statuses),
        )
        .order_by(credits.c.person_id, credits.c.credited_as, credits.c.id)
    )


def credits_of_person(person_id: int) -> Select[Any]:
    """What a person built: the works with which they are credited, and as what."""
    return (
        select(
            credits.c.id,
            works.c.name.label("work"),
            organisations.c.name.label("organisation"),
            credits.c.credited_as.label("as"),
            works.c.date,
            effective_status(credits, "credit_id").label("status"),
        )
        .join(works, works.c.id == credits.c.work_id)
        .join(organisations, organisations.c.id == works.c.organisation_id)
        .where(credits.c.person_id == person_id)
        .order_by(
            works.c.date_latest.desc().nulls_last(),
            works.c.name,
            organisations.c.name,
            credits.c.credited_as.nulls_first(),
            credits.c.id,
        )
    )


def credit_row(credit_id: int) -> Select[Any]:
    """A credit with the names of its person and work, and its effective status."""
    kept = [column for column in credits.c if column.name != "status"]
    return (
        select(
            *kept,
            people.c.name.label("person"),
            works.c.name.label("work"),
            organisations.c.name.label("organisation"),
            effective_status(credits, "credit_id").label("status"),
        )
        .join(people, people.c.id == credits.c.person_id)
        .join(works, works.c.id == credits.c.work_id)
        .join(organisations, organisations.c.id == works.c.organisation_id)
        .where(credits.c.id == credit_id)
    )
