"""Which table holds the money that was put on the table?"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Text

from talentdb.schema.base import (
    created_in,
    index_where_set,
    one_of,
    partial_date,
    reference,
    table,
)
from talentdb.schema.words import OFFER_KINDS, OUTCOMES, STATUSES

# To a person, or to somebody unnamed at an organisation. A currency may be unknown.
offers = table(
    "offers",
    reference("organisation_id", "organisations", required=True),
    reference("person_id", "people"),
    reference("at_organisation_id", "organisations"),
    Column("at_least", BigInteger),
    Column("at_most", BigInteger),
    Column("currency", Text),
    Column("kind", Text),
    Column("outcome", Text, nullable=False),
    *partial_date("date"),
    Column("status", Text),
    Column("note", Text),
    created_in(),
    one_of("kind", OFFER_KINDS),
    one_of("outcome", OUTCOMES),
    one_of("status", STATUSES),
    CheckConstraint("at_least >= 0 AND at_most >= 0 AND at_least <= at_most", name="amount"),
)
Index(None, offers.c.organisation_id)
index_where_set(offers, "person_id")
index_where_set(offers, "at_organisation_id")
