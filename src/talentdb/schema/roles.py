"""Which tables hold the roles of people, and the spells that follow from them?"""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Integer, Text

from talentdb.schema.base import (
    created_in,
    ends_after_start,
    one_of,
    partial_date,
    reference,
    table,
)
from talentdb.schema.words import ROLE_KINDS, STATES, STATUSES

roles = table(
    "roles",
    reference("person_id", "people", required=True),
    reference("organisation_id", "organisations", required=True),
    Column("title", Text),
    Column("kind", Text, nullable=False),
    *partial_date("started"),
    *partial_date("ended"),
    *partial_date("seen"),
    Column("status", Text),
    Column("note", Text),
    created_in(),
    one_of("kind", ROLE_KINDS),
    one_of("status", STATUSES),
    ends_after_start(),
)
Index(None, roles.c.person_id)
Index(None, roles.c.organisation_id)

# Derived (design.md §3): rewritten from the roles, never journalled.
spells = table(
    "spells",
    reference("person_id", "people", required=True),
    reference("organisation_id", "organisations", required=True),
    reference("first_role_id", "roles", required=True),
    Column("last_role_id", Integer, nullable=False),
    *partial_date("started"),
    Column("state", Text, nullable=False),
    *partial_date("ended"),
    Column("evidence", Date),
    Column("presence", Date),
    Column("presumed_end", Date),
    Column("aside", Boolean(create_constraint=False), nullable=False),
    Column("status", Text, nullable=False),
    Column("joined_by_id", Integer),
    Column("left_by_id", Integer),
    one_of("state", STATES),
    one_of("status", STATUSES),
    CheckConstraint("(state = 'closed') = (ended IS NOT NULL AND ended <> '..')", name="ended"),
)
Index(None, spells.c.first_role_id, unique=True)
Index(None, spells.c.person_id)
Index(None, spells.c.organisation_id)
