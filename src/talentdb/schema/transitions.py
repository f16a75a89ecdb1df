"""Which tables hold moves from one organisation to another, recorded and derived?"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Text, UniqueConstraint

from talentdb.schema.base import (
    CodePointText,
    created_in,
    index_where_set,
    one_of,
    partial_date,
    reference,
    table,
)
from talentdb.schema.words import CONTINUITIES, MANNERS, ORIGINS, STATUSES

# A recorded row holds what was stated; its continuity and gap are its twin's, read, not stored.
transitions = table(
    "transitions",
    reference("person_id", "people", required=True),
    reference("from_organisation_id", "organisations"),
    reference("to_organisation_id", "organisations"),
    reference("from_role_id", "roles"),
    reference("to_role_id", "roles"),
    Column("from_title", Text),
    Column("to_title", Text),
    *partial_date("date"),
    Column("continuity", Text),
    Column("gap_days", Integer),
    Column("origin", Text, nullable=False),
    Column("manner", Text),
    Column("status", Text),
    Column("note", Text),
    reference("twin_of_id", "transitions"),
    reference("change_set_id", "change_sets"),
    one_of("continuity", CONTINUITIES),
    one_of("origin", ORIGINS),
    one_of("manner", MANNERS),
    one_of("status", STATUSES),
    CheckConstraint(
        "from_organisation_id IS NOT NULL OR to_organisation_id IS NOT NULL", name="a_side"
    ),
    CheckConstraint("(origin = 'derived') = (change_set_id IS NULL)", name="change_set"),
    CheckConstraint("(origin = 'derived') = (continuity IS NOT NULL)", name="derived"),
)
Index(None, transitions.c.person_id)
Index(None, transitions.c.from_organisation_id)
Index(None, transitions.c.to_organisation_id)
for _column in ("from_role_id", "to_role_id", "twin_of_id"):
    index_where_set(transitions, _column)

transition_reasons = table(
    "transition_reasons",
    reference("transition_id", "transitions", required=True),
    Column("reason", CodePointText, nullable=False),
    created_in(),
    UniqueConstraint("transition_id", "reason"),
)
