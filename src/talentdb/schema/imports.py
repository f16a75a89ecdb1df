"""Which tables hold what an import has to remember: who was on which roster, and rows' own keys?"""

from sqlalchemy import BigInteger, Column, Index, Text, UniqueConstraint

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
from talentdb.schema.words import ROLE_KINDS

rosters = table(
    "rosters",
    reference("organisation_id", "organisations", required=True),
    *partial_date("day"),
    created_in(),
    UniqueConstraint("organisation_id", "day"),
)

presences = table(
    "presences",
    reference("roster_id", "rosters", required=True),
    reference("person_id", "people", required=True),
    Column("title", Text),
    Column("kind", Text, nullable=False),
    created_in(),
    one_of("kind", ROLE_KINDS),
)
Index(None, presences.c.roster_id)
Index(None, presences.c.person_id)

KEYED = ("role_id", "transition_id", "organisation_link_id")

row_keys = table(
    "row_keys",
    Column("scheme", CodePointText, nullable=False),
    Column("value", CodePointText, nullable=False),
    Column("digest", Text, nullable=False),
    reference("role_id", "roles"),
    reference("transition_id", "transitions"),
    reference("organisation_link_id", "organisation_links"),
    created_in(),
    UniqueConstraint("scheme", "value"),
    exactly_one(KEYED),
)
for _column in KEYED:
    index_where_set(row_keys, _column)

# Part of the history: what an import read stays known when it is undone.
change_set_files = table(
    "change_set_files",
    created_in(),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
)
Index(None, change_set_files.c.change_set_id)
