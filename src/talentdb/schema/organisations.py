"""Which tables hold organisations, their other names, and what links them in time?"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Text

from talentdb.schema.base import (
    CodePointText,
    created_in,
    ends_after_start,
    one_of,
    partial_date,
    reference,
    table,
)
from talentdb.schema.words import LINK_KINDS, ORGANISATION_KINDS, STATUSES

organisations = table(
    "organisations",
    Column("name", CodePointText, nullable=False),
    Column("name_key", CodePointText, nullable=False, index=True),
    Column("search_key", CodePointText, nullable=False, index=True),
    Column("kind", Text),
    Column("country", Text),
    Column("website", Text),
    Column("note", Text),
    created_in(),
    one_of("kind", ORGANISATION_KINDS),
)

organisation_names = table(
    "organisation_names",
    reference("organisation_id", "organisations", required=True),
    Column("name", CodePointText, nullable=False),
    Column("name_key", CodePointText, nullable=False, index=True),
    Column("search_key", CodePointText, nullable=False, index=True),
    *partial_date("started"),
    *partial_date("ended"),
    created_in(),
    ends_after_start(),
)
Index(None, organisation_names.c.organisation_id)

organisation_links = table(
    "organisation_links",
    reference("organisation_id", "organisations", required=True),
    Column("kind", Text, nullable=False),
    reference("other_id", "organisations", required=True),
    *partial_date("started"),
    *partial_date("ended"),
    Column("amount", BigInteger),
    Column("currency", Text),
    Column("status", Text),
    Column("note", Text),
    created_in(),
    one_of("kind", LINK_KINDS),
    one_of("status", STATUSES),
    ends_after_start(),
    CheckConstraint("organisation_id <> other_id", name="two_organisations"),
    CheckConstraint("amount >= 0", name="amount"),
)
Index(None, organisation_links.c.organisation_id)
Index(None, organisation_links.c.other_id)
