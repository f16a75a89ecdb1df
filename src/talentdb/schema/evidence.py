"""Which tables hold publications, and what each says of a fact?"""

from sqlalchemy import CheckConstraint, Column, Index, Text, UniqueConstraint

from talentdb.schema.base import (
    CodePointText,
    created_in,
    exactly_one,
    index_where_set,
    one_of,
    partial_date,
    reference,
    table,
)
from talentdb.schema.words import STANCES, STATUSES

sources = table(
    "sources",
    Column("handle", CodePointText, nullable=False),
    Column("url", CodePointText),
    Column("url_key", CodePointText),
    Column("archive", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("language", Text),
    *partial_date("published"),
    *partial_date("accessed"),
    created_in(),
    UniqueConstraint("handle"),
    CheckConstraint("(url IS NULL) = (url_key IS NULL)", name="url"),
)
Index(None, sources.c.url_key, unique=True)

CITED = {
    "role": "role_id",
    "move": "transition_id",
    "link": "organisation_link_id",
    "person name": "person_name_id",
    "organisation name": "organisation_name_id",
    "offer": "offer_id",
    "work": "work_id",
    "credit": "credit_id",
    "figure": "figure_id",
}

citations = table(
    "citations",
    reference("role_id", "roles"),
    reference("transition_id", "transitions"),
    reference("organisation_link_id", "organisation_links"),
    reference("person_name_id", "person_names"),
    reference("organisation_name_id", "organisation_names"),
    reference("offer_id", "offers"),
    reference("work_id", "works"),
    reference("credit_id", "credits"),
    reference("figure_id", "figures"),
    reference("source_id", "sources", required=True),
    Column("stance", Text, nullable=False),
    Column("status", Text),
    Column("field", Text),
    Column("value", Text),
    Column("quote", Text),
    Column("locator", Text),
    Column("said_by", Text),
    reference("via_source_id", "sources"),
    created_in(),
    one_of("stance", STANCES),
    one_of("status", STATUSES),
    exactly_one(tuple(CITED.values())),
    CheckConstraint("via_source_id <> source_id", name="via"),
    CheckConstraint("(field IS NULL) = (value IS NULL)", name="claim"),
)
for _column in (*CITED.values(), "via_source_id"):
    index_where_set(citations, _column)
Index(None, citations.c.source_id)
