"""Which tables hold people, and the names, identifiers and tags of whoever has them?"""

from sqlalchemy import Column, Index, Text, UniqueConstraint

from talentdb.schema.base import (
    CodePointText,
    created_in,
    ends_after_start,
    exactly_one,
    index_where_set,
    partial_date,
    reference,
    table,
)

people = table(
    "people",
    Column("name", CodePointText, nullable=False),
    Column("name_key", CodePointText, nullable=False, index=True),
    Column("search_key", CodePointText, nullable=False, index=True),
    Column("note", Text),
    created_in(),
)

person_names = table(
    "person_names",
    reference("person_id", "people", required=True),
    Column("name", CodePointText, nullable=False),
    Column("name_key", CodePointText, nullable=False, index=True),
    Column("search_key", CodePointText, nullable=False, index=True),
    *partial_date("started"),
    *partial_date("ended"),
    created_in(),
    ends_after_start(),
)
Index(None, person_names.c.person_id)

identifiers = table(
    "identifiers",
    reference("person_id", "people"),
    reference("organisation_id", "organisations"),
    Column("scheme", CodePointText, nullable=False),
    Column("value", CodePointText, nullable=False),
    created_in(),
    UniqueConstraint("scheme", "value"),
    exactly_one(("person_id", "organisation_id")),
)
index_where_set(identifiers, "person_id")
index_where_set(identifiers, "organisation_id")

tags = table(
    "tags",
    reference("person_id", "people"),
    reference("organisation_id", "organisations"),
    Column("tag", CodePointText, nullable=False),
    created_in(),
    UniqueConstraint("person_id", "tag"),
    UniqueConstraint("organisation_id", "tag"),
    exactly_one(("person_id", "organisation_id")),
)
Index(None, tags.c.tag)
