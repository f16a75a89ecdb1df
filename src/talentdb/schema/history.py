"""Which tables hold who wrote what and when, and how each row looked before?"""

from sqlalchemy import JSON, Column, DateTime, Integer, PrimaryKeyConstraint, Table, Text

from talentdb.schema.base import metadata, reference, table

change_sets = table(
    "change_sets",
    Column("at", DateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("message", Text),
)

# The first image of a row within a change set wins; rows that the change set inserted have none.
changes = Table(
    "changes",
    metadata,
    reference("change_set_id", "change_sets", required=True),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", JSON, nullable=False),
    PrimaryKeyConstraint("change_set_id", "table_name", "row_id"),
)
