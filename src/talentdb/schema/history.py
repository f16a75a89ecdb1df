"""Which tables hold who wrote what and when, and how each row looked before?"""

from sqlalchemy import JSON, Column, Date, DateTime, Integer, PrimaryKeyConstraint, Table, Text

from talentdb.schema.base import metadata, reference, table

change_sets = table(
    "change_sets",
    Column("at", DateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("message", Text),
    Column("created", Integer, nullable=False, server_default="0"),
    Column("updated", Integer, nullable=False, server_default="0"),
    Column("removed", Integer, nullable=False, server_default="0"),
    reference("undoes_id", "change_sets"),
    Column("last_day", Date),
)

# The first image of a row within a change set wins. Rows that the change set created have none:
# they bear its id. A row that it brought back (undo of a removal) has an empty one.
changes = Table(
    "changes",
    metadata,
    reference("change_set_id", "change_sets", required=True),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", JSON(none_as_null=True)),
    PrimaryKeyConstraint("change_set_id", "table_name", "row_id"),
)
